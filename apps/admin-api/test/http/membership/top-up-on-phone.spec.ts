import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf, tally } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import {
  SIGNATURE,
  aCounter,
  aKey,
  orderState,
  payTopUp,
  rawValue,
  startTopUp,
  yuan,
  type Counter,
  type Plan,
} from './a-counter.js';

let counter: Counter;
let plan: Plan;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
  plan = await counter.aPlan();
});
afterAll(() => counter.close());

const wallet = (client: { token: string }) =>
  counter.get<{ principalFen: number; bonusFen: number; unsignedContracts: number }>(
    client,
    '/client/wallet',
  );
const signed = ({ id }: Plan) => ({ planId: id, signature: SIGNATURE });
const rowsOf = (orderNo: string): Promise<object[]> =>
  counter.api.database.rows('SELECT id FROM ledger_tx WHERE kind = ? AND biz_key = ?', [
    ...['top_up', orderNo],
  ]);

interface Offers {
  readonly items: {
    readonly id: string;
    readonly contracts: { storeId: string; body: string; offerHash: string }[];
  }[];
}

const signLaterAt = async (storeId: string): Promise<void> => {
  const answer = await counter.api.call(`/staff/membership-settings/${storeId}`, {
    ...{ method: 'PATCH', token: counter.owner.token },
    body: { signBeforePaying: false },
    headers: { 'idempotency-key': aKey() },
  });
  expect(answer.status).toBe(200);
};

