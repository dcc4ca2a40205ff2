import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aStaffToken } from '../../../support/people.js';
import { aPaidOrder, aTillAt, type Till } from '../../payments/a-till.js';
import type { Given } from './writes.js';

/** One for an API: a purpose has one handler. */
const tills = new WeakMap<TestApi, Promise<Till>>();

function tillOf(api: TestApi): Promise<Till> {
  const till = tills.get(api) ?? aTillAt(api);
  tills.set(api, till);
  return till;
}

async function refundsOf(api: TestApi, orderNo: string, state: string): Promise<number> {
  const sql = 'SELECT COUNT(*) AS n FROM payment_refund WHERE order_no = ? AND state = ?';
  return Number((await api.database.row<{ n: number }>(sql, [orderNo, state]))?.n);
}

const ask: Given = async (api) => {
  const till = await tillOf(api);
  const { orderNo } = await aPaidOrder(till, 10_000);
  return {
    path: `/staff/payment-orders/${orderNo}/refunds`,
    token: await aStaffToken(api, ['finance'], [till.store.id]),
    body: { amountFen: 1_000, reason: '少做了一项' },
    other: { amountFen: 2_000, reason: '少做了一项' },
    effects: () => refundsOf(api, orderNo, 'requested'),
  };
};

const decide =
  (step: 'approve' | 'reject', state: string): Given =>
  async (api) => {
    const till = await tillOf(api);
    const { orderNo } = await aPaidOrder(till, 10_000);
    const { body } = await api.call(`/staff/payment-orders/${orderNo}/refunds`, {
      token: await aStaffToken(api, ['finance'], [till.store.id]),
      headers: { 'idempotency-key': newId() },
      body: { amountFen: 1_000, reason: '少做了一项' },
    });
    return {
      path: `/staff/payment-refunds/${(body as { refundNo: string }).refundNo}/${step}`,
      token: await aStaffToken(api, ['manager'], [till.store.id]),
      body: { note: '核对过了' },
      other: { note: '又看了一遍' },
      effects: () => refundsOf(api, orderNo, state),
    };
  };

const refresh: Given = async (api) => {
  const till = await tillOf(api);
  const { orderNo } = await till.anOrder();
  return {
    path: `/staff/payment-orders/${orderNo}/refresh`,
    token: await aStaffToken(api, ['finance'], [till.store.id]),
    body: {},
    other: { a: 1 },
    effects: () => Promise.resolve(1),
  };
};

/** Writes about payments, on a till of their own. */
export const PAYMENT_WRITES: readonly (readonly [string, Given])[] = [
  ['POST /api/staff/payment-orders/:orderNo/refresh', refresh],
  ['POST /api/staff/payment-orders/:orderNo/refunds', ask],
  ['POST /api/staff/payment-refunds/:refundNo/approve', decide('approve', 'approved')],
  ['POST /api/staff/payment-refunds/:refundNo/reject', decide('reject', 'rejected')],
];
