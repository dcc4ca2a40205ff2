import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { APPID, errcodeOf, eventually, Rig, type Answer } from './support/rig.js';
import { ORDER_A, ORDER_B, ShippingRig } from './support/shipping-rig.js';

const EXPRESS = {
  logistics_type: 1,
  shipping_list: [{ tracking_no: 'YT1', express_company: 'YTO', item_desc: '护理套装' }],
};
const PAID_AT = Date.parse('2026-03-02T02:00:00Z') / 1000;
const DAY = 86_400;

let rig: Rig;
let shop: ShippingRig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
  shop = new ShippingRig(rig);
});

afterEach(() => rig.stop());

/** Waits for so many events of a kind. */
function events(name: string, count: number): Promise<Record<string, unknown>[]> {
  return eventually(async () => {
    const found = await shop.events(name);
    return found.length >= count ? found : undefined;
  });
}

describe('get_order', () => {
  it('tells what was paid and what was shipped', async () => {
    await shop.paid();
    await shop.upload(EXPRESS);
    expect(await shop.order()).toMatchObject({
      transaction_id: ORDER_A.transactionId,
      merchant_id: ORDER_A.mchid,
      merchant_trade_no: ORDER_A.outTradeNo,
      paid_amount: 100_000,
      openid: 'oAlice',
      pay_time: PAID_AT,
      order_state: 2,
      in_complaint: false,
      description: '护理套装',
      shipping: {
        delivery_mode: 1,
        logistics_type: 1,
        finish_shipping: true,
        finish_shipping_count: 1,
        shipping_list: [{ tracking_no: 'YT1', express_company: 'YTO', goods_desc: '护理套装' }],
      },
    });
  });

  it.each([
    ['no number', {}, 268485195],
    ['no merchant', { merchant_trade_no: 'TOPUP-0001' }, 268485196],
    ['no trade number', { merchant_id: '1900000001' }, 268485197],
    ['an unknown order', { transaction_id: '1' }, 10060001],
  ])('refuses %s', async (_what, body, errcode) => {
    expect(errcodeOf(await shop.get(body))).toBe(errcode);
  });

  it('finds an order by the merchant’s number', async () => {
    await shop.paid();
    const body = { merchant_id: ORDER_A.mchid, merchant_trade_no: ORDER_A.outTradeNo };
    expect(errcodeOf(await shop.get(body))).toBe(0);
  });
});

describe('get_order_list', () => {
  function list(body: Record<string, unknown> = {}): Promise<Answer> {
    return rig.api('/wxa/sec/order/get_order_list', body);
  }

  function numbers(answer: Answer): unknown[] {
    const orders = answer.body['order_list'] as Record<string, unknown>[];
    return orders.map((order) => order['merchant_trade_no']);
  }

  beforeEach(async () => {
    await shop.paid();
    rig.clock.advance({ hours: 1 });
    await shop.paid({ ...ORDER_B, openid: 'oBea' });
  });

  it('goes page by page, the latest first', async () => {
    const first = await list({ page_size: 1 });
    expect([numbers(first), first.body['has_more']]).toEqual([['TOPUP-0002'], true]);
    const second = await list({ page_size: 1, last_index: first.body['last_index'] });
    expect([numbers(second), second.body['has_more']]).toEqual([['TOPUP-0001'], false]);
  });

  it('keeps to a state, a person, a time of payment', async () => {
    await shop.upload();
    expect(numbers(await list({ order_state: 2 }))).toEqual(['TOPUP-0001']);
    expect(numbers(await list({ openid: 'oBea' }))).toEqual(['TOPUP-0002']);
    const pay_time_range = { begin_time: PAID_AT, end_time: PAID_AT };
    expect(numbers(await list({ pay_time_range }))).toEqual(['TOPUP-0001']);
  });

  it.each([
    ['an unknown last_index', { last_index: 'x' }, 10060011],
    ['a page of 0', { page_size: 0 }, 10060014],
    ['a page of 101', { page_size: 101 }, 10060014],
    ['another state', { order_state: 7 }, 10060014],
  ])('refuses %s', async (_what, body, errcode) => {
    expect(errcodeOf(await list(body))).toBe(errcode);
  });
});

