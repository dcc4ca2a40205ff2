import { placeholders, type Reader } from '../../../platform/database/index.js';
import type { PaymentOrder, PaymentRefund } from '../payment-order.js';
import { orderByNo, ordersWhere } from './orders.js';
import { refundsWhere } from './refunds.js';

/** A client's orders, latest first, those before `beforeNo`. */
export function ordersOfCustomer(
  reader: Reader,
  customerId: string,
  page: { readonly beforeNo?: string; readonly limit: number },
): Promise<PaymentOrder[]> {
  const [condition, values] =
    page.beforeNo === undefined ? ['', []] : ['AND o.order_no < ?', [page.beforeNo]];
  return ordersWhere(reader, `o.customer_id = ? ${condition} ORDER BY o.order_no DESC LIMIT ?`, [
    ...[customerId, ...values, page.limit],
  ]);
}

/** One order of this client; undefined for another's. */
export async function orderOfCustomer(
  reader: Reader,
  customerId: string,
  orderNo: string,
): Promise<PaymentOrder | undefined> {
  const order = await orderByNo(reader, orderNo);
  return order?.customerId === customerId ? order : undefined;
}

/** Refunds by their numbers; those that are not there are left out. */
export async function refundsByNos(
  reader: Reader,
  refundNos: readonly string[],
): Promise<PaymentRefund[]> {
  if (refundNos.length === 0) return [];
  return refundsWhere(reader, `r.refund_no IN (${placeholders(refundNos)})`, refundNos);
}

/** Refunds of these orders, oldest first. */
export async function refundsOfOrders(
  reader: Reader,
  orderNos: readonly string[],
): Promise<PaymentRefund[]> {
  if (orderNos.length === 0) return [];
  const condition = `r.order_no IN (${placeholders(orderNos)}) ORDER BY r.requested_at, r.refund_no`;
  return refundsWhere(reader, condition, orderNos);
}
