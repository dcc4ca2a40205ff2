import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aStore, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aPaidOrder, aTill, type OpenOrder, type Till } from './a-till.js';

let till: Till;
let finance: string;
let stranger: string;
let paid: OpenOrder;
let refundNo: string;

beforeAll(async () => {
  till = await aTill(await workerDatabaseUrl());
  finance = await aStaffToken(till.api, ['finance'], [till.store.id]);
  stranger = await aStaffToken(till.api, ['owner'], [(await aStore(till.api)).id]);
  paid = await aPaidOrder(till, 20_000);
  const { body } = await till.api.call(`/staff/payment-orders/${paid.orderNo}/refunds`, {
    token: finance,
    headers: { 'idempotency-key': newId() },
    body: { amountFen: 5_000, reason: '少做了一项' },
  });
  ({ refundNo } = body as { refundNo: string });
});
afterAll(() => till.close());

interface Listed {
  readonly items: { readonly orderNo: string }[];
  readonly nextCursor?: string;
}
const list = async (query: string): Promise<Listed> => {
  const path = `/staff/payment-orders?storeId=${till.store.id}${query}`;
  return (await till.api.call(path, { token: finance })).body as Listed;
};
const numbersOf = ({ items }: Listed): string[] => items.map(({ orderNo }) => orderNo);

describe('orders as finance sees them', () => {
  it('come with their notifications, their history and their refunds', async () => {
    const { body } = await till.api.call(`/staff/payment-orders/${paid.orderNo}`, {
      token: finance,
    });
    expect(body).toMatchObject({
      ...{ state: 'paid', amountFen: 20_000, refundableFen: 15_000, attention: null },
      notifications: [{ eventType: 'TRANSACTION.SUCCESS', state: 'applied' }],
      changes: [
        { what: 'created', byKind: 'client' },
        { what: 'paid', byKind: 'notification' },
        { what: 'refund_requested', byKind: 'staff' },
      ],
      refunds: [{ refundNo, state: 'requested', amountFen: 5_000, decidable: false }],
    });
  });

  it('tell nobody who paid: no openid is in any answer', async () => {
    const { body } = await till.api.call(`/staff/payment-orders/${paid.orderNo}`, {
      token: finance,
    });
    expect(JSON.stringify(body)).not.toContain(paid.openid);
  });

  it('are found by state and by day', async () => {
    const open = await till.anOrder();
    expect(numbersOf(await list('&state=pending'))).toContain(open.orderNo);
    expect(numbersOf(await list('&state=pending'))).not.toContain(paid.orderNo);
    expect(numbersOf(await list('&from=2001-01-01&to=2001-01-02'))).toEqual([]);
    expect(numbersOf(await list(`&customerId=${paid.customerId}`))).toEqual([paid.orderNo]);
    expect(numbersOf(await list('&stuck=true'))).toEqual([]);
  });

  it('come page by page, each once', async () => {
    for (let index = 0; index < 22; index += 1) await till.anUnopenedOrder();
    const first = await list('');
    const second = await list(`&cursor=${first.nextCursor ?? ''}`);
    const all = [...numbersOf(first), ...numbersOf(second)];
    expect(numbersOf(first)).toHaveLength(20);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(paid.orderNo);
  });

  it('that are long over and still open are among those to look at', async () => {
    const { orderNo } = await till.anUnopenedOrder();
    till.api.clock.advance({ minutes: 50 });
    expect(numbersOf(await list('&stuck=true'))).toContain(orderNo);
  });
});

describe('another store’s money', () => {
  it.each([
    ['its orders', () => `/staff/payment-orders?storeId=${till.store.id}`, undefined, 403],
    ['an order', () => `/staff/payment-orders/${paid.orderNo}`, undefined, 404],
    ['asking about it', () => `/staff/payment-orders/${paid.orderNo}/refresh`, {}, 404],
    ['its refunds', () => `/staff/payment-refunds?storeId=${till.store.id}`, undefined, 403],
    [
      'sending it back',
      () => `/staff/payment-orders/${paid.orderNo}/refunds`,
      { amountFen: 1, reason: '试试' },
      404,
    ],
    ['agreeing', () => `/staff/payment-refunds/${refundNo}/approve`, {}, 404],
    ['turning down', () => `/staff/payment-refunds/${refundNo}/reject`, {}, 404],
  ])('is not there for its neighbour’s owner: %s', async (_, path, body, status) => {
    const headers = { 'idempotency-key': newId() };
    const call = { token: stranger, headers, ...(body && { body }) };
    expect((await till.api.call(path(), call)).status).toBe(status);
    expect(await till.told(refundNo)).toEqual(['refund-request']);
  });
});

describe('a delivery', () => {
  // A round tells fifty at most, the oldest first: what other tests of this database left comes before ours.
  beforeAll(() =>
    till.api.unitOfWork.run(async (tx) => {
      const told = `shipping_state = 'not_needed', next_shipping_at = NULL`;
      await tx.run(`UPDATE payment_order SET ${told} WHERE shipping_state = 'due'`);
    }),
  );
  const shipping = async ({ orderNo }: OpenOrder): Promise<string | null> =>
    (await till.order(orderNo)).shippingState;

  it('is told where WeChat manages the trade, and not elsewhere', async () => {
    const first = await aPaidOrder(till);
    till.api.clock.advance({ minutes: 1 });
    await till.sweep('payments.delivered');
    expect(await shipping(first)).toBe('done');
    await till.api.control('app', { tradeManaged: false });
    const second = await aPaidOrder(till);
    till.api.clock.advance({ minutes: 1 });
    await till.sweep('payments.delivered');
    expect(await shipping(second)).toBe('not_needed');
    await till.api.control('app', { tradeManaged: true });
  });

  it('is told again when the answer was lost, once as far as WeChat knows', async () => {
    const order = await aPaidOrder(till);
    const path = '/wxa/sec/order/upload_shipping_info';
    await till.api.control('faults', { path, kind: 'drop', afterAccepting: true });
    till.api.clock.advance({ minutes: 1 });
    await till.sweep('payments.delivered');
    expect(await shipping(order)).toBe('due');
    till.api.clock.advance({ minutes: 1 });
    await till.sweep('payments.delivered');
    expect(await shipping(order)).toBe('done');
  });
});

it('is for those who keep the money: the desk may not look', async () => {
  const desk = await aStaffToken(till.api, ['desk'], [till.store.id]);
  const answer = await till.api.call(`/staff/payment-orders?storeId=${till.store.id}`, {
    token: desk,
  });
  expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
});
