import type { TemplateDraft } from '../../modules/coupons/index.js';
import type { StoreKey } from './content-types.js';

type Draft = Partial<Omit<TemplateDraft, 'serviceIds' | 'productIds' | 'storeIds' | 'sort'>>;

/** A kind of coupon as the salon gives it. */
export interface CouponContent extends Draft {
  readonly name: string;
  /** Names of services on the menu. */
  readonly services?: readonly string[];
  /** Left out: good in both stores. */
  readonly onlyIn?: StoreKey;
  /** The share of clients who get one. */
  readonly share: number;
}

const yuan = (amount: number): number => amount * 100;

export const COUPONS: readonly CouponContent[] = [
  {
    ...{ name: '新客礼', kind: 'money_off', amountFen: yuan(50), minSpendFen: yuan(300) },
    ...{ validDays: 30, perClientCap: 1, claimable: true, share: 0.12 },
    note: '首次到店可用，预约时告诉我们即可。',
  },
  {
    ...{ name: '生日礼', kind: 'free_service', services: ['基础清洁补水护理'] },
    ...{ validKind: 'birthday_month', validDays: null, atDesk: false, share: 0.1 },
    note: '生日当月到店，请带上一份好心情。',
  },
  {
    ...{ name: '老带新', kind: 'money_off', amountFen: yuan(100), minSpendFen: yuan(500) },
    ...{ validDays: 60, withCoupons: true, share: 0.08 },
    note: '感谢您介绍朋友来，朋友首次到店后发放。',
  },
  {
    ...{ name: '染烫满减', kind: 'money_off', amountFen: yuan(120), minSpendFen: yuan(600) },
    ...{ services: ['纹理烫', '数码热烫', '全头单色染发', '自然挑染'], validDays: 45 },
    ...{ quota: 200, perClientCap: 2, claimable: true, withTier: false, share: 0.1 },
  },
  {
    ...{ name: '产品九折', kind: 'percent', permille: 900, capFen: yuan(100), scope: 'products' },
    ...{ validDays: 90, claimable: true, perClientCap: 3, share: 0.06 },
  },
  {
    ...{ name: '头皮护理体验', kind: 'trial_price', amountFen: yuan(98) },
    ...{ services: ['头皮检测与深层清洁'], validDays: 30, quota: 50, perClientCap: 1 },
    ...{ claimable: true, share: 0.06 },
  },
  {
    ...{ name: '赠肩颈一次', kind: 'gift_session', services: ['肩颈舒缓'], validDays: 60 },
    ...{ withCoupons: true, share: 0.06, note: '充值或购卡满额赠送，可与其他优惠同享。' },
  },
  {
    ...{ name: '周中护理八五折', kind: 'percent', permille: 850, scope: 'services' },
    ...{ minSpendFen: yuan(200), validDays: 21, onlyIn: 'wukang', withTier: false, share: 0.05 },
    note: '周一至周四到店更清静。',
  },
  {
    ...{ name: '开业纪念立减', kind: 'money_off', amountFen: yuan(30), validDays: 20 },
    ...{ state: 'off', share: 0 },
  },
  {
    ...{ name: '春季焕肤季', kind: 'percent', permille: 800, capFen: yuan(200), scope: 'services' },
    ...{ validDays: 30, quota: 100, state: 'draft', share: 0 },
  },
];