describe('a top-up on the phone', () => {
  it('offers the plan with its contract, credits it when paid, and keeps the contract as it was signed', async () => {
    const client = await aClient(counter.api);
    const { items } = await counter.get<{
      items: { id: string; contract: { textId: string; body: string; offerHash: string } }[];
    }>(client, '/client/top-up-plans');
    const offered = items.find((item) => item.id === plan.id);
    expect(offered?.contract.body).toContain('实付 1,000 元，赠送 200 元，优惠前价格合计 1,200 元');
    const started = await startTopUp(counter, client, {
      ...{ planId: plan.id, contractTextId: offered?.contract.textId, signature: SIGNATURE },
      offerHash: offered?.contract.offerHash,
    });
    expect(await wallet(client)).toMatchObject({ principalFen: 0, bonusFen: 0 });
    expect(await orderState(counter, client, started.orderNo)).toBe('pending');
    await payTopUp(counter, client, started);
    expect(await orderState(counter, client, started.orderNo)).toBe('paid');
    expect(await wallet(client)).toMatchObject({
      ...{ principalFen: yuan(1000), bonusFen: yuan(200), unsignedContracts: 0 },
    });
    const contract = await counter.get<object>(client, `/client/contracts/${started.contractId}`);
    expect(contract).toMatchObject({
      ...{ state: 'signed', body: offered?.contract.body, signature: SIGNATURE },
      ...{ listPriceFen: yuan(1200), priceFen: yuan(1000), bonusFen: yuan(200) },
    });
  });

  it('signs nothing for her that she did not read: other terms or another store want another signature', async () => {
    const client = await aClient(counter.api);
    const both = await counter.aPlan({
      ...{ storeIds: [counter.store.id, counter.other.id], validEverywhere: false },
    });
    const offersOf = async () => {
      const { items } = await counter.get<Offers>(client, '/client/top-up-plans');
      return items.find(({ id }) => id === both.id)?.contracts ?? [];
    };
    const offers = await offersOf();
    expect(new Set(offers.map(({ storeId }) => storeId))).toEqual(
      new Set(both.stores.map(({ id }) => id)),
    );
    expect(new Set(offers.map(({ body }) => body)).size).toBe(2);
    const [here, there] = offers;
    const buy = (storeId: string | undefined, offerHash: string | undefined) =>
      counter.post(client, '/client/top-ups', { ...signed(both), storeId, offerHash });
    const elsewhere = await buy(there?.storeId, here?.offerHash);
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([409, 'CONTRACT_TEXT_CHANGED']);
    const change = await counter.api.call(`/staff/stored-value-plans/${both.id}`, {
      ...{ method: 'PATCH', token: counter.owner.token, headers: { 'idempotency-key': aKey() } },
      body: { version: both.version, bonusFen: 0 },
    });
    expect(change.status).toBe(200);
    const late = await buy(here?.storeId, here?.offerHash);
    expect([late.status, codeOf(late)]).toEqual([409, 'CONTRACT_TEXT_CHANGED']);
    const now = (await offersOf()).find(({ storeId }) => storeId === here?.storeId);
    expect((await buy(now?.storeId, now?.offerHash)).status).toBe(201);
  });

  it('is not paid for under a contract that nobody signed', async () => {
    const client = await aClient(counter.api);
    const list = await counter.get<{ signBeforePaying: boolean }>(client, '/client/top-up-plans');
    expect(list.signBeforePaying).toBe(true);
    const answer = await counter.post(client, '/client/top-ups', { planId: plan.id });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'SIGNATURE_REQUIRED']);
  });

  it('needs no more than the plan where the house lets it: the contract waits to be signed, once', async () => {
    const client = await aClient(counter.api);
    const later = await counter.aPlan({ storeIds: [counter.other.id] });
    await signLaterAt(counter.other.id);
    const started = await startTopUp(counter, client, { planId: later.id, signature: undefined });
    await payTopUp(counter, client, started);
    expect(await wallet(client)).toMatchObject({ unsignedContracts: 1 });
    const path = `/client/contracts/${started.contractId}/sign`;
    expect(await counter.post(client, path, { signature: SIGNATURE })).toMatchObject({
      status: 200,
      body: { state: 'signed', signature: SIGNATURE },
    });
    const again = await counter.post(client, path, { signature: SIGNATURE });
    expect([again.status, codeOf(again)]).toEqual([409, 'CONTRACT_SIGNED']);
    expect(await wallet(client)).toMatchObject({ unsignedContracts: 0 });
  });

  it('is one order however often it is tapped, and one credit however often WeChat tells', async () => {
    const client = await aClient(counter.api);
    const key = aKey();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => counter.post(client, '/client/top-ups', signed(plan), key)),
    );
    expect(tally(answers)).toEqual({ '201': 20 });
    const orders = new Set(answers.map((answer) => (answer.body as { orderNo: string }).orderNo));
    expect(orders.size).toBe(1);
    const other = await counter.aPlan();
    const reused = await counter.post(client, '/client/top-ups', signed(other), key);
    expect([reused.status, codeOf(reused)]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const started = await startTopUp(counter, client, { planId: plan.id }, key);
    await spoilLetters(counter, started, { kind: 'double' });
    await payTopUp(counter, client, started);
    expect(await orderState(counter, client, started.orderNo)).toBe('paid');
    expect(await rowsOf(started.orderNo)).toHaveLength(1);
    expect(await rawValue(counter.api, client.id)).toEqual({
      ...{ principalFen: yuan(1000), bonusFen: yuan(200), lotsFen: yuan(1200) },
    });
  });

  it('credits nothing when the payer goes back or the bank refuses, and the same order can be paid later', async () => {
    const client = await aClient(counter.api);
    const started = await startTopUp(counter, client, { planId: plan.id });
    for (const outcome of ['cancel', 'fail']) {
      await counter.api.control('cashier', { prepayId: started.prepayId, outcome });
      expect(await orderState(counter, client, started.orderNo)).toBe('pending');
    }
    expect(await wallet(client)).toMatchObject({ principalFen: 0 });
    const again = await counter.post(client, `/client/orders/${started.orderNo}/pay`);
    expect(again).toMatchObject({
      status: 200,
      body: { state: 'pending', pay: { signType: 'RSA' } },
    });
    await payTopUp(counter, client, started);
    expect(await wallet(client)).toMatchObject({ principalFen: yuan(1000) });
  });

  it('is found by asking when every notification is lost', async () => {
    const client = await aClient(counter.api);
    const started = await startTopUp(counter, client, { planId: plan.id });
    await spoilLetters(counter, started, { kind: 'drop' });
    await counter.api.control('cashier', { prepayId: started.prepayId, outcome: 'success' });
    expect(await orderState(counter, client, started.orderNo)).toBe('paid');
    expect(await wallet(client)).toMatchObject({ principalFen: yuan(1000), bonusFen: yuan(200) });
  });

  it('is told to be unknown when WeChat does not answer, and the same key goes on with the same order', async () => {
    const client = await aClient(counter.api);
    const key = aKey();
    await counter.api.control('faults', {
      path: '/v3/pay/transactions/jsapi',
      kind: 'drop',
    });
    const lost = await counter.post(client, '/client/top-ups', signed(plan), key);
    expect(lost.status).toBeGreaterThanOrEqual(500);
    const started = await startTopUp(counter, client, { planId: plan.id }, key);
    const rows = await counter.api.database.rows('SELECT id FROM top_up WHERE customer_id = ?', [
      client.id,
    ]);
    expect(rows).toHaveLength(1);
    await payTopUp(counter, client, started);
  });

  it('closes with its order when nobody pays, and then holds no room under the cap', async () => {
    const client = await aClient(counter.api);
    const big = await counter.aPlan({ priceFen: yuan(5000), bonusFen: 0 });
    const started = await startTopUp(counter, client, { planId: big.id });
    const full = await counter.post(client, '/client/top-ups', signed(plan));
    expect([full.status, codeOf(full)]).toEqual([409, 'CARD_CAP_EXCEEDED']);
    await counter.later({ hours: 2 });
    await counter.api.app.get(SweepRunner, { strict: false }).runNow('payments.open-orders');
    expect(await orderState(counter, client, started.orderNo)).toBe('closed');
    expect((await counter.post(client, '/client/top-ups', signed(plan))).status).toBe(201);
  });

  it('is refused for a plan that is not sold, and for words that changed since they were read', async () => {
    const client = await aClient(counter.api);
    const off = await counter.aPlan({ state: 'off_sale' });
    const deskOnly = await counter.aPlan({ onPhone: false });
    for (const planId of [off.id, deskOnly.id]) {
      const answer = await counter.post(client, '/client/top-ups', {
        ...{ planId, signature: SIGNATURE },
      });
      expect([answer.status, codeOf(answer)]).toEqual([409, 'PLAN_NOT_ON_SALE']);
    }
    const stale = { planId: plan.id, contractTextId: off.id };
    const answer = await counter.post(client, '/client/top-ups', stale);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'CONTRACT_TEXT_CHANGED']);
  });

  it.each([
    ['nothing drawn', { width: 10, height: 10, strokes: [[1, 1]] }],
    ['a point without its pair', { width: 10, height: 10, strokes: [[1, 1, 2]] }],
    ['a drawing without end', { width: 10, height: 10, strokes: Array(81).fill([1, 2, 3, 4]) }],
    ['a point outside', { width: 10, height: 10, strokes: [[1, 1, 5_000, 2]] }],
  ])('takes no signature that is none: %s', async (_, signature) => {
    const client = await aClient(counter.api);
    const answer = await counter.post(client, '/client/top-ups', { planId: plan.id, signature });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
  });

  it('belongs to its client: order and contract are not there for another', async () => {
    const [client, stranger] = [await aClient(counter.api), await aClient(counter.api)];
    const started = await startTopUp(counter, client, { planId: plan.id });
    for (const path of [
      `/client/orders/${started.orderNo}`,
      `/client/contracts/${started.contractId}`,
    ])
      expect((await counter.api.call(path, { token: stranger.token })).status).toBe(404);
    const pay = await counter.post(stranger, `/client/orders/${started.orderNo}/pay`);
    expect(pay.status).toBe(404);
  });
});
