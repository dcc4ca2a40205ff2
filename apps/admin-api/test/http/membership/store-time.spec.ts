import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient } from '../../support/people.js';
import { aCounter, payTopUp, startTopUp, yuan, type Counter, type Refund } from './a-counter.js';

/** Two hours west of Beijing. */
const [WEST, OFFSET] = ['Asia/Urumqi', '+06:00'];
const INSTANT = /"(?:\d{4}-\d{2}-\d{2}T[^"]*)"/g;

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
  await counter.api.unitOfWork.run((tx) =>
    tx.run('UPDATE store SET time_zone = ? WHERE id = ?', [WEST, counter.store.id]),
  );
});
afterAll(() => counter.close());

/** What is kept of a change as it was written down then is for programs. */
const shown = (name: string, value: unknown): unknown =>
  name === 'detail' || name === 'facts' ? undefined : value;
const offsetsIn = (body: unknown): string[] => [
  ...new Set((JSON.stringify(body, shown).match(INSTANT) ?? []).map((text) => text.slice(20, -1))),
];

it('money is told in the time of the store where it moved, to staff and to clients', async () => {
  const { store, finance, manager } = counter;
  const client = await aClient(counter.api);
  const { id: planId } = await counter.aPlan();
  const order = await startTopUp(counter, client, { planId, storeId: store.id });
  await payTopUp(counter, client, order);
  const asked = await counter.post(client, '/client/wallet/refunds', {
    ...{ cause: 'own_reason', amountFen: yuan(1000), reason: '搬家了' },
  });
  const { id } = asked.body as Refund;
  await counter.post(manager, `/staff/stored-value-refunds/${id}/approve`, {});
  const statement = await counter.get<{ lines: { txId: string }[] }>(
    finance,
    `/staff/clients/${client.id}/wallet/statement`,
  );
  const [line] = statement.lines;
  const ofStore = `storeId=${store.id}`;
  for (const path of [
    `/staff/payment-orders?${ofStore}&customerId=${client.id}`,
    `/staff/payment-orders/${order.orderNo}`,
    `/staff/payment-refunds?${ofStore}`,
    `/staff/stored-value-refunds?${ofStore}`,
    `/staff/stored-value-refunds/${id}`,
    `/staff/top-ups?${ofStore}`,
    `/staff/clients/${client.id}/wallet/statement`,
    `/staff/ledger/transactions/${line?.txId ?? ''}`,
  ])
    expect([path, offsetsIn(await counter.get(finance, path))]).toEqual([path, [OFFSET]]);
  for (const path of ['/client/wallet/refunds', `/client/orders/${order.orderNo}`])
    expect([path, offsetsIn(await counter.get(client, path))]).toEqual([path, [OFFSET]]);
});

it('an order is found under the day that the wall of its store shows', async () => {
  const client = await aClient(counter.api);
  const { id: planId } = await counter.aPlan();
  // 00:30 on the 24th in Beijing is still the 23rd here.
  counter.api.clock.set(new Date('2026-11-23T16:30:00Z'));
  await counter.later({});
  const { orderNo } = await startTopUp(counter, client, { planId, storeId: counter.store.id });
  const on = (day: string): Promise<{ items: { orderNo: string }[] }> =>
    counter.get(
      counter.finance,
      `/staff/payment-orders?storeId=${counter.store.id}&customerId=${client.id}&from=${day}&to=${day}`,
    );
  expect((await on('2026-11-23')).items.map((one) => one.orderNo)).toEqual([orderNo]);
  expect((await on('2026-11-24')).items).toEqual([]);
});

it('what belongs to no store is told in the salon’s own time', async () => {
  const member = await counter.aMember();
  const { manager } = counter;
  await counter.post(manager, `/staff/clients/${member.id}/freeze`, {
    ...{ storeId: counter.store.id, reason: '手机丢了' },
  });
  const wallet = await counter.wallet(member.id);
  expect(offsetsIn(wallet.freezes)).toEqual(['+08:00']);
  const plan = await counter.get(manager, `/staff/stored-value-plans/${member.plan.id}`);
  expect(offsetsIn(plan)).toEqual(['+08:00']);
});
