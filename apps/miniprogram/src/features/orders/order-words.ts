import { formatYuan, type OrderState } from '@yance/shared-types';
import type { OrderRefundView, OrderView } from '@/api/types';
import { atSalon, clockOf, dateOf, monthDay } from '@/lib/time';
import type { PayStage } from './pay-stage';

interface Outcome {
  title: string;
  words: string;
}

/** What a payment's stage means to the person who pays. */
export function outcomeOf(
  stage: PayStage,
  { state, refundedFen }: Pick<OrderView, 'state' | 'refundedFen'>,
): Outcome {
  const outcome = OUTCOMES[stage](formatYuan(refundedFen));
  return state === 'part_refunded' ? { ...outcome, title: '已部分退款' } : outcome;
}

const OUTCOMES: Readonly<Record<PayStage, (back: string) => Outcome>> = {
  confirming: () => ({
    title: '处理中，正在确认',
    words: '正在向微信核实这笔付款。可以先离开，确认后会自动到账，不会重复扣款。',
  }),
  unsure: () => ({
    title: '还没有收到付款',
    words:
      '微信暂时没有这笔付款的记录。如果已经付了，稍等就会到账；如果没有付，可以继续支付，同一笔订单不会收两次钱。',
  }),
  cancelled: () => ({
    title: '已取消支付',
    words: '没有扣款。订单为您留着，可以再付。',
  }),
  failed: () => ({
    title: '支付没有成功',
    words: '没有扣款。请检查余额或换一张银行卡再试，订单为您留着。',
  }),
  waiting: () => ({ title: '待支付', words: '还没有付款，没有扣款。' }),
  lapsed: () => ({
    title: '已过付款时间',
    words: '没有收到付款，订单很快会关闭。需要的话请重新下单。',
  }),
  done: () => ({ title: '支付成功', words: '已收到您的付款。' }),
  refunded: (back) => ({ title: '已退款', words: `已退回 ¥${back}，按原付款方式到账。` }),
  closed: () => ({ title: '订单已关闭', words: '没有扣款。需要的话请重新下单。' }),
};

/** The tone of a state's pill. */
export const ORDER_TONES: Readonly<Record<OrderState, 'amber' | 'leaf' | 'quiet'>> = {
  pending: 'amber',
  paid: 'leaf',
  closed: 'quiet',
  part_refunded: 'quiet',
  refunded: 'quiet',
};

/** Where money on its way back is. */
export const REFUND_WORDS: Readonly<Record<OrderRefundView['state'], string>> = {
  requested: '等门店审核',
  approved: '微信处理中，一般 1 到 3 个工作日到账',
  processing: '微信处理中，一般 1 到 3 个工作日到账',
  success: '已退回',
  rejected: '门店没有通过',
  abnormal: '没有退成，门店会联系您',
  by_hand: '微信退不了，由门店线下退给您',
  closed: '没有退成，门店会联系您',
};

/** What the list says of money that goes back; undefined where nothing does. */
export function refundLine({
  refundedFen,
  refundState,
}: Pick<OrderView, 'refundedFen' | 'refundState'>): string | undefined {
  const back = refundedFen > 0 ? [`已退 ¥${formatYuan(refundedFen)}`] : [];
  const rest = refundState === null ? [] : REFUND_REST[refundState];
  return [...back, ...rest].join('，') || undefined;
}

const REFUND_REST: Readonly<Record<OrderRefundView['state'], readonly string[]>> = {
  requested: ['退款等门店审核'],
  approved: ['退款处理中'],
  processing: ['退款处理中'],
  success: [],
  rejected: ['退款申请没有通过'],
  abnormal: ['退款没有退成，门店会联系您'],
  by_hand: ['退款由门店线下退给您'],
  closed: ['退款没有退成，门店会联系您'],
};

/** '11月21日 14:30'; the year is said only when it is not this one. */
export function momentWords(instant: string, today: string): string {
  const at = atSalon(instant);
  return `${monthDay(dateOf(at), today)} ${clockOf(at)}`;
}
