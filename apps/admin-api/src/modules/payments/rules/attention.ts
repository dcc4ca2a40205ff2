import type { PaymentOrder, RefundWarning, WarningKind } from '../payment-order.js';

/** An open order this long after its end should have been closed. */
const OVERDUE_MS = 15 * 60_000;

const WARNINGS: Readonly<Record<WarningKind, string>> = {
  taken_late:
    '有一笔退款已经改为线下付款，微信后来却受理了。还没有转账的，请不要再转；已经转账的，请等微信的结果。核对后请在这笔退款上登记处理结果。',
  paid_twice:
    '这笔退款已经线下付给顾客，微信后来又退了一次，账上只记了线下那一次。请联系顾客退回一笔，再在这笔退款上登记处理结果。',
};

/** What a warning asks of finance, in Chinese. */
export const warningText = ({ kind }: Pick<RefundWarning, 'kind'>): string => WARNINGS[kind];

const MISMATCHES: Readonly<Record<string, string>> = {
  appid: '小程序不一致',
  mchid: '商户号不一致',
  amount: '金额不一致',
  currency: '币种不一致',
  transaction: '微信单号不一致',
  order_no: '订单号不一致',
  order_unknown: '系统里没有这笔订单',
  trade_state: '交易状态不是支付成功',
  refund_no: '退款单号对不上',
  refund_amount: '退款金额不一致',
  contradiction: '与系统里的退款状态矛盾',
  not_applied: '入账时出错，系统会自动重试',
};

/** Why a notification had no effect, in Chinese. */
export function mismatchText(reason: string | null): string | null {
  return reason === null ? null : (MISMATCHES[reason] ?? reason);
}

/** What somebody should look at, in Chinese, refunds that may have been paid twice first; null when all is well. */
export function attentionText(
  order: Pick<PaymentOrder, 'state' | 'expiresAt' | 'attention' | 'lastAnswer'>,
  now: Date,
  warnings: readonly Pick<RefundWarning, 'kind' | 'settledAt'>[],
): string | null {
  const open = warnings.filter(({ settledAt }) => settledAt === null);
  const all = [...new Set([...open.map(warningText), ownAttention(order, now) ?? []].flat())];
  return all.length === 0 ? null : all.join('');
}

function ownAttention(
  order: Pick<PaymentOrder, 'state' | 'expiresAt' | 'attention' | 'lastAnswer'>,
  now: Date,
): string | null {
  const { attention } = order;
  if (attention?.startsWith('mismatch_')) {
    const what = mismatchText(attention.slice('mismatch_'.length));
    return `微信告知的内容与订单对不上（${what}），没有入账。请到微信商户平台核对这笔交易。`;
  }
  if (attention === 'not_applied')
    return '微信已告知结果，但入账时出错，系统会自动重试；请联系技术支持。';
  if (attention === 'other_payer')
    return '付款的微信号不是下单的顾客本人，钱已正常入账；退款会退回付款人，请核对是不是有人代付。';
  if (attention === 'shipping_refused')
    return '微信没有接受发货信息，资金可能暂不结算，请到小程序后台处理。';
  if (attention === 'refund_not_applied')
    return '微信已告知退款结果，但入账时出错，系统会自动重试；请联系技术支持。';
  if (attention?.startsWith('refund_')) return '有一笔退款没有退成功，请看退款里的处理建议。';
  if (order.state === 'pending' && now.getTime() - order.expiresAt.getTime() > OVERDUE_MS) {
    return '订单早已过期却还没有确定结果，系统仍在向微信查询；请检查网络和支付设置。';
  }
  return null;
}

/** Orders made before this instant and still open belong on the list of those to look at. */
export function overdueBefore(now: Date): Date {
  return new Date(now.getTime() - OVERDUE_MS);
}
