import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../../src/platform/testing/until.js';
import { newId } from '../../../src/platform/ids/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aStaffToken } from '../../support/people.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aPaidOrder, aTill, pay, stateOf, type OpenOrder, type Till } from './a-till.js';

let till: Till;
let finance: string;
let manager: string;
beforeAll(async () => {
  till = await aTill(await workerDatabaseUrl());
  finance = await aStaffToken(till.api, ['finance'], [till.store.id]);
  manager = await aStaffToken(till.api, ['manager'], [till.store.id]);
});
afterAll(() => till.close());

interface Delivery {
  readonly state: string;
  readonly attempts: readonly { readonly outcome: string }[];
}
interface Kept {
  readonly state: string;
  readonly reason: string | null;
  readonly tries: number;
  readonly next: Date | null;
}

async function deliveries({ orderNo }: OpenOrder): Promise<readonly Delivery[]> {
  const { items } = await till.api.control(`notifications?outTradeNo=${orderNo}`);
  return items as Delivery[];
}
/** How the first attempt of the last letter was answered. */
async function firstAnswer(order: OpenOrder): Promise<string> {
  await until('the letter was answered', async () =>
    Boolean((await deliveries(order))[0]?.attempts.length),
  );
  return (await deliveries(order))[0]?.attempts[0]?.outcome ?? '';
}
const inbox = ({ orderNo }: OpenOrder): Promise<Kept[]> =>
  till.api.database.rows(
    `SELECT state, reason, tries, next_try_at AS next FROM payment_notification
     WHERE order_no = ? ORDER BY received_at, id`,
    [orderNo],
  );
const post = (token: string, path: string, body: object) =>
  till.api.call(path, { token, body, headers: { 'idempotency-key': newId() } });

/** Nothing but the inbox can tell of the payment from now on. */
async function noQuestions({ orderNo }: OpenOrder): Promise<void> {
  await till.api.unitOfWork.run((tx) =>
    tx.run('UPDATE payment_order SET next_query_at = NULL WHERE order_no = ?', [orderNo]),
  );
}

/** Moves time to where the letter is due, and lets the inbox work. Minutes that it waited. */
async function nextTry(order: OpenOrder): Promise<number> {
  const now = till.api.clock.now().getTime();
  const kept = (await inbox(order)).find((one) => one.state === 'received');
  const due = kept?.next?.getTime() ?? now;
  till.api.clock.set(new Date(due));
  await till.sweep('payments.open-orders');
  return (due - now) / 60_000;
}

