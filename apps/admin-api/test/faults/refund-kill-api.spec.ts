import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../src/modules/ledger/index.js';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { aStaffToken } from '../support/people.js';
import { RunningSystem } from '../support/running-system.js';
import { paidOf, someBuyers, someTopUps, type Buyers, type TopUp } from './payment-wave.js';

const REFUNDS = '/v3/refund/domestic/refunds';
const PRICE_FEN = 100_000;
const WALLET_REFUNDS = '/client/wallet/refunds';

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let buyers: Buyers;
let finance: string;
let manager: string;
/** Clients who have bought and given nothing back yet. */
let paid: TopUp[];

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  system = await RunningSystem.start({ databaseUrl: schema.url });
  const many = await someBuyers(inspector, system);
  buyers = { ...many, clients: many.clients.slice(0, 4) };
  finance = await aStaffToken(inspector, ['finance'], [buyers.storeId]);
  manager = await aStaffToken(inspector, ['manager'], [buyers.storeId]);
  paid = await someTopUps(system, buyers);
  for (const { prepayId } of paid)
    await system.control('cashier', { prepayId, outcome: 'success' });
  await until('all have paid', async () => (await paidOf(inspector, paid)).length === paid.length);
});
afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

interface Refund {
  readonly id: string;
  readonly token: string;
  readonly orderNo: string;
}

const write = (path: string, token: string, body: object) =>
  system.call(path, { token, body, headers: { 'idempotency-key': randomUUID() } });

const nobody = (): never => {
  throw new Error('everybody has been paid back');
};

/** The client asks for all of it back, and finance agrees: the next sweep sends it. */
async function anAgreedRefund(): Promise<Refund> {
  const { clientId, orderNo } = paid.pop() ?? nobody();
  const token = buyers.clients.find(({ id }) => id === clientId)?.token ?? '';
  const wish = { cause: 'own_reason', amountFen: PRICE_FEN, reason: '搬家了' };
  const { status, body } = await write(WALLET_REFUNDS, token, wish);
  expect(status).toBe(201);
  const { id } = body as { id: string };
  const agreed = await write(`/staff/stored-value-refunds/${id}/approve`, finance, {});
  expect(agreed.status).toBe(200);
  return { id, token, orderNo };
}

/** What WeChat has taken of an order, whatever we know of it. */
async function atWechat({ orderNo }: Refund): Promise<{ outRefundNo: string; state: string }[]> {
  const { items } = await system.control(`refunds?outTradeNo=${orderNo}`);
  return items as { outRefundNo: string; state: string }[];
}

interface Row {
  readonly refundNo: string;
  readonly state: string;
  readonly tries: number;
  readonly answer: string | null;
}

async function inTable({ orderNo }: Refund): Promise<Row> {
  const sql = `SELECT refund_no AS refundNo, state, tries, last_answer AS answer
               FROM payment_refund WHERE order_no = ?`;
  const rows = await inspector.database.rows<Row>(sql, [orderNo]);
  expect(rows).toHaveLength(1);
  return rows[0] ?? { refundNo: '', state: 'none', tries: 0, answer: null };
}

/** All that the entries of this refund moved through WeChat's account. */
async function paidOut({ id }: Refund): Promise<{ entries: number; sum: number }> {
  const row = await inspector.database.row<{ entries: unknown; sum: unknown }>(
    `SELECT COUNT(DISTINCT t.id) AS entries, COALESCE(SUM(p.amount), 0) AS sum
     FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
     JOIN ledger_account a ON a.id = p.credit_account_id
     WHERE a.code = 'WX_CLEARING' AND (t.biz_key = ? OR t.biz_key LIKE CONCAT(?, '.%'))`,
    [id, id],
  );
  return { entries: Number(row?.entries), sum: Number(row?.sum) };
}

async function expectOneRefund(refund: Refund): Promise<void> {
  await until('the client sees it paid', async () => {
    const answer = await system.call(`${WALLET_REFUNDS}/${refund.id}`, { token: refund.token });
    return (answer.body as { state?: string }).state === 'paid';
  });
  expect(await atWechat(refund)).toHaveLength(1);
  expect(await paidOut(refund)).toEqual({ entries: 1, sum: PRICE_FEN });
  const { body } = await system.call('/client/wallet', { token: refund.token });
  expect(body).toMatchObject({ principalFen: 0, bonusFen: 0 });
  const verdict = await inspector.app.get(VerifyLedger, { strict: false }).run();
  expect(verdict.firstBadRow).toBeUndefined();
}