describe('notify_confirm_receive', () => {
  function remind(received_time: unknown = PAID_AT + DAY): Promise<Answer> {
    const { transactionId: transaction_id } = ORDER_A;
    const body = { transaction_id, received_time };
    return rig.api('/wxa/sec/order/notify_confirm_receive', body);
  }

  it('reminds once of an express delivery: then 10060030', async () => {
    await shop.paid();
    expect(errcodeOf(await remind())).toBe(10060028);
    await shop.upload(EXPRESS);
    rig.clock.advance({ hours: 24 });
    expect([errcodeOf(await remind()), errcodeOf(await remind())]).toEqual([0, 10060030]);
  });

  it.each([PAID_AT, PAID_AT + 2 * DAY, '1772503200', undefined])(
    'refuses the time %j, which is not between shipping and now: 10060029',
    async (time) => {
      await shop.paid();
      await shop.upload(EXPRESS);
      rig.clock.advance({ hours: 24 });
      const body = { transaction_id: ORDER_A.transactionId, received_time: time };
      expect(errcodeOf(await rig.api('/wxa/sec/order/notify_confirm_receive', body))).toBe(
        10060029,
      );
    },
  );

  it('does not remind of anything but express: 10060032', async () => {
    await shop.paid();
    await shop.upload();
    rig.clock.advance({ hours: 24 });
    expect(errcodeOf(await remind())).toBe(10060032);
  });
});

describe('settlement', () => {
  it.each([
    ['express ten', EXPRESS, 10],
    ['a virtual good two', {}, 2],
  ])('comes by itself: %s days after shipping', async (_what, shipped, days) => {
    await shop.paid();
    await shop.upload(shipped);
    const [ahead] = await events('trade_manage_order_settlement', 1);
    expect(ahead).toMatchObject({ estimated_settlement_time: PAID_AT + days * DAY });
    rig.clock.advance({ hours: days * 24 - 1 });
    expect(await shop.state()).toBe(2);
    rig.clock.advance({ hours: 1 });
    const [, settled] = await events('trade_manage_order_settlement', 2);
    expect(settled).toMatchObject({
      transaction_id: ORDER_A.transactionId,
      confirm_receive_method: 1,
      settlement_time: PAID_AT + days * DAY,
    });
    expect(await shop.state()).toBe(4);
  });

  it('tells that the person has confirmed: received (3), then done (4)', async () => {
    await shop.paid();
    await shop.upload();
    rig.clock.advance({ hours: 1 });
    await shop.act('confirm');
    expect(await shop.state()).toBe(3);
    await shop.act('settle');
    const [, settled] = await events('trade_manage_order_settlement', 2);
    expect(settled).toMatchObject({
      confirm_receive_method: 2,
      confirm_receive_time: PAID_AT + 3_600,
    });
    expect(await shop.state()).toBe(4);
  });

  it('does not come for what was refunded', async () => {
    await shop.paid();
    await shop.upload();
    await shop.act('refund');
    const answer = await shop.act('settle');
    expect([answer.status, await shop.state()]).toEqual([400, 5]);
  });
});

describe('reminders', () => {
  it('begin with the first payment: the app should ship at all', async () => {
    await shop.paid();
    await shop.paid(ORDER_B);
    expect(await events('trade_manage_remind_access_api', 1)).toHaveLength(1);
  });

  it('name an order that waits for 48 hours, once the app has shipped something', async () => {
    await shop.paid();
    await shop.upload();
    await shop.paid(ORDER_B);
    rig.clock.advance({ hours: 48 });
    const [reminder] = await events('trade_manage_remind_shipping', 1);
    expect(reminder).toMatchObject({ merchant_trade_no: 'TOPUP-0002', pay_time: PAID_AT });
  });

  it('wait for a presale until its day', async () => {
    await shop.paid();
    await shop.upload();
    await shop.paid(ORDER_B);
    await special({ order_id: 'TOPUP-0002', delay_to: PAID_AT + 20 * DAY });
    rig.clock.advance({ hours: 20 * 24 });
    const [reminder] = await events('trade_manage_remind_shipping', 1);
    expect(reminder?.['CreateTime']).toBe(PAID_AT + 20 * DAY);
  });
});

