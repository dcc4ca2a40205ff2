import type { PaidOrder, PayOrders } from '../orders/pay-orders.js';
import { isPaid } from '../orders/pay-orders.js';
import type { PayRefund, PayRefunds } from '../refunds/pay-refunds.js';
import { newTransactionId } from '../orders/cashier.js';
import { beijingDate, startOfBeijingDate } from '../time.js';

const NOON_MS = 12 * 3_600_000;
const UNKNOWN_FEN = 100;

/** One line of a bill: a payment, or a refund of it. Money in fen. */
export interface BillEntry {
  readonly at: Date;
  readonly order: PaidOrder;
  readonly refund: PayRefund | undefined;
  readonly amountFen: number;
  /** What the merchant pays for it; negative where it is given back. */
  readonly feeFen: number;
}

/** In what a bill shall differ from the truth. */
export interface BillErrors {
  /** Orders that it leaves out, with their refunds. */
  readonly missing: readonly string[];
  /** How many orders it has that nobody made. */
  readonly unknown: number;
  /** Orders that it has with another amount, in fen. */
  readonly amounts: Readonly<Record<string, number>>;
}

export const NO_ERRORS: BillErrors = { missing: [], unknown: 0, amounts: {} };

/** All that was paid and refunded up to the end of a day in Beijing, the earliest first. */
export function entriesUntil(
  date: string,
  orders: PayOrders,
  refunds: PayRefunds,
  feeRate: number,
): BillEntry[] {
  const fee = (fen: number): number => Math.round((fen * feeRate) / 10_000);
  const paid = orders.all().filter(isPaid);
  const payments = paid.map((order) => ({
    at: order.payment.paidAt,
    order,
    refund: undefined,
    amountFen: order.totalFen,
    feeFen: fee(order.totalFen),
  }));
  const given = refunds.all().flatMap((refund) => {
    const order = orders.find(refund.outTradeNo);
    if (!isPaid(order)) return [];
    const { createdAt: at, refundFen: amountFen } = refund;
    return [{ at, order, refund, amountFen, feeFen: -fee(amountFen) }];
  });
  return [...payments, ...given]
    .filter(({ at }) => beijingDate(at) <= date)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The day's entries with the errors put in. */
export function withErrors(
  date: string,
  entries: readonly BillEntry[],
  errors: BillErrors,
  appid: string,
): BillEntry[] {
  const kept = entries
    .filter(({ order }) => !errors.missing.includes(order.outTradeNo))
    .map((entry) => {
      const other = errors.amounts[entry.order.outTradeNo];
      return other === undefined || entry.refund !== undefined ? entry : withAmount(entry, other);
    });
  const unknown = Array.from({ length: errors.unknown }, (_, at) => unknownEntry(date, at, appid));
  return [...kept, ...unknown];
}

function withAmount(entry: BillEntry, amountFen: number): BillEntry {
  return { ...entry, amountFen, order: { ...entry.order, totalFen: amountFen } };
}

/** An order that the merchant has never made. */
function unknownEntry(date: string, number: number, appid: string): BillEntry {
  const at = new Date(startOfBeijingDate(date).getTime() + NOON_MS + number * 1000);
  const order: PaidOrder = {
    appid,
    description: '未知订单',
    outTradeNo: `UNKNOWN${date.replaceAll('-', '')}${String(number + 1).padStart(4, '0')}`,
    notifyUrl: '',
    totalFen: UNKNOWN_FEN,
    currency: 'CNY',
    openid: 'oUnknown',
    attach: undefined,
    deviceId: undefined,
    expiresAt: at,
    fingerprint: '',
    createdAt: at,
    prepayId: '',
    prepaidAt: at,
    closed: false,
    refunded: false,
    payment: { transactionId: newTransactionId(), paidAt: at, bankType: 'OTHERS', couponFen: 0 },
  };
  return { at, order, refund: undefined, amountFen: UNKNOWN_FEN, feeFen: 1 };
}
