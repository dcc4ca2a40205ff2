import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aTill, pay, type Till } from './a-till.js';

let till: Till;
beforeAll(async () => {
  till = await aTill(await workerDatabaseUrl());
});
afterAll(() => till.close());

const stateOf = async (orderNo: string): Promise<string> => {
  const sql = 'SELECT state FROM payment_order WHERE order_no = ?';
  return (await till.api.database.row<{ state: string }>(sql, [orderNo]))?.state ?? 'none';
};
const untilPaid = (orderNo: string): Promise<void> =>
  until('the order is paid', async () => (await stateOf(orderNo)) === 'paid');

describe('an order that is paid', () => {
  it('is credited once by the notification, with WeChat’s number and time', async () => {
    const order = await till.anOrder(12_345);
    await pay(till, order);
    await untilPaid(order.orderNo);
    expect(await till.told(order.orderNo)).toEqual(['paid']);
    const paid = await till.order(order.orderNo);
    expect(paid).toMatchObject({ state: 'paid', amountFen: 12_345, payerFen: 12_345 });
    expect(paid.transactionId).toMatch(/^\d{28}$/);
    expect(paid.paidAt).not.toBeNull();
  });

  it('is credited in full when WeChat gave the payer a coupon', async () => {
    const order = await till.anOrder(10_000);
    await pay(till, order, { couponFen: 500 });
    await untilPaid(order.orderNo);
    expect(await till.order(order.orderNo)).toMatchObject({ amountFen: 10_000, payerFen: 9_500 });
  });

  it('is found by asking when its notification is lost', async () => {
    const order = await till.anOrder();
    await spoilLetters(till, order, { kind: 'drop' });
    await pay(till, order);
    till.api.clock.advance({ minutes: 1 });
    await till.ask();
    expect(await stateOf(order.orderNo)).toBe('paid');
    expect(await till.told(order.orderNo)).toEqual(['paid']);
  });
});