/** Kills the API, and lets the time go by after which others may do what it was at. */
async function crash(): Promise<void> {
  await system.crashApi();
  const sql = `UPDATE sweep SET lease_until = started_at WHERE name = 'payments.refunds'`;
  await inspector.unitOfWork.run((tx) => tx.run(sql));
}

/** Kills the API while it waits for the answer to a refund that WeChat has taken already. */
async function killWhileWaiting(): Promise<Refund> {
  await system.control('faults', {
    ...{ path: REFUNDS, kind: 'timeout', afterAccepting: true, delayMs: 60_000 },
  });
  const refund = await anAgreedRefund();
  await until('WeChat has taken it', async () => (await atWechat(refund)).length === 1);
  await crash();
  // What we know at this moment is that it has to be sent.
  expect(await inTable(refund)).toMatchObject({
    ...{ state: 'approved', tries: 1, answer: 'sending' },
  });
  expect(await paidOut(refund)).toEqual({ entries: 0, sum: 0 });
  return refund;
}

describe('kill -9 after WeChat has taken a refund and before we know', () => {
  it('and WeChat still works on it: the same number goes out again, and is one refund', async () => {
    await system.control('pay', { refundSeconds: null });
    const refund = await killWhileWaiting();
    await system.startApi();
    await until('it is sent again', async () => (await inTable(refund)).state === 'processing');
    const [one] = await atWechat(refund);
    await system.control('refund', { outRefundNo: one?.outRefundNo, outcome: 'success' });
    await expectOneRefund(refund);
  });

  it('and WeChat has paid it while we were gone, all its notifications lost', async () => {
    await system.control('pay', { refundSeconds: 0 });
    await system.control('faults', { path: '/notify/refund', kind: 'drop', times: 1_000 });
    const refund = await killWhileWaiting();
    await system.startApi();
    await expectOneRefund(refund);
  });

  it('twice in a row, and then the answer and the notification come at once', async () => {
    await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
    await system.control('pay', { refundSeconds: 0 });
    const refund = await killWhileWaiting();
    const held = { path: REFUNDS, kind: 'timeout', afterAccepting: true, delayMs: 60_000 };
    await system.control('faults', held);
    await system.startApi();
    await until('it is sent again, or told', async () => {
      const { state, tries } = await inTable(refund);
      return tries > 1 || state !== 'approved';
    });
    await crash();
    await system.startApi();
    await expectOneRefund(refund);
  });
});

describe('kill -9 while a refund is taken out of WeChat’s hands', () => {
  it('leaves it as it was, and it is taken out once when it is asked for again', async () => {
    await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
    await system.control('pay', { refundRefusal: 'INVALID_REQUEST' });
    const refund = await anAgreedRefund();
    await until('it is refused', async () => (await inTable(refund)).answer === 'INVALID_REQUEST');
    const path = `/staff/payment-refunds/${(await inTable(refund)).refundNo}/by-hand`;
    expect((await write(path, finance, { reason: '付款已超过一年' })).status).toBe(200);
    const held = { path: `${REFUNDS}/{out_refund_no}`, kind: 'timeout', delayMs: 60_000 };
    await system.control('faults', held);
    const lost = write(`${path}/approve`, manager, {}).catch(() => undefined);
    await until('WeChat is asked', async () => {
      const { items } = await system.control('faults');
      return (items as unknown[]).length === 0;
    });
    await crash();
    await lost;
    expect((await inTable(refund)).state).toBe('approved');
    await system.startApi();
    await until('it is agreed to', async () => {
      const { status } = await write(`${path}/approve`, manager, {});
      return status === 200;
    });
    expect((await inTable(refund)).state).toBe('by_hand');
    expect(await atWechat(refund)).toHaveLength(0);
    expect(await paidOut(refund)).toEqual({ entries: 0, sum: 0 });
  });
});
