/** A payment as WeChat tells of it, in an answer and in a notification alike. */
export interface TransactionFacts {
  readonly appId: string;
  readonly merchantId: string;
  readonly orderNo: string;
  /** SUCCESS, REFUND (paid, and something went back), NOTPAY, CLOSED … */
  readonly tradeState: string;
  /** Only when it was paid. */
  readonly transactionId: string | null;
  /** What was asked for, in fen: with a coupon of WeChat's own the payer pays less, and we still get this. */
  readonly totalFen: number | null;
  readonly currency: string | null;
  readonly payerFen: number | null;
  readonly paidAt: Date | null;
  /** Who paid, under our appid; only when it was paid. */
  readonly payerOpenid: string | null;
}

export type RefundStatus = 'SUCCESS' | 'PROCESSING' | 'ABNORMAL' | 'CLOSED';

/** A refund as WeChat tells of it. */
export interface RefundFacts {
  /** Only notifications name the merchant. */
  readonly merchantId: string | null;
  readonly orderNo: string;
  readonly transactionId: string;
  readonly refundNo: string;
  readonly refundId: string;
  readonly status: RefundStatus;
  readonly totalFen: number;
  readonly refundFen: number;
  /** Only answers name the currency. */
  readonly currency: string | null;
  readonly settledAt: Date | null;
  /** Where the money went, in WeChat's words: 招商银行信用卡0403. */
  readonly receivedAccount: string | null;
}

type Members = Readonly<Record<string, unknown>>;

/** Something that WeChat always sends is not there, or of another kind. */
export class FactsMissing extends Error {
  constructor(member: string) {
    super(`no usable ${member}`);
    this.name = 'FactsMissing';
  }
}

export function membersOf(value: unknown, name: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw new FactsMissing(name);
}

export function text(from: Members, name: string): string {
  const value = from[name];
  if (typeof value === 'string' && value !== '' && value.length <= 200) return value;
  throw new FactsMissing(name);
}

const textIfAny = (from: Members, name: string): string | null =>
  from[name] === undefined || from[name] === null || from[name] === '' ? null : text(from, name);

/** Fen, as an integer: a fraction or a text is not taken for one. */
function fen(from: Members, name: string): number {
  const value = from[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new FactsMissing(name);
}

const fenIfAny = (from: Members, name: string): number | null =>
  from[name] === undefined || from[name] === null ? null : fen(from, name);

function instantIfAny(from: Members, name: string): Date | null {
  const written = textIfAny(from, name);
  if (written === null) return null;
  const instant = new Date(written);
  if (Number.isNaN(instant.getTime())) throw new FactsMissing(name);
  return instant;
}

/** @throws FactsMissing */
export function readTransaction(value: unknown): TransactionFacts {
  const from = membersOf(value, 'transaction');
  const amount = from['amount'] === undefined ? {} : membersOf(from['amount'], 'amount');
  const payer = from['payer'] === undefined ? {} : membersOf(from['payer'], 'payer');
  return {
    appId: text(from, 'appid'),
    merchantId: text(from, 'mchid'),
    orderNo: text(from, 'out_trade_no'),
    tradeState: text(from, 'trade_state'),
    transactionId: textIfAny(from, 'transaction_id'),
    totalFen: fenIfAny(amount, 'total'),
    currency: textIfAny(amount, 'currency'),
    payerFen: fenIfAny(amount, 'payer_total'),
    paidAt: instantIfAny(from, 'success_time'),
    payerOpenid: textIfAny(payer, 'openid'),
  };
}

const STATUSES: readonly string[] = ['SUCCESS', 'PROCESSING', 'ABNORMAL', 'CLOSED'];

/** Answers say `status`, notifications `refund_status`. @throws FactsMissing */
export function readRefund(value: unknown): RefundFacts {
  const from = membersOf(value, 'refund');
  const amount = membersOf(from['amount'], 'amount');
  const status = text(from, from['refund_status'] === undefined ? 'status' : 'refund_status');
  if (!STATUSES.includes(status)) throw new FactsMissing('status');
  return {
    merchantId: textIfAny(from, 'mchid'),
    orderNo: text(from, 'out_trade_no'),
    transactionId: text(from, 'transaction_id'),
    refundNo: text(from, 'out_refund_no'),
    refundId: text(from, 'refund_id'),
    status: status as RefundStatus,
    totalFen: fen(amount, 'total'),
    refundFen: fen(amount, 'refund'),
    currency: textIfAny(amount, 'currency'),
    settledAt: instantIfAny(from, 'success_time'),
    receivedAccount: textIfAny(from, 'user_received_account'),
  };
}