function special(changes: Record<string, unknown>): Promise<Answer> {
  return rig.api('/wxa/sec/order/opspecialorder', { type: 1, order_id: 'TOPUP-0001', ...changes });
}

describe('opspecialorder', () => {
  beforeEach(() => shop.paid());

  it('takes a presale of 330 days and a test without a day', async () => {
    expect(errcodeOf(await special({ delay_to: PAID_AT + 330 * DAY }))).toBe(0);
    expect(errcodeOf(await special({ type: 2, order_id: ORDER_A.transactionId }))).toBe(0);
  });

  it.each([
    ['another type', { type: 3 }, 268546000],
    ['a presale without a day', { type: 1 }, 268546001],
    ['a day that has passed', { delay_to: PAID_AT - 1 }, 268546001],
    ['331 days', { delay_to: PAID_AT + 331 * DAY }, 268546001],
    ['an unknown order', { order_id: 'x', delay_to: PAID_AT + DAY }, 268546002],
  ])('refuses %s', async (_what, changes, errcode) => {
    expect(errcodeOf(await special(changes))).toBe(errcode);
  });

  it('refuses what is shipped already: 268546002', async () => {
    await shop.upload();
    expect(errcodeOf(await special({ type: 2 }))).toBe(268546002);
  });
});

describe('the service as a whole', () => {
  it('says whether the app has to ship, and whether its owner has agreed', async () => {
    const managed = '/wxa/sec/order/is_trade_managed';
    const agreed = '/wxa/sec/order/is_trade_management_confirmation_completed';
    expect((await rig.api(managed, { appid: APPID })).body['is_trade_managed']).toBe(true);
    expect((await rig.api(agreed, { appid: APPID })).body['completed']).toBe(true);
    await rig.post('/_sandbox/app', { tradeManaged: false, tradeConfirmed: false });
    expect((await rig.api(managed, { appid: APPID })).body['is_trade_managed']).toBe(false);
    expect((await rig.api(agreed, { appid: APPID })).body['completed']).toBe(false);
    for (const path of [managed, agreed]) {
      expect(errcodeOf(await rig.api(path, {}))).toBe(40097);
      expect(errcodeOf(await rig.api(path, { appid: 'wx0' }))).toBe(40013);
      await rig.limit(path, 'second', 0);
      expect(errcodeOf(await rig.api(path, { appid: APPID }))).toBe(44990);
    }
  });

  it('remembers where its messages lead', async () => {
    const path = '/wxa/sec/order/set_msg_jump_path';
    expect(errcodeOf(await rig.api(path, { path: '' }))).toBe(47001);
    expect(errcodeOf(await rig.api(path, { path: 'pages/orders/index' }))).toBe(0);
    expect((await rig.get('/_sandbox/app')).body['messageJumpPath']).toBe('pages/orders/index');
  });

  it('lets the kind of trade be changed once: then 268486048', async () => {
    const path = '/wxa/sec/order/setwxatradetypecgi';
    const body = { trade_type: 3, reason: '线下门店', material_list: [{ type: 1, media_id: 'm' }] };
    const videos = Array.from({ length: 4 }, () => ({ type: 2, media_id: 'v' }));
    expect(errcodeOf(await rig.api(path, { ...body, trade_type: 5 }))).toBe(47001);
    expect(errcodeOf(await rig.api(path, { ...body, reason: '' }))).toBe(47001);
    expect(errcodeOf(await rig.api(path, { ...body, material_list: videos }))).toBe(47001);
    expect(errcodeOf(await rig.api(path, body))).toBe(0);
    expect(errcodeOf(await rig.api(path, body))).toBe(268486048);
  });
});

it('takes no order twice, and none that lacks a number', async () => {
  await shop.paid();
  expect((await shop.paid()).status).toBe(400);
  expect((await shop.paid({ ...ORDER_B, outTradeNo: 'x' })).status).toBe(400);
});
