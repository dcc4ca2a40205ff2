import { formatYuan } from '@yance/shared-types';
import { fillBlanks } from '../../rules/contract-body.js';
import { listPriceOf, type PackagePlanDraft } from './plan-draft.js';

/** The blanks that a text about packages may have, and what they stand for. */
export const PACKAGE_BLANKS: Readonly<Record<string, string>> = {
  方案: '卡项的名称',
  包含内容: '每一项的名称和次数',
  实付金额: '实际支付的金额',
  优惠前价格: '按优惠前价格计算的总额',
  赠送次数: '赠送的次数合计',
  有效期: '使用期限',
  适用门店: '可以使用的门店',
  退款约定: '卡项的退款约定',
  无理由退款天数: '无理由退款的天数',
};

/** What the salon's own settings say beside the plan. */
export interface PackageTerms {
  /** Names of the stores where it is valid; null for all of them. */
  readonly validIn: readonly string[] | null;
  readonly coolingOffDays: number;
}

/** The words that the client agrees to: the text with its blanks filled. */
export function packageContractBody(
  text: string,
  plan: PackagePlanDraft,
  { validIn, coolingOffDays }: PackageTerms,
): string {
  const gifts = plan.items.reduce((sum, item) => sum + item.giftSessions, 0);
  return fillBlanks(text, {
    方案: plan.name,
    包含内容: contentWords(plan),
    实付金额: `${formatYuan(plan.priceFen)} 元`,
    优惠前价格: `${formatYuan(listPriceOf(plan))} 元`,
    赠送次数: String(gifts),
    有效期: validityWords(plan),
    适用门店: validIn === null ? '本品牌所有门店' : validIn.join('、'),
    退款约定: plan.refundTerms,
    无理由退款天数: String(coolingOffDays),
  });
}

/** What is in it, in words. */
export function contentWords({ kind, items, usesPerDay }: PackagePlanDraft): string {
  const names = items.map((item) => {
    if (kind === 'time')
      return usesPerDay === null
        ? `${item.name}，期内不限次`
        : `${item.name}，每天最多 ${usesPerDay} 次`;
    const gifts = item.giftSessions > 0 ? `（另赠 ${item.giftSessions} 次）` : '';
    return `${item.name} ${item.sessions} 次${gifts}`;
  });
  return names.join('、');
}

/** For how long, in words. */
export const validityWords = ({ validDays }: Pick<PackagePlanDraft, 'validDays'>): string =>
  validDays === null ? '不限期' : `付款之日起 ${validDays} 天（含当天）`;
