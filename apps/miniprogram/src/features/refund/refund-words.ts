import { formatYuan, type RefundCause } from '@yance/shared-types';
import type { RefundQuote, RefundView } from '@/api/types';
import { monthDay } from '@/lib/time';

type Lot = RefundQuote['lots'][number];

/** What of a lot goes back for a cause, in fen. */
export function lotFen(lot: Lot, cause: RefundCause): number {
  switch (cause) {
    case 'cooling_off':
      return lot.coolingOffFen;
    case 'operator':
      return lot.operatorFen;
    case 'own_reason':
      return lot.ownReasonFen;
  }
}

/** Until when the lot is given back without a reason, or that this does not apply to it. */
export const coolingOffWords = ({ coolingOffUntil }: Lot, today: string): string => {
  if (coolingOffUntil === null) return '续买的没有无理由退款期';
  return coolingOffUntil >= today
    ? `到${monthDay(coolingOffUntil, today)}为止可以无理由退款`
    : `无理由退款期已在${monthDay(coolingOffUntil, today)}结束`;
};

/** What was paid, given and used of a lot. */
export const lotWords = (lot: Lot): string =>
  [
    `实付 ¥${formatYuan(lot.paidFen)}`,
    ...(lot.givenFen > 0 ? [`赠 ¥${formatYuan(lot.givenFen)}`] : []),
    `已用 ¥${formatYuan(lot.usedFen)}`,
  ].join('，');

/** What happens with a refund next, as steps in order; the first that is not done is where it stands. */
export function refundSteps(refund: Pick<RefundView, 'state' | 'items' | 'packageId'>) {
  const decided = refund.state === 'approved' || refund.state === 'paid';
  const ways = new Set(refund.items.map(({ way }) => way));
  return [
    {
      name: refund.packageId === null ? '已提交，余额先留着不能用' : '已提交，剩余次数先留着不能用',
      done: true,
    },
    { name: '门店审核', done: decided },
    { name: wayWords(ways), done: refund.state === 'paid' },
  ];
}

function wayWords(ways: ReadonlySet<string>): string {
  if (ways.has('wechat')) {
    return ways.size > 1
      ? '微信付的原路退回，其余由门店转账'
      : '微信原路退回，一般 1 到 3 个工作日到账';
  }
  return ways.has('bank_transfer') ? '门店转到您的银行账户' : '门店付给您';
}

const LEAST_SIGNS = 2;

/** Whether the reason says something. */
export const isReason = (text: string): boolean => text.trim().length >= LEAST_SIGNS;
