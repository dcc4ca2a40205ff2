import type { OwnReasonBasis, PlanState, SpendOrder } from '@yance/shared-types';
import type { StoreKey } from './content-types.js';

/** A stored-value plan as the salon sells it. Amounts in yuan. */
export interface PlanContent {
  readonly name: string;
  readonly yuan: number;
  readonly bonusYuan: number;
  readonly spendOrder: SpendOrder;
  /** Left out: good in both stores and sold in both. */
  readonly onlyIn?: StoreKey;
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  readonly state: PlanState;
  /** Sold at the desk only. */
  readonly deskOnly?: boolean;
  /** How often clients choose it. */
  readonly popularity: number;
}

const BY_LAW = '未使用的本金随时可退；已用部分按优惠前价格折算。';
const KIND = '不论什么原因，已用部分都按实付与赠送的比例折算。';

export const PLANS: readonly PlanContent[] = [
  {
    ...{ name: '充500送50', yuan: 500, bonusYuan: 50, spendOrder: 'proportional' },
    ...{ refundTerms: KIND, ownReasonBasis: 'ratio', state: 'on_sale', popularity: 4 },
  },
  {
    ...{ name: '充1000送200', yuan: 1000, bonusYuan: 200, spendOrder: 'bonus_first' },
    ...{ refundTerms: BY_LAW, ownReasonBasis: 'list_price', state: 'on_sale', popularity: 6 },
  },
  {
    ...{ name: '充2000送500', yuan: 2000, bonusYuan: 500, spendOrder: 'proportional' },
    ...{ refundTerms: KIND, ownReasonBasis: 'ratio', state: 'on_sale', popularity: 4 },
  },
  {
    ...{ name: '武康护肤卡 充3000送900', yuan: 3000, bonusYuan: 900, spendOrder: 'proportional' },
    ...{ onlyIn: 'wukang', refundTerms: KIND, ownReasonBasis: 'ratio', state: 'on_sale' },
    popularity: 2,
  },
  {
    ...{ name: '充5000送1500', yuan: 5000, bonusYuan: 1500, spendOrder: 'principal_first' },
    ...{ refundTerms: BY_LAW, ownReasonBasis: 'list_price', state: 'on_sale', popularity: 1 },
  },
  {
    ...{ name: '老客户回馈 充800', yuan: 800, bonusYuan: 0, spendOrder: 'principal_first' },
    ...{ refundTerms: '未使用的本金随时全额退还。', ownReasonBasis: 'principal', state: 'on_sale' },
    ...{ deskOnly: true, popularity: 1 },
  },
  {
    ...{ name: '开业纪念 充1000送388', yuan: 1000, bonusYuan: 388, spendOrder: 'bonus_first' },
    ...{ refundTerms: BY_LAW, ownReasonBasis: 'list_price', state: 'off_sale', popularity: 0 },
  },
];
