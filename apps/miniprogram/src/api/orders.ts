import { newKey } from '@/lib/new-key';
import { api } from './api';
import { lastAnswer, useRemote } from './remote';
import type { OrderDetailView, OrderView, Page } from './types';

const keyOf = (orderNo: string): string => `/client/orders/${orderNo}`;

/** One page of the client's orders, latest first. */
export const loadOrders = (cursor?: string): Promise<Page<OrderView>> =>
  api('get', '/api/client/orders', { query: { cursor } });

/** The first page, kept for whoever shows what waits to be paid. */
export const useLatestOrders = () =>
  useRemote('/client/orders?', async () => (await loadOrders()).items);

const loadOrder = (orderNo: string): Promise<OrderDetailView> =>
  api('get', '/api/client/orders/{orderNo}', { params: { orderNo } });

/** An order; the API asks WeChat when the answer is not known yet. */
export const useOrder = (orderNo: string) =>
  useRemote(orderNo === '' ? null : keyOf(orderNo), () => loadOrder(orderNo));

/** Whether WeChat itself answered when the order was asked for last; false when nobody could be asked. */
export function wasConfirmed(orderNo: string): boolean {
  const { data, error } = lastAnswer<OrderDetailView>(keyOf(orderNo));
  return error === undefined && data?.confirmed === true;
}

/** Opens the cashier once more for an order that was not paid: the same order, so it cannot be paid twice. */
export const payOrder = (orderNo: string) =>
  api('post', '/api/client/orders/{orderNo}/pay', { params: { orderNo } }, newKey());
