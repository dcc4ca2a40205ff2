import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { RunningSystem, type ApiTwin } from '../support/running-system.js';
import type { Reachable } from '../support/wire.js';
import {
  expectEachCreditedOnce,
  paidOf,
  someBuyers,
  someTopUps,
  type Buyers,
  type TopUp,
} from './payment-wave.js';

const QUERY = '/v3/pay/transactions/out-trade-no/{out_trade_no}';
/** The product leaves so much time between two questions about one order. */
const ASK_AT_MOST_EVERY_MS = 3_000;
/** Longer than the product waits before it asks again, and shorter than it waits for an answer. */
const SLOW_MS = 5_500;

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let twin: ApiTwin;
let buyers: Buyers;

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  system = await RunningSystem.start({ databaseUrl: schema.url });
  twin = await system.startTwin();
  buyers = await someBuyers(inspector, system);
  await system.control('faults', { path: '/notify/pay', kind: 'drop', times: 1_000 });
});
afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

/** Everybody pays, and nobody is told of it. */
async function paidInSilence(many = buyers.clients.length): Promise<TopUp[]> {
  const topUps = await someTopUps(system, { ...buyers, clients: buyers.clients.slice(0, many) });
  for (const { prepayId } of topUps)
    await system.control('cashier', { prepayId, outcome: 'success' });
  return topUps;
}

const tokenOf = ({ clientId }: TopUp): string =>
  buyers.clients.find(({ id }) => id === clientId)?.token ?? '';
/** The phone looks at its order, which asks WeChat. */
const look = (process: Reachable, topUp: TopUp) =>
  process.call(`/client/orders/${topUp.orderNo}`, { token: tokenOf(topUp) });

/** How many of the next questions will still be held. */
async function questionsToHold(): Promise<number> {
  const { items } = await system.control('faults');
  const slow = (items as { path: string; times: number }[]).find(({ path }) => path === QUERY);
  return slow?.times ?? 0;
}

async function askedLongAgo({ orderNo }: TopUp): Promise<boolean> {
  const sql = 'SELECT last_asked_at AS at FROM payment_order WHERE order_no = ?';
  const row = await inspector.database.row<{ at: Date }>(sql, [orderNo]);
  return Date.now() - (row?.at.getTime() ?? Infinity) > ASK_AT_MOST_EVERY_MS;
}

describe('two API processes that ask WeChat about the same open orders', () => {
  it('while phones look at both: every order is credited once', async () => {
    const topUps = await paidInSilence();
    await until('every order is paid', async () => {
      await Promise.all(topUps.flatMap((one) => [look(system, one), look(twin, one)]));
      return (await paidOf(inspector, topUps)).length === topUps.length;
    });
    await expectEachCreditedOnce(inspector, topUps, 1);
  });

  it('each with its question under way before the other has its answer: credited once', async () => {
    const [topUp] = await paidInSilence(1);
    if (!topUp) throw new Error('nobody pays');
    await system.control('faults', { path: QUERY, kind: 'slow', delayMs: SLOW_MS, times: 2 });
    const first = look(system, topUp);
    await until('one question is under way', async () => (await questionsToHold()) === 1);
    await until('the other process may ask again', () => askedLongAgo(topUp));
    const second = look(twin, topUp);
    await until('the other is under way as well', async () => (await questionsToHold()) === 0);
    expect(await paidOf(inspector, [topUp])).toEqual([]);
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200]);
    await expectEachCreditedOnce(inspector, [topUp], 2);
  });
});
