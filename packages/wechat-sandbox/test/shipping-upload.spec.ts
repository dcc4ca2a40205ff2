import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { errcodeOf, Rig, type Answer } from './support/rig.js';
import { ORDER_A, ORDER_B, ShippingRig } from './support/shipping-rig.js';

const SPLIT = { delivery_mode: 2, is_all_delivered: false };
const LATER = '2026-03-02T11:00:00.000+08:00';
const LATEST = '2026-03-02T12:00:00.000+08:00';

let rig: Rig;
let shop: ShippingRig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
  shop = new ShippingRig(rig);
});

afterEach(() => rig.stop());

describe('upload_shipping_info', () => {
  beforeEach(() => shop.paid());

  it('moves an order from to ship (1) to shipped (2)', async () => {
    expect(await shop.state()).toBe(1);
    expect(errcodeOf(await shop.upload())).toBe(0);
    expect(await shop.state()).toBe(2);
  });

  it('takes the merchant’s own number too', async () => {
    const order_key = { order_number_type: 1, mchid: ORDER_A.mchid, out_trade_no: 'TOPUP-0001' };
    expect(errcodeOf(await shop.upload({ order_key }))).toBe(0);
  });

  it.each([
    ['no order_key', { order_key: undefined }, 47001],
    ['another type of number', { order_key: { order_number_type: 3 } }, 268485194],
    ['no transaction_id', { order_key: { order_number_type: 2 } }, 268485195],
    ['no mchid', { order_key: { order_number_type: 1, out_trade_no: 'x' } }, 268485196],
    ['no out_trade_no', { order_key: { order_number_type: 1, mchid: '1' } }, 268485197],
    ['an unknown order', { order_key: { order_number_type: 2, transaction_id: '42' } }, 10060001],
    ['a time without zone', { upload_time: '2026-03-02T10:00:00' }, 268485216],
    ['a time in seconds', { upload_time: 1_772_416_800 }, 268485216],
    ['a day that is none', { upload_time: '2026-13-02T10:00:00.000+08:00' }, 268485216],
    ['no delivery_mode', { delivery_mode: undefined }, 268485224],
    ['another delivery_mode', { delivery_mode: 3 }, 268485224],
    ['another logistics_type', { logistics_type: 5 }, 10060005],
    ['a split delivery without express', { ...SPLIT, logistics_type: 4 }, 10060006],
    ['a split one without is_all_delivered', { delivery_mode: 2, logistics_type: 1 }, 10060007],
    ['no shipping_list', { shipping_list: undefined }, 47001],
    ['an object for shipping_list', { shipping_list: {} }, 47001],
    ['two lines of a unified delivery', { shipping_list: [parcel(1), parcel(2)] }, 268485228],
    [
      'sixteen parcels',
      { shipping_list: Array.from({ length: 16 }, (_, i) => parcel(i)) },
      10060024,
    ],
    ['no payer', { payer: undefined }, 47001],
    ['another payer', { payer: { openid: 'oBea' } }, 10060031],
  ])('refuses %s', async (_what, changes, errcode) => {
    expect(errcodeOf(await shop.upload(changes))).toBe(errcode);
    expect(await shop.state()).toBe(1);
  });

  it.each([
    ['no item_desc', { item_desc: undefined }, 10060008],
    ['a blank item_desc', { item_desc: ' ' }, 10060008],
    ['121 characters', { item_desc: '品'.repeat(121) }, 10060009],
    ['no tracking_no of express', { tracking_no: '' }, 268485226],
    ['no express_company', { express_company: undefined }, 268485227],
    ['129 bytes of tracking_no', { tracking_no: '1'.repeat(129) }, 10060026],
    ['129 bytes of express_company', { express_company: 'Y'.repeat(129) }, 10060025],
    ['SF without a contact', { express_company: 'SF' }, 10060014],
    ['a number that is not masked', { contact: { receiver_contact: '13800138000' } }, 10060014],
    ['a number masked to its end', { contact: { receiver_contact: '138****80**' } }, 10060014],
  ])('refuses %s', async (_what, changes, errcode) => {
    const shipping_list = [{ ...parcel(1), ...changes }];
    expect(errcodeOf(await shop.upload({ logistics_type: 1, shipping_list }))).toBe(errcode);
  });

  it.each(['189****1234', '021-****1234', '****1234', '0**2-******23-10', '****123-8008'])(
    'takes the masked number %s',
    async (receiver_contact) => {
      const shipping_list = [
        { ...parcel(1), express_company: 'SF', contact: { receiver_contact } },
      ];
      expect(errcodeOf(await shop.upload({ logistics_type: 1, shipping_list }))).toBe(0);
    },
  );

  it('takes 120 characters of item_desc', async () => {
    const shipping_list = [{ item_desc: '品'.repeat(120) }];
    expect(errcodeOf(await shop.upload({ shipping_list }))).toBe(0);
  });

  it('may be changed once after it is finished, with a later time: then 10060003', async () => {
    await shop.upload();
    const changed = { logistics_type: 4, shipping_list: [{ item_desc: '到店自提' }] };
    expect(errcodeOf(await shop.upload(changed))).toBe(268485216);
    expect(errcodeOf(await shop.upload({ upload_time: LATER }))).toBe(10060023);
    expect(errcodeOf(await shop.upload({ ...changed, upload_time: LATER }))).toBe(0);
    expect((await shop.order())['shipping']).toMatchObject({
      logistics_type: 4,
      finish_shipping_count: 2,
    });
    expect(errcodeOf(await shop.upload({ upload_time: LATEST }))).toBe(10060003);
  });

  it.each(['refund', 'awaitSettlement', 'confirm'])(
    'is refused after %s: 10060004',
    async (action) => {
      await shop.upload();
      await shop.act(action);
      expect(errcodeOf(await shop.upload({ upload_time: LATER }))).toBe(10060004);
    },
  );

  it('in parcels goes on until all are delivered, and no further: 10060002', async () => {
    const send = (n: number, all: boolean, upload_time: string): Promise<Answer> =>
      shop.upload({
        ...SPLIT,
        is_all_delivered: all,
        logistics_type: 1,
        shipping_list: [parcel(n)],
        upload_time,
      });
    expect(errcodeOf(await send(1, false, '2026-03-02T10:01:00.000+08:00'))).toBe(0);
    expect(await shop.state()).toBe(1);
    expect(errcodeOf(await send(2, true, LATER))).toBe(0);
    const { shipping } = await shop.order();
    expect(shipping).toMatchObject({ finish_shipping: true, finish_shipping_count: 1 });
    expect((shipping as { shipping_list: unknown[] }).shipping_list).toHaveLength(2);
    expect(errcodeOf(await send(3, false, LATEST))).toBe(10060002);
  });

  it('in parcels takes fifteen in all', async () => {
    const first = Array.from({ length: 15 }, (_, i) => parcel(i));
    const body = { ...SPLIT, logistics_type: 1, shipping_list: first };
    expect(errcodeOf(await shop.upload(body))).toBe(0);
    const one = { ...body, shipping_list: [parcel(99)], upload_time: LATER };
    expect(errcodeOf(await shop.upload(one))).toBe(10060024);
  });
});

