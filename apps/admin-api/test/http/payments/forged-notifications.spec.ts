import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aStaffToken } from '../../support/people.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aTill, pay, stateOf, type OpenOrder, type Till } from './a-till.js';

let till: Till;
beforeAll(async () => {
  till = await aTill(await workerDatabaseUrl());
});
afterAll(() => till.close());

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly attempts: readonly { readonly outcome: string }[];
}

async function deliveriesOf({ orderNo }: OpenOrder): Promise<readonly Delivery[]> {
  const { items } = await till.api.control(`notifications?outTradeNo=${orderNo}`);
  return items as Delivery[];
}

/** How the first attempt was answered. */
async function answerTo(order: OpenOrder): Promise<string> {
  await until('the notification was answered', async () =>
    (await deliveriesOf(order)).some((one) => one.attempts.length > 0),
  );
  return (await deliveriesOf(order))[0]?.attempts[0]?.outcome ?? '';
}

const inbox = (order: OpenOrder): Promise<{ state: string; reason: string | null }[]> =>
  till.api.database.rows(
    'SELECT state, reason FROM payment_notification WHERE order_no = ? ORDER BY received_at',
    [order.orderNo],
  );

/** The next attempt is genuine, whatever became of the first. */
async function nextAttempt(order: OpenOrder): Promise<void> {
  await till.api.control('elapse', { seconds: 16 });
  await until('the order is paid', async () => (await stateOf(till, order.orderNo)) === 'paid');
}

async function expectNothingHappened(order: OpenOrder): Promise<void> {
  expect(await stateOf(till, order.orderNo)).toBe('pending');
  expect(await till.told(order.orderNo)).toEqual([]);
}

describe('a notification that is not WeChat’s', () => {
  it.each([
    ['signed by a stranger', { kind: 'otherKey' }],
    ['of an unknown serial', { kind: 'unknownSerial' }],
    ['ten minutes old', { kind: 'stale' }],
    ['without a signature', { kind: 'unsigned' }],
    ['sealed with another key', { kind: 'wrongApiKey' }],
    ['with another id', { kind: 'tamper', field: 'id' }],
    ['with another time', { kind: 'tamper', field: 'create_time' }],
    ['of another kind', { kind: 'tamper', field: 'event_type' }],
    ['of another kind, signed', { kind: 'tamper', field: 'event_type', signed: true }],
    ['with a changed seal', { kind: 'tamper', field: 'ciphertext' }],
    ['with a changed seal, signed', { kind: 'tamper', field: 'ciphertext', signed: true }],
    ['with a changed tag, signed', { kind: 'tamper', field: 'tag', signed: true }],
    ['with another binding, signed', { kind: 'tamper', field: 'associated_data', signed: true }],
    ['with another nonce, signed', { kind: 'tamper', field: 'nonce', signed: true }],
    ['of another algorithm, signed', { kind: 'tamper', field: 'algorithm', signed: true }],
  ])(
    '%s is refused, keeps and posts nothing, and does not stand in the way of the next',
    async (_, fault) => {
      const order = await till.anOrder();
      await spoilLetters(till, order, fault);
      await pay(till, order);
      expect(await answerTo(order)).toBe('status 401');
      await expectNothingHappened(order);
      expect(await inbox(order)).toEqual([]);
      await nextAttempt(order);
      expect(await till.told(order.orderNo)).toEqual(['paid']);
    },
  );

  it('but a probe whether we verify is refused, and the real one behind it counts', async () => {
    const order = await till.anOrder();
    await spoilLetters(till, order, { kind: 'probe' });
    await pay(till, order);
    expect(await answerTo(order)).toBe('status 401');
    await until('the order is paid', async () => (await stateOf(till, order.orderNo)) === 'paid');
    expect(await till.told(order.orderNo)).toEqual(['paid']);
  });
});

describe('a notification of WeChat’s that does not agree with our order', () => {
  it('in who paid counts, for the money came, and finance sees it', async () => {
    const order = await till.anOrder(100_000);
    const content = { payer: { openid: 'oSomebodyElse0000000000000000' } };
    await spoilLetters(till, order, { kind: 'content', content });
    await pay(till, order);
    expect(await answerTo(order)).toMatch(/^status 20[04]$/);
    expect(await stateOf(till, order.orderNo)).toBe('paid');
    expect(await till.told(order.orderNo)).toEqual(['paid']);
    const row = await till.api.database.row(
      'SELECT attention FROM payment_order WHERE order_no = ?',
      [order.orderNo],
    );
    expect(row).toEqual({ attention: 'other_payer' });
  });

  it.each([
    ['appid', { appid: 'wx9999999999999999' }],
    ['mchid', { mchid: '1999999999' }],
    ['amount', { amount: { total: 1, payer_total: 1, currency: 'CNY', payer_currency: 'CNY' } }],
    ['amount', { amount: { total: 100_001, payer_total: 100_000, currency: 'CNY' } }],
    ['currency', { amount: { total: 100_000, payer_total: 100_000, currency: 'USD' } }],
    ['trade_state', { trade_state: 'NOTPAY' }],
  ])(
    'in its %s is kept as refused, posts nothing, and finance sees it',
    async (reason, content) => {
      const order = await till.anOrder(100_000);
      await spoilLetters(till, order, { kind: 'content', content });
      await pay(till, order);
      expect(await answerTo(order)).toBe('status 400');
      await expectNothingHappened(order);
      expect(await inbox(order)).toEqual([{ state: 'refused', reason }]);
      const finance = await aStaffToken(till.api, ['finance'], [till.store.id]);
      const path = `/staff/payment-orders?storeId=${till.store.id}&stuck=true`;
      const { body } = await till.api.call(path, { token: finance });
      const stuck = (body as { items: { orderNo: string; attention: string }[] }).items;
      const listed = stuck.find((one) => one.orderNo === order.orderNo);
      expect(listed?.attention).toContain('没有入账');
      // Asking tells the truth, and the order is all right again.
      till.api.clock.advance({ minutes: 1 });
      await till.ask();
      expect(await stateOf(till, order.orderNo)).toBe('paid');
      expect(await till.told(order.orderNo)).toEqual(['paid']);
    },
  );

  it('because we have no such order is kept as refused and listed', async () => {
    const order = await till.anOrder();
    const content = { out_trade_no: 'ANOTHERSYSTEM0001' };
    await spoilLetters(till, order, { kind: 'content', content });
    await pay(till, order);
    expect(await answerTo(order)).toBe('status 400');
    await expectNothingHappened(order);
    const finance = await aStaffToken(till.api, ['finance'], [till.store.id]);
    const { body } = await till.api.call('/staff/payment-notifications/refused', {
      token: finance,
    });
    const numbers = (body as { items: { orderNo: string }[] }).items.map((one) => one.orderNo);
    expect(numbers).toContain('ANOTHERSYSTEM0001');
  });
});

describe('somebody who calls the endpoint', () => {
  it.each([
    ['with nothing', undefined],
    ['with an empty object', {}],
    ['with junk', { resource: { ciphertext: 'x'.repeat(1_000) } }],
  ])('%s is refused in WeChat’s words', async (_, body) => {
    const answer = await till.api.call('/wechat/pay/notify', { method: 'POST', body });
    expect([answer.status, answer.body]).toEqual([401, { code: 'FAIL', message: '失败' }]);
  });
});
