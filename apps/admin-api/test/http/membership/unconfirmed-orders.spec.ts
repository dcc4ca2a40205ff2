import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient } from '../../support/people.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aCounter, startTopUp, type Counter, type PhoneTopUp } from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

interface Told {
  readonly state: string;
  readonly confirmed: boolean;
}
const QUERY = { path: '/v3/pay/transactions/out-trade-no', kind: 'http500' };

async function anOrder(): Promise<PhoneTopUp & { read: () => Promise<Told> }> {
  const client = await aClient(counter.api);
  const { id: planId } = await counter.aPlan();
  const started = await startTopUp(counter, client, { planId });
  return { ...started, read: () => counter.get(client, `/client/orders/${started.orderNo}`) };
}

it('an order says that WeChat could not be asked, until it could', async () => {
  const order = await anOrder();
  await spoilLetters(counter, order, { kind: 'drop' });
  await counter.api.control('faults', { ...QUERY, times: 1 });
  await counter.api.control('cashier', { prepayId: order.prepayId, outcome: 'success' });
  expect(await order.read()).toMatchObject({ state: 'pending', confirmed: false });
  counter.api.clock.advance({ minutes: 1 });
  expect(await order.read()).toMatchObject({ state: 'paid', confirmed: true });
});

it('an answer of a moment ago does not confirm what may have happened since', async () => {
  const order = await anOrder();
  expect(await order.read()).toMatchObject({ state: 'pending', confirmed: true });
  expect(await order.read()).toMatchObject({ state: 'pending', confirmed: false });
  counter.api.clock.advance({ minutes: 1 });
  expect(await order.read()).toMatchObject({ state: 'pending', confirmed: true });
});
