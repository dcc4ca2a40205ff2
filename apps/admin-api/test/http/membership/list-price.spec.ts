import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aCounter, yuan, type Counter, type Spend } from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

it('a typed price before discount is at most ten times the charge', async () => {
  const { id } = await counter.aMember();
  const refused = await counter.charge(id, yuan(1), { listPriceFen: yuan(10) + 1 });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'listPriceFen' }] } });
  expect((await counter.charge(id, yuan(1), { listPriceFen: yuan(10) })).status).toBe(201);
});

it('a price before discount is shown to the client with the deduction', async () => {
  const member = await counter.aMember();
  const { id } = (await counter.charge(member.id, yuan(300), { listPriceFen: yuan(450) }))
    .body as Spend;
  expect(await counter.get(member, `/client/wallet/spends/${id}`)).toMatchObject({
    ...{ amountFen: yuan(300), listPriceFen: yuan(450) },
  });
});

it('a refund of nothing while principal is left is only the client’s own to ask for', async () => {
  const member = await counter.aMember();
  await counter.charge(member.id, yuan(100), { listPriceFen: yuan(1000) });
  const wish = { cause: 'own_reason', amountFen: 0, reason: '搬家了' };
  const forHer = await counter.post(counter.desk, `/staff/clients/${member.id}/refunds`, {
    ...{ ...wish, storeId: counter.store.id },
  });
  expect([forHer.status, codeOf(forHer)]).toEqual([409, 'REFUND_GIVES_NOTHING']);
  const herself = await counter.post(member, '/client/wallet/refunds', wish);
  expect(herself).toMatchObject({ status: 201, body: { amountFen: 0 } });
});
