import type { JsonObject } from '../../http/raw-body.js';
import { canonical, optionalNotifyUrl, PayFields } from '../wire/body.js';

const OUT_REFUND_NO = /^[0-9A-Za-z_\-|*@]{1,64}$/;
const TRANSACTION_ID = /^\d{28,32}$/;
const FUNDS_ACCOUNT = /^(AVAILABLE|UNSETTLED)$/;

/** What a refund asks for. */
export interface RefundRequest {
  readonly transactionId: string | undefined;
  readonly outTradeNo: string | undefined;
  readonly outRefundNo: string;
  readonly reason: string | undefined;
  readonly notifyUrl: string | undefined;
  readonly fundsAccount: string;
  readonly refundFen: number;
  readonly totalFen: number;
  readonly from: readonly { readonly account: string; readonly amount: number }[];
  readonly fingerprint: string;
}

/** @throws PayError PARAM_ERROR naming the first field that is wrong */
export function readRefund(body: JsonObject): RefundRequest {
  const fields = new PayFields(body);
  const transactionId = fields.optionalText('transaction_id', { max: 32, pattern: TRANSACTION_ID });
  const outTradeNo = fields.optionalText('out_trade_no', { max: 32 });
  if (transactionId === undefined && outTradeNo === undefined) {
    fields.refuse('out_trade_no', '与 transaction_id 须有其一');
  }
  const outRefundNo = fields.text('out_refund_no', { max: 64, pattern: OUT_REFUND_NO });
  const reason = fields.optionalText('reason', { max: 80 });
  const notifyUrl = optionalNotifyUrl(fields, 256);
  const fundsAccount = fields.optionalText('funds_account', { max: 32, pattern: FUNDS_ACCOUNT });
  const amount = fields.object('amount');
  const refundFen = amount.fen('refund');
  const totalFen = amount.fen('total');
  amount.text('currency', { max: 16, pattern: /^CNY$/ });
  const from = amount.objects('from').map((each) => ({
    account: each.text('account', { max: 32, pattern: /^(AVAILABLE|UNAVAILABLE)$/ }),
    amount: each.fen('amount'),
  }));
  if (from.length > 0 && from.reduce((sum, each) => sum + each.amount, 0) !== refundFen) {
    amount.refuse('from', '各账户金额之和须等于退款金额');
  }
  return {
    ...{ transactionId, outTradeNo, outRefundNo, reason, notifyUrl, refundFen, totalFen, from },
    fundsAccount: fundsAccount ?? 'AVAILABLE',
    fingerprint: canonical({ refundFen, totalFen, from }),
  };
}
