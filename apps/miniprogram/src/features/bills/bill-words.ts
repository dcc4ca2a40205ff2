import { formatYuan } from '@yance/shared-types';
import type { BillRow, BillTender, BillView } from '@/api/types';

export const BILL_WORDS: Readonly<Record<BillRow['state'], string>> = {
  open: '开单中',
  parked: '开单中',
  awaiting: '等您确认',
  paid: '已付款',
  reversed: '已冲正',
  void: '已作废',
};

export const BILL_TONES: Readonly<Record<BillRow['state'], 'amber' | 'leaf' | 'quiet'>> = {
  ...{ open: 'quiet', parked: 'quiet', awaiting: 'amber' },
  ...{ paid: 'leaf', reversed: 'quiet', void: 'quiet' },
};

const TENDERS: Readonly<Record<BillTender['kind'], string>> = {
  ...{ cash: '现金', bank_card: '银行卡', paycode: '收款码', voucher: '团购券' },
  ...{ stored_value: '储值', points: '积分抵扣', debt: '挂账' },
};
const CHANNELS: Readonly<Record<string, string>> = {
  ...{ wechat: '微信支付', alipay: '支付宝', meituan: '美团券', douyin: '抖音券' },
};

/** What paid, in her words. */
export const tenderWords = ({ kind, channel }: BillTender): string =>
  CHANNELS[channel ?? ''] ?? TENDERS[kind];

/** The small print of a tender: of stored value its two parts, of points how many. */
export function tenderNote({ kind, principalFen, bonusFen, points }: BillTender): string {
  if (points !== null) return `用 ${points} 积分`;
  if (kind !== 'stored_value' || principalFen === null) return '';
  const bonus = (bonusFen ?? 0) > 0 ? `，赠金 ¥${formatYuan(bonusFen ?? 0)}` : '';
  return `本金 ¥${formatYuan(principalFen)}${bonus}`;
}

/** How she agreed to what was taken from her. */
export const consentWords = ({ way, slipNo }: NonNullable<BillView['confirmation']>): string =>
  ({ member_code: '您出示的会员码', tap: '您在手机上的确认', slip: `签字单 ${slipNo ?? ''}` })[way];

/** '2026年11月', as a heading of the bills of that month. */
export const monthHead = (date: string): string =>
  `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月`;

/** Bills in the order they came, with the month above the first of each. */
export function withMonths<T extends { readonly date: string }>(
  bills: readonly T[],
): Map<T, string> {
  const heads = new Map<T, string>();
  let month = '';
  for (const bill of bills) {
    const own = bill.date.slice(0, 7);
    if (own !== month) heads.set(bill, monthHead(bill.date));
    month = own;
  }
  return heads;
}
