import { beijing } from '../time.js';
import type { PaidOrder } from '../orders/pay-orders.js';
import type { PayRefund } from './pay-refunds.js';

const RECEIVED = '支付用户零钱';

/** A refund as the calls answer it. */
export function refundView(refund: PayRefund, order: PaidOrder): object {
  return {
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    channel: refund.channel,
    user_received_account: RECEIVED,
    ...timeOfSuccess(refund),
    create_time: beijing(refund.createdAt),
    status: refund.state,
    funds_account: refund.fundsAccount,
    amount: {
      ...amounts(refund, order),
      from: refund.from,
      settlement_refund: payerRefund(refund, order),
      settlement_total: payerTotal(order),
      discount_refund: refund.refundFen - payerRefund(refund, order),
      currency: 'CNY',
      refund_fee: 0,
    },
    promotion_detail: [],
  };
}

/** What is told of it in a notification: no appid there, and the state is called refund_status. */
export function refundNotice(refund: PayRefund, order: PaidOrder, mchid: string): object {
  return {
    mchid,
    transaction_id: refund.transactionId,
    out_trade_no: refund.outTradeNo,
    refund_id: refund.refundId,
    out_refund_no: refund.outRefundNo,
    refund_status: refund.state,
    ...timeOfSuccess(refund),
    user_received_account: RECEIVED,
    amount: amounts(refund, order),
  };
}

function timeOfSuccess({ succeededAt }: PayRefund): object {
  return succeededAt === undefined ? {} : { success_time: beijing(succeededAt) };
}

function amounts(refund: PayRefund, order: PaidOrder): object {
  return {
    total: order.totalFen,
    refund: refund.refundFen,
    payer_total: payerTotal(order),
    payer_refund: payerRefund(refund, order),
  };
}

function payerTotal(order: PaidOrder): number {
  return order.totalFen - order.payment.couponFen;
}

/** What the person gets of it: her own share of what was paid. */
function payerRefund(refund: PayRefund, order: PaidOrder): number {
  return Math.round((refund.refundFen * payerTotal(order)) / order.totalFen);
}
