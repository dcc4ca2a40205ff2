import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Refunds } from '../../../src/modules/payments/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { until } from '../../../src/platform/testing/until.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aPaidOrder, aTill, spoil, type OpenOrder, type Till } from './a-till.js';

let till: Till;
let finance: string;
let manager: string;
let order: OpenOrder;

beforeAll(async () => {
  till = await aTill(await workerDatabaseUrl());
  finance = await aStaffToken(till.api, ['finance'], [till.store.id]);
  manager = await aStaffToken(till.api, ['manager'], [till.store.id]);
});
afterAll(() => till.close());
beforeEach(async () => {
  await till.api.control('pay', { refundSeconds: 0, refundOutcome: 'success', balanceFen: null });
  order = await aPaidOrder(till, 100_000);
});

const post = (token: string, path: string, body: object): Promise<Answer> =>
  till.api.call(path, { token, body, headers: { 'idempotency-key': newId() } });
const ask = (amountFen: number, token = finance): Promise<Answer> =>
  post(token, `/staff/payment-orders/${order.orderNo}/refunds`, { amountFen, reason: '顾客改期' });
const decide = (refundNo: string, step = 'approve', token = manager): Promise<Answer> =>
  post(token, `/staff/payment-refunds/${refundNo}/${step}`, {});
const numberOf = (answer: Answer): string => (answer.body as { refundNo: string }).refundNo;

/** Asked for and agreed to. */
async function agreed(amountFen: number): Promise<string> {
  const refundNo = numberOf(await ask(amountFen));
  expect((await decide(refundNo)).status).toBe(200);
  return refundNo;
}
const send = (): Promise<void> => till.sweep('payments.refunds');
const later = (minutes: number): void => till.api.clock.advance({ minutes });
const refund = async (refundNo: string): Promise<{ state: string; last_answer: string | null }> => {
  const sql = 'SELECT state, last_answer FROM payment_refund WHERE refund_no = ?';
  const row = await till.api.database.row<{ state: string; last_answer: string | null }>(sql, [
    refundNo,
  ]);
  return row ?? { state: 'none', last_answer: null };
};
const untilState = (refundNo: string, state: string): Promise<void> =>
  until(`the refund is ${state}`, async () => (await refund(refundNo)).state === state);
/** What WeChat really sent back. */
async function atWechat(): Promise<{ outRefundNo: string; state: string }[]> {
  const { items } = await till.api.control(`refunds?outTradeNo=${order.orderNo}`);
  return items as { outRefundNo: string; state: string }[];
}
const sums = async (): Promise<[refunded: number, refundable: number]> => {
  const path = `/staff/payment-orders/${order.orderNo}`;
  const { body } = await till.api.call(path, { token: finance });
  const { refundedFen, refundableFen } = body as { refundedFen: number; refundableFen: number };
  return [refundedFen, refundableFen];
};

describe('a refund', () => {
  it('is asked for by one person, agreed to by another, sent, and settled once', async () => {
    const refundNo = numberOf(await ask(30_000));
    await send();
    expect(await atWechat()).toEqual([]);
    await decide(refundNo);
    await send();
    await untilState(refundNo, 'success');
    expect(await till.told(refundNo)).toEqual(['refund-approve', 'refund-request', 'refunded']);
    expect(await sums()).toEqual([30_000, 70_000]);
  });

  it('is not agreed to by whoever asked for it', async () => {
    const refundNo = numberOf(await ask(1_000, manager));
    const answer = await decide(refundNo, 'approve', manager);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'REFUND_BY_SECOND_PERSON']);
    expect(await till.told(refundNo)).toEqual(['refund-request']);
  });

  it('that is turned down frees its amount, and is not decided twice', async () => {
    const refundNo = numberOf(await ask(100_000));
    expect(await sums()).toEqual([0, 0]);
    expect((await decide(refundNo, 'reject')).status).toBe(200);
    expect(await sums()).toEqual([0, 100_000]);
    expect(codeOf(await decide(refundNo))).toBe('REFUND_STATE');
    await send();
    expect(await atWechat()).toEqual([]);
  });

  it('comes in several parts, never above what was paid', async () => {
    const first = await agreed(60_000);
    await send();
    const second = await agreed(40_000);
    const answer = await ask(1);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'REFUND_TOO_HIGH']);
    later(2);
    await send();
    await Promise.all([untilState(first, 'success'), untilState(second, 'success')]);
    expect(await sums()).toEqual([100_000, 0]);
    const { body } = await till.api.call(`/staff/payment-orders/${order.orderNo}`, {
      token: finance,
    });
    expect(body).toMatchObject({ state: 'refunded', refundedFen: 100_000 });
  });

  it('of one order in a race of two staff and the client is won by one', async () => {
    const refunds = till.api.app.get(Refunds, { strict: false });
    const client = { kind: 'client', customerId: order.customerId, openid: '', sessionId: '' };
    const by = client as Parameters<Refunds['request']>[1]['by'];
    const wish = { orderNo: order.orderNo, amountFen: 60_000, reason: '自己申请', by };
    const tries = await Promise.allSettled([
      ask(60_000, finance).then(({ status }) => status),
      ask(60_000, manager).then(({ status }) => status),
      till.api.unitOfWork.run((tx) => refunds.request(tx, wish)).then(() => 201),
    ]);
    const won = tries.filter((each) => each.status === 'fulfilled' && each.value === 201);
    expect(won).toHaveLength(1);
    expect(await sums()).toEqual([0, 40_000]);
  });

  it('after 365 days is refused with the way that is left', async () => {
    await till.api.unitOfWork.run((tx) =>
      tx.run('UPDATE payment_order SET paid_at = ? WHERE order_no = ?', [
        new Date(till.api.clock.now().getTime() - 366 * 86_400_000),
        order.orderNo,
      ]),
    );
    const answer = await ask(1_000);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'REFUND_TOO_OLD']);
    expect((answer.body as { detail: string }).detail).toContain('银行转账');
  });
});

