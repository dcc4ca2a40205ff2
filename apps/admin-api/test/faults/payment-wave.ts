import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { VerifyLedger } from '../../src/modules/ledger/index.js';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { aStore } from '../support/given/index.js';
import { aClient, aStaffToken } from '../support/people.js';
import { SIGNATURE } from '../support/signature.js';
import type { RunningSystem } from '../support/running-system.js';
import type { Reachable } from '../support/wire.js';

const CLIENTS = 24;
const PRICE_FEN = 100_000;
/** WeChat repeats after 15 s, 15 s, 30 s …; here after thousandths of them. */
const RETRY_PACE = 200;

interface Buyer {
  readonly id: string;
  readonly token: string;
}

/** One top-up of one client, opened and not paid yet. */
export interface TopUp {
  readonly clientId: string;
  readonly orderNo: string;
  readonly prepayId: string;
}

/** What a salon sells and who buys it. */
export interface Buyers {
  readonly planId: string;
  readonly storeId: string;
  readonly clients: readonly Buyer[];
}

/** A plan made through the API of an inspector, and clients of the running system. */
export async function someBuyers(inspector: TestApi, system: Reachable): Promise<Buyers> {
  const store = await aStore(inspector);
  const manager = await aStaffToken(inspector, ['manager'], [store.id]);
  const { status, body } = await inspector.call('/staff/stored-value-plans', {
    token: manager,
    headers: { 'idempotency-key': randomUUID() },
    body: {
      ...{ name: '充1000送200', priceFen: PRICE_FEN, bonusFen: 20_000, spendOrder: 'bonus_first' },
      ...{ validEverywhere: true, onPhone: true, refundTerms: '余额随时可退。' },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1, storeIds: [store.id] },
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  await system.control('pay', { retryPace: RETRY_PACE });
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => aClient(system)));
  return { planId: (body as { id: string }).id, storeId: store.id, clients };
}

/** Each client starts one top-up. */
export function someTopUps(system: Reachable, { planId, clients }: Buyers): Promise<TopUp[]> {
  return Promise.all(
    clients.map(async ({ id, token }) => {
      const headers = { 'idempotency-key': randomUUID() };
      const body = { planId, signature: SIGNATURE };
      const answer = await system.call('/client/top-ups', { token, headers, body });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      const { orderNo, pay } = answer.body as { orderNo: string; pay: { package: string } };
      return { clientId: id, orderNo, prepayId: pay.package.replace('prepay_id=', '') };
    }),
  );
}

/** Orders whose notification we answered with 204. */
export async function acknowledged(system: Reachable, topUps: readonly TopUp[]): Promise<string[]> {
  const { items } = await system.control('notifications?state=delivered');
  const delivered = new Set((items as { outTradeNo: string }[]).map((one) => one.outTradeNo));
  return topUps.map(({ orderNo }) => orderNo).filter((orderNo) => delivered.has(orderNo));
}

/** Everybody pays at once; `fault` happens when so many notifications are acknowledged. */
export async function payAll(
  system: RunningSystem,
  topUps: readonly TopUp[],
  acknowledgedBefore: number,
  fault: () => Promise<void>,
): Promise<void> {
  const paying = Promise.all(
    topUps.map(({ prepayId }) => system.control('cashier', { prepayId, outcome: 'success' })),
  );
  await until('so many are acknowledged', async () => {
    return (await acknowledged(system, topUps)).length >= acknowledgedBefore;
  });
  await fault();
  await paying;
}

/** Orders of these that stand as paid in the database. */
export async function paidOf(inspector: TestApi, topUps: readonly TopUp[]): Promise<string[]> {
  const rows = await inspector.database.rows<{ orderNo: string }>(
    `SELECT order_no AS orderNo FROM payment_order WHERE state = 'paid'
     AND order_no IN (${topUps.map(() => '?').join(', ')})`,
    topUps.map(({ orderNo }) => orderNo),
  );
  return rows.map(({ orderNo }) => orderNo);
}

/** All are paid in the end, each credited once, and the books are sound. */
export async function expectEachCreditedOnce(
  inspector: TestApi,
  topUps: readonly TopUp[],
  rounds: number,
): Promise<void> {
  await until('every order is paid', async () => {
    return (await paidOf(inspector, topUps)).length === topUps.length;
  });
  const rows = await inspector.database.rows<{ clientId: string; sum: unknown }>(
    `SELECT a.owner_id AS clientId,
       SUM(CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END) AS sum
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.code = 'SV_PRINCIPAL' GROUP BY a.owner_id`,
  );
  const credited = new Map(rows.map(({ clientId, sum }) => [clientId, Number(sum)]));
  for (const { clientId } of topUps) expect(credited.get(clientId)).toBe(rounds * PRICE_FEN);
  const events = await inspector.database.rows<{ orderNo: string; count: unknown }>(
    `SELECT subject_id AS orderNo, COUNT(*) AS count FROM outbox_event
     WHERE topic = 'payment.paid' GROUP BY subject_id HAVING COUNT(*) > 1`,
  );
  expect(events).toEqual([]);
  const verdict = await inspector.app.get(VerifyLedger, { strict: false }).run();
  expect(verdict.firstBadRow).toBeUndefined();
}

/** A look from the side whose connections do not outlive a crash of the database. */
export async function inspecting(
  databaseUrl: string,
  look: (inspector: TestApi) => Promise<void>,
): Promise<void> {
  const inspector = await anApi(databaseUrl);
  try {
    await look(inspector);
  } finally {
    await inspector.close();
  }
}