describe('a letter that we cannot apply because of a fault of ours', () => {
  it('is kept, not acknowledged, and counts once as soon as the fault is gone', async () => {
    const order = await till.anOrder();
    till.broken.add(order.orderNo);
    await pay(till, order);
    expect(await firstAnswer(order)).toBe('status 500');
    expect(await stateOf(till, order.orderNo)).toBe('pending');
    expect(await till.told(order.orderNo)).toEqual([]);
    expect(await inbox(order)).toMatchObject([{ state: 'received', reason: 'not_applied' }]);
    await noQuestions(order);
    till.broken.delete(order.orderNo);
    await nextTry(order);
    expect(await stateOf(till, order.orderNo)).toBe('paid');
    expect(await inbox(order)).toMatchObject([{ state: 'applied', reason: null, next: null }]);
    await till.api.control('elapse', { seconds: 16 });
    await until('WeChat is answered at last', async () =>
      (await deliveries(order)).every((one) => one.state === 'delivered'),
    );
    expect(await till.told(order.orderNo)).toEqual(['paid']);
  });

  it('is tried again at longer and longer intervals, and finance is told meanwhile', async () => {
    const order = await till.anOrder();
    till.broken.add(order.orderNo);
    await pay(till, order);
    await firstAnswer(order);
    await noQuestions(order);
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      expect(await inbox(order)).toMatchObject([{ state: 'received', tries }]);
      waits.push(await nextTry(order));
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(60);
    const { body } = await till.api.call(
      `/staff/payment-orders?storeId=${till.store.id}&stuck=true`,
      { token: finance },
    );
    const stuck = (body as { items: { orderNo: string; attention: string }[] }).items;
    expect(stuck.find((one) => one.orderNo === order.orderNo)?.attention).toContain('入账时出错');
    till.broken.delete(order.orderNo);
    await nextTry(order);
    expect(await till.told(order.orderNo)).toEqual(['paid']);
    const { body: after } = await till.api.call(`/staff/payment-orders/${order.orderNo}`, {
      token: finance,
    });
    expect((after as { attention: string | null }).attention).toBeNull();
  });

  it('and another that can be applied are no hindrance to each other', async () => {
    const [broken, sound] = [await till.anOrder(), await till.anOrder()];
    for (const order of [broken, sound]) {
      till.broken.add(order.orderNo);
      await pay(till, order);
      await firstAnswer(order);
      await noQuestions(order);
    }
    till.broken.delete(sound.orderNo);
    await nextTry(sound);
    expect(await stateOf(till, sound.orderNo)).toBe('paid');
    expect(await stateOf(till, broken.orderNo)).toBe('pending');
  });

  it('about a refund is settled from the inbox as well', async () => {
    await till.api.control('pay', { refundSeconds: null });
    const order = await aPaidOrder(till, 100_000);
    const asked = await post(finance, `/staff/payment-orders/${order.orderNo}/refunds`, {
      ...{ amountFen: 10_000, reason: '顾客改期' },
    });
    const { refundNo } = asked.body as { refundNo: string };
    await post(manager, `/staff/payment-refunds/${refundNo}/approve`, {});
    await till.sweep('payments.refunds');
    till.broken.add(refundNo);
    await till.api.control('refund', { outRefundNo: refundNo, outcome: 'success' });
    await until('the letter is kept', async () =>
      (await inbox(order)).some((one) => one.state === 'received'),
    );
    expect(await till.told(refundNo)).toEqual(['refund-approve', 'refund-request']);
    till.broken.delete(refundNo);
    await nextTry(order);
    expect(await till.told(refundNo)).toEqual(['refund-approve', 'refund-request', 'refunded']);
    await till.api.control('pay', { refundSeconds: 3 });
  });
});

describe('a letter that is refused for what it says itself', () => {
  it('stays refused however often it comes and whatever the inbox does, and is listed', async () => {
    const order = await till.anOrder(100_000);
    await noQuestions(order);
    const amount = { total: 1, payer_total: 1, currency: 'CNY', payer_currency: 'CNY' };
    await spoilLetters(till, order, { kind: 'content', content: { amount }, times: 3 });
    await pay(till, order);
    expect(await firstAnswer(order)).toBe('status 400');
    for (let hour = 0; hour < 3; hour += 1) {
      till.api.clock.advance({ hours: 1 });
      await till.sweep('payments.open-orders');
    }
    expect(await inbox(order)).toMatchObject([
      { state: 'refused', reason: 'amount', tries: 0, next: null },
    ]);
    expect(await stateOf(till, order.orderNo)).toBe('pending');
    const path = '/staff/payment-notifications/refused';
    const { body } = await till.api.call(path, {
      token: await aStaffToken(till.api, ['finance'], [till.store.id]),
    });
    const numbers = (body as { items: { orderNo: string }[] }).items.map((one) => one.orderNo);
    expect(numbers).toContain(order.orderNo);
  });

  it('because nobody can prove it is neither kept nor acknowledged; its next attempt counts', async () => {
    const order = await till.anOrder();
    await noQuestions(order);
    await spoilLetters(till, order, { kind: 'unknownSerial' });
    await pay(till, order);
    expect(await firstAnswer(order)).toBe('status 401');
    expect(await inbox(order)).toEqual([]);
    await till.api.control('elapse', { seconds: 16 });
    await until('it is paid', async () => (await stateOf(till, order.orderNo)) === 'paid');
    expect(await inbox(order)).toMatchObject([{ state: 'applied' }]);
  });
});
