import { raiseWarning } from '../../../../src/modules/payments/data/refund-warnings.js';
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

/** A refund that WeChat refuses for long: nothing of it is sent while the test works. */
async function aRefusedRefund(
  api: TestApi,
): Promise<{ path: string; refundNo: string; tokens: Tokens }> {
  const till = await tillOf(api);
  const { orderNo } = await aPaidOrder(till, 10_000);
  const tokens = {
    finance: await aStaffToken(api, ['finance'], [till.store.id]),
    manager: await aStaffToken(api, ['manager'], [till.store.id]),
  };
  const send = (token: string, path: string, body: object) =>
    api.call(path, { token, headers: { 'idempotency-key': newId() }, body });
  const asked = await send(tokens.finance, `/staff/payment-orders/${orderNo}/refunds`, {
    ...{ amountFen: 1_000, reason: '少做了一项' },
  });
  const { refundNo } = asked.body as { refundNo: string };
  const path = `/staff/payment-refunds/${refundNo}`;
  await send(tokens.manager, `${path}/approve`, {});
  await api.unitOfWork.run((tx) =>
    tx.run(
      `UPDATE payment_refund SET tries = 1, last_answer = 'RULE_LIMIT', next_try_at = '2037-01-01' WHERE refund_no = ?`,
      [refundNo],
    ),
  );
  return { path, refundNo, tokens };
}

interface Tokens {
  readonly finance: string;
  readonly manager: string;
}

const changesOf = (api: TestApi, refundNo: string, what: string) => async (): Promise<number> => {
  const sql = `SELECT COUNT(*) AS n FROM payment_order_change
                 WHERE what = ? AND JSON_VALUE(detail, '$.refundNo') = ?`;
  return Number((await api.database.row<{ n: number }>(sql, [what, refundNo]))?.n);
};

const askByHand: Given = async (api) => {
  const { path, refundNo, tokens } = await aRefusedRefund(api);
  return {
    ...{ path: `${path}/by-hand`, token: tokens.finance },
    ...{ body: { reason: '账户已注销' }, other: { reason: '超过一年' } },
    effects: changesOf(api, refundNo, 'refund_by_hand_asked'),
  };
};

const decideByHand =
  (step: 'approve' | 'reject', what: string): Given =>
  async (api) => {
    const { path, refundNo, tokens } = await aRefusedRefund(api);
    await api.call(`${path}/by-hand`, {
      ...{ token: tokens.finance, headers: { 'idempotency-key': newId() } },
      body: { reason: '账户已注销' },
    });
    return {
      ...{ path: `${path}/by-hand/${step}`, token: tokens.manager, body: {}, other: { a: 1 } },
      effects: changesOf(api, refundNo, what),
    };
  };

const settleWarning: Given = async (api) => {
  const { path, refundNo, tokens } = await aRefusedRefund(api);
  await api.unitOfWork.run((tx) => raiseWarning(tx, refundNo, 'paid_twice', api.clock.now()));
  return {
    ...{ path: `${path}/warnings/settle`, token: tokens.finance },
    ...{ body: { outcome: 'returned', note: '已转回' }, other: { outcome: 'loss', note: '算了' } },
    effects: changesOf(api, refundNo, 'refund_warning_settled'),
  };
};

/** Writes about payments, on a till of their own. */
export const PAYMENT_WRITES: readonly (readonly [string, Given])[] = [
  ['POST /api/staff/payment-orders/:orderNo/refresh', refresh],
  ['POST /api/staff/payment-orders/:orderNo/refunds', ask],
  ['POST /api/staff/payment-refunds/:refundNo/approve', decide('approve', 'approved')],
  ['POST /api/staff/payment-refunds/:refundNo/reject', decide('reject', 'rejected')],
  ['POST /api/staff/payment-refunds/:refundNo/by-hand', askByHand],
  [
    'POST /api/staff/payment-refunds/:refundNo/by-hand/approve',
    decideByHand('approve', 'refund_by_hand'),
  ],
  [
    'POST /api/staff/payment-refunds/:refundNo/by-hand/reject',
    decideByHand('reject', 'refund_by_hand_rejected'),
  ],
  ['POST /api/staff/payment-refunds/:refundNo/warnings/settle', settleWarning],
];
