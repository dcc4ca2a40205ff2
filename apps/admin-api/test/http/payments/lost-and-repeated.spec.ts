import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PaymentOrders } from '../../../src/modules/payments/index.js';
import { until } from '../../../src/platform/testing/until.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aTill, pay, spoil, stateOf, type OpenOrder, type Till } from './a-till.js';

/** A small one here; `npm run soak -- payments` has the full size. */
const ORDERS = 60;
const REPEATS = 4;

let schema: FreshSchema;
let till: Till;
beforeAll(async () => {
  schema = await freshSchema();
  till = await aTill(schema.url);
});
afterAll(async () => {
  await till.close();
  await schema.drop();
});

const someOrders = (count: number): Promise<OpenOrder[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => till.anOrder(1_000 + index)));

const idsOf = async ({ orderNo }: OpenOrder): Promise<string[]> => {
  const { items } = await till.api.control(`notifications?outTradeNo=${orderNo}`);
  return (items as { id: string }[]).map(({ id }) => id);
};

async function expectEachOnce(orders: readonly OpenOrder[]): Promise<void> {
  for (const { orderNo } of orders) {
    expect(await stateOf(till, orderNo)).toBe('paid');
    expect(await till.told(orderNo)).toEqual(['paid']);
  }
}

describe('notifications that come again and again, all at once', () => {
  it('credit every order once', async () => {
    const orders = await someOrders(ORDERS);
    await spoil(till, { path: '/notify/pay', kind: 'double', times: ORDERS });
    await Promise.all(orders.map((order) => pay(till, order)));
    const ids = (await Promise.all(orders.map(idsOf))).flat();
    const repeats = Array.from({ length: REPEATS }, () => ids).flat();
    repeats.sort(() => Math.random() - 0.5);
    await Promise.all(
      repeats.map((id) => till.api.control(`notifications/${id}/again`, {}).catch(() => undefined)),
    );
    await until('every order is paid', async () => {
      const sql = `SELECT COUNT(*) AS open FROM payment_order WHERE state = 'pending'`;
      return Number((await till.api.database.row<{ open: number }>(sql))?.open) === 0;
    });
    await expectEachOnce(orders);
    const events = await till.api.database.row<{ count: number }>(
      `SELECT COUNT(*) AS count FROM outbox_event WHERE topic = 'payment.paid'`,
    );
    expect(Number(events?.count)).toBe(ORDERS);
  });

  it('and overtake each other, credit every order once', async () => {
    const orders = await someOrders(6);
    await spoil(till, { path: '/notify/pay', kind: 'reorder', times: 3 });
    for (const order of orders) await pay(till, order);
    await until('every order is paid', async () => {
      const states = await Promise.all(orders.map(({ orderNo }) => stateOf(till, orderNo)));
      return states.every((state) => state === 'paid');
    });
    await expectEachOnce(orders);
  });

  it('side by side with our own question, credit once', async () => {
    const order = await till.anOrder();
    await spoilLetters(till, order, { kind: 'drop' });
    await pay(till, order);
    till.api.clock.advance({ minutes: 1 });
    const [id = ''] = await idsOf(order);
    await Promise.all([
      till.api.control(`notifications/${id}/again`, {}),
      till.ask(),
      till.api.control(`notifications/${id}/again`, {}),
    ]);
    await expectEachOnce([order]);
  });
});