it('does not know a payment that is too new: 10060001 until the service has it', async () => {
  await shop.paid({ knownAfterSeconds: 10 });
  expect(errcodeOf(await shop.upload())).toBe(10060001);
  rig.clock.advance({ seconds: 10 });
  expect(errcodeOf(await shop.upload())).toBe(0);
});

describe('upload_combined_shipping_info', () => {
  const COMBINED = { combinedTransactionId: '4'.repeat(28), combinedOutTradeNo: 'COMBINED-1' };

  beforeEach(async () => {
    await shop.paid(COMBINED);
    await shop.paid({ ...ORDER_B, ...COMBINED });
  });

  function sub(transaction_id: string, changes: Record<string, unknown> = {}): object {
    return {
      order_key: { order_number_type: 2, transaction_id },
      delivery_mode: 1,
      logistics_type: 3,
      shipping_list: [{ item_desc: '储值' }],
      ...changes,
    };
  }

  function upload(changes: Record<string, unknown> = {}): Promise<Answer> {
    return rig.api('/wxa/sec/order/upload_combined_shipping_info', {
      order_key: { order_number_type: 2, transaction_id: COMBINED.combinedTransactionId },
      sub_orders: [sub(ORDER_A.transactionId), sub(ORDER_B.transactionId)],
      upload_time: '2026-03-02T10:00:00.000+08:00',
      payer: { openid: 'oAlice' },
      ...changes,
    });
  }

  it('ships all orders of one payment', async () => {
    expect(errcodeOf(await upload())).toBe(0);
    expect(await shop.state()).toBe(2);
    expect(await shop.state(ORDER_B.transactionId)).toBe(2);
  });

  it('ships none when one is refused', async () => {
    const sub_orders = [
      sub(ORDER_A.transactionId),
      sub(ORDER_B.transactionId, { logistics_type: 9 }),
    ];
    expect(errcodeOf(await upload({ sub_orders }))).toBe(10060005);
    expect(await shop.state()).toBe(1);
  });

  it.each([
    ['no orders', { sub_orders: [] }, 47001],
    ['an order of another payment', { sub_orders: [sub('9'.repeat(28))] }, 10060001],
    ['an unknown payment', { order_key: { order_number_type: 2, transaction_id: 'x' } }, 10060001],
    [
      'another type of number inside',
      {
        sub_orders: [
          { ...sub('x'), order_key: { order_number_type: 1, mchid: '1', out_trade_no: 'a' } },
        ],
      },
      268485194,
    ],
    ['another payer', { payer: { openid: 'oBea' } }, 10060031],
    [
      'an order that nothing describes',
      { sub_orders: [sub(ORDER_A.transactionId, { shipping_list: undefined })] },
      10060020,
    ],
  ])('refuses %s', async (_what, changes, errcode) => {
    expect(errcodeOf(await upload(changes))).toBe(errcode);
  });
});

function parcel(number: number): Record<string, unknown> {
  return { tracking_no: `YT${String(number)}`, express_company: 'YTO', item_desc: '护理套装*1' };
}