describe('a refund whose outcome is not known', () => {
  it.each([
    ['500 after it was accepted', { kind: 'http500', afterAccepting: true }],
    ['a cut line after it was accepted', { kind: 'drop', afterAccepting: true }],
    ['too many requests', { kind: 'rateLimited' }],
    ['an answer signed by a stranger', { kind: 'otherKey', afterAccepting: true }],
    ['an answer that was changed on its way', { kind: 'tamper', afterAccepting: true }],
  ])(
    'after %s is sent again under its number, and is one refund there and here',
    async (_, fault) => {
      // Its own notification is held back, so that the answer has to tell.
      await till.api.control('pay', { refundSeconds: null });
      const refundNo = await agreed(10_000);
      await spoil(till, { path: '/v3/refund/domestic/refunds', ...fault });
      await send();
      expect((await refund(refundNo)).state).toBe('approved');
      expect((await refund(refundNo)).last_answer).toMatch(/^unknown_/);
      later(2);
      await send();
      expect((await refund(refundNo)).state).toBe('processing');
      expect(await atWechat()).toHaveLength(1);
      await till.api.control('refund', { outRefundNo: refundNo, outcome: 'success' });
      await untilState(refundNo, 'success');
      expect(await sums()).toEqual([10_000, 90_000]);
    },
  );

  it('is found by asking when its notification is lost', async () => {
    await till.api.control('pay', { refundSeconds: null });
    const refundNo = await agreed(10_000);
    await send();
    await spoilLetters(till, order, { kind: 'drop' }, '/notify/refund');
    await till.api.control('refund', { outRefundNo: refundNo, outcome: 'success' });
    later(2);
    await send();
    expect((await refund(refundNo)).state).toBe('success');
    expect(await till.told(refundNo)).toEqual(['refund-approve', 'refund-request', 'refunded']);
  });

  it('is one refund when we die between the call and our commit', async () => {
    const refundNo = await agreed(10_000);
    // What a crash leaves behind: WeChat has done it, and our row says that it still has to be sent.
    await spoilLetters(till, order, { kind: 'drop' }, '/notify/refund');
    await send();
    await till.api.unitOfWork.run(async (tx) => {
      await tx.run(
        `UPDATE payment_refund SET state = 'approved', wechat_refund_id = NULL, settled_at = NULL,
                      next_try_at = ? WHERE refund_no = ?`,
        [till.api.clock.now(), refundNo],
      );
      await tx.run('UPDATE payment_order SET refunded_fen = 0 WHERE order_no = ?', [order.orderNo]);
    });
    later(2);
    await send();
    await untilState(refundNo, 'success');
    expect(await atWechat()).toHaveLength(1);
    expect(await sums()).toEqual([10_000, 90_000]);
  });
});

describe('a refund that WeChat cannot carry out', () => {
  it('waits while the account is short of money, and says so', async () => {
    await till.api.control('pay', { balanceFen: 0 });
    const refundNo = await agreed(10_000);
    await send();
    expect(await refund(refundNo)).toEqual({ state: 'approved', last_answer: 'NOT_ENOUGH' });
    const path = `/staff/payment-orders?storeId=${till.store.id}&stuck=true`;
    const { body } = await till.api.call(path, { token: finance });
    const numbers = (body as { items: { orderNo: string }[] }).items.map((one) => one.orderNo);
    expect(numbers).toContain(order.orderNo);
    await till.api.control('pay', { balanceFen: null });
    later(2);
    await send();
    await untilState(refundNo, 'success');
  });

  it('to a card that is gone is listed with what to do, and may be closed after that', async () => {
    await till.api.control('pay', { refundOutcome: 'abnormal' });
    const refundNo = await agreed(10_000);
    await send();
    await untilState(refundNo, 'abnormal');
    const list = `/staff/payment-refunds?storeId=${till.store.id}&state=abnormal`;
    const { body } = await till.api.call(list, { token: finance });
    const [first] = (body as { items: { refundNo: string; advice: string }[] }).items;
    expect(first?.refundNo).toBe(refundNo);
    expect(first?.advice).toContain('银行');
    expect(await sums()).toEqual([0, 90_000]);
    await till.api.control('refund', { outRefundNo: refundNo, outcome: 'closed' });
    await untilState(refundNo, 'closed');
    expect(await sums()).toEqual([0, 100_000]);
    expect(await till.told(refundNo)).toEqual([
      ...['refund-approve', 'refund-dropped', 'refund-request'],
    ]);
  });
});