describe('when every notification is lost', () => {
  it('each paid order is credited by asking within ten minutes of being paid', async () => {
    const orders = await someOrders(12);
    await spoil(till, { path: '/notify/pay', kind: 'drop', times: 1_000 });
    const paidAt = new Map<string, number>();
    // Two are paid in each of the first minutes; the sweep runs every ten seconds of the clock.
    for (let step = 0; step < 20 * 6 && orders.length > 0; step += 1) {
      const due = step % 12 === 0 ? orders.slice(step / 6, step / 6 + 2) : [];
      for (const order of due) {
        await pay(till, order);
        paidAt.set(order.orderNo, till.api.clock.now().getTime());
      }
      till.api.clock.set(new Date(till.api.clock.now().getTime() + 10_000));
      await till.ask();
    }
    expect(paidAt.size).toBe(orders.length);
    await expectEachOnce(orders);
    const rows = await till.api.database.rows<{ orderNo: string; at: Date }>(
      `SELECT order_no AS orderNo, at FROM payment_order_change WHERE what = 'paid'`,
    );
    const waits = rows.flatMap(({ orderNo, at }) => {
      const since = paidAt.get(orderNo);
      return since === undefined ? [] : [(at.getTime() - since) / 60_000];
    });
    expect(Math.max(...waits)).toBeLessThanOrEqual(10);
    await fetch(`${till.api.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  });
});

describe('an order that nobody pays', () => {
  it('is closed at WeChat and here once its time is over', async () => {
    const order = await till.anOrder();
    till.api.clock.advance({ minutes: 31 });
    await till.ask();
    expect(await stateOf(till, order.orderNo)).toBe('closed');
    expect(await till.told(order.orderNo)).toEqual(['closed']);
    const orders = till.api.app.get(PaymentOrders, { strict: false });
    await expect(orders.prepay(order.orderNo)).rejects.toMatchObject({
      code: 'PAYMENT_ORDER_OVER',
    });
  });

  it('and whose payment at the last moment becomes known after that counts as paid', async () => {
    const order = await till.anOrder();
    await spoilLetters(till, order, { kind: 'drop' });
    await pay(till, order);
    await till.api.unitOfWork.run((tx) =>
      tx.run(
        `UPDATE payment_order SET state = 'closed', closed_at = created_at, next_query_at = NULL
         WHERE order_no = ?`,
        [order.orderNo],
      ),
    );
    const [id = ''] = await idsOf(order);
    await till.api.control(`notifications/${id}/again`, {});
    await until('it is paid', async () => (await stateOf(till, order.orderNo)) === 'paid');
    expect(await till.told(order.orderNo)).toEqual(['paid']);
  });

  it('because WeChat was never reached is closed a minute after its end', async () => {
    const { orderNo } = await till.anUnopenedOrder();
    till.api.clock.advance({ minutes: 30.2 });
    await till.ask();
    expect(await stateOf(till, orderNo)).toBe('pending');
    till.api.clock.advance({ minutes: 2 });
    await till.ask();
    expect(await stateOf(till, orderNo)).toBe('closed');
  });
});

describe('opening an order', () => {
  it.each([
    ['a 500 after it was accepted', { kind: 'http500', afterAccepting: true }],
    ['a cut line', { kind: 'drop' }],
    ['an answer signed by a stranger', { kind: 'otherKey', afterAccepting: true }],
    ['an answer with a changed body', { kind: 'tamper', afterAccepting: true }],
    ['an answer without a signature', { kind: 'unsigned', afterAccepting: true }],
    ['a page that is no JSON', { kind: 'notJson' }],
  ])('that ended in %s can be repeated, and is one order', async (_, fault) => {
    await spoil(till, { path: '/v3/pay/transactions/jsapi', ...fault });
    const failed = await till.anOrder().then(
      () => 'opened',
      (error: { code?: string }) => error.code,
    );
    expect(failed).toBe('WECHAT_PAY_UNAVAILABLE');
    const sql =
      'SELECT order_no AS orderNo FROM payment_order ORDER BY created_at DESC, order_no DESC LIMIT 1';
    const { orderNo } = (await till.api.database.row<{ orderNo: string }>(sql)) ?? { orderNo: '' };
    const orders = till.api.app.get(PaymentOrders, { strict: false });
    const params = await orders.prepay(orderNo);
    await pay(till, { prepayId: params.package.replace('prepay_id=', '') });
    await until('it is paid', async () => (await stateOf(till, orderNo)) === 'paid');
    const { items } = await till.api.control(`orders?outTradeNo=${orderNo}`);
    expect(items).toHaveLength(1);
  });

  it('that WeChat refuses says so, and nothing was taken', async () => {
    await spoil(till, { path: '/v3/pay/transactions/jsapi', kind: 'payError', code: 'NO_AUTH' });
    await expect(till.anOrder()).rejects.toMatchObject({ code: 'PAYMENT_REFUSED' });
  });

  it('a second time hands out the same cashier', async () => {
    const order = await till.anOrder();
    const orders = till.api.app.get(PaymentOrders, { strict: false });
    const params = await orders.prepay(order.orderNo);
    expect(params.package).toBe(`prepay_id=${order.prepayId}`);
  });
});

describe('asking WeChat for whoever waits', () => {
  it('is done at most every few seconds, and silence is no error', async () => {
    const order = await till.anOrder();
    await spoilLetters(till, order, { kind: 'drop' });
    await pay(till, order);
    await spoil(till, { path: '/v3/pay/transactions/out-trade-no', kind: 'http500' });
    expect((await till.order(order.orderNo)).state).toBe('pending');
    expect((await till.order(order.orderNo)).state).toBe('pending');
    till.api.clock.advance({ minutes: 1 });
    expect((await till.order(order.orderNo)).state).toBe('paid');
  });
});
