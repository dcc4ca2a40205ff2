import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { PayRig, type PayAnswer } from './support/pay-rig.js';

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

function codeOf({ status, body }: PayAnswer): unknown {
  return [status, body['code']];
}

function close(outTradeNo: string): Promise<PayAnswer> {
  const path = `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`;
  return pay.call('POST', path, { mchid: pay.merchant.mchid });
}

it('goes from prepay by the cashier to an order that is paid', async () => {
  const { status, body } = await pay.prepay({ attach: 'plan-1' });
  expect([status, body]).toEqual([200, { prepay_id: expect.stringMatching(/^wx\w{34}$/) }]);
  expect((await pay.query()).body).toMatchObject({
    trade_state: 'NOTPAY',
    amount: { total: 100_000, currency: 'CNY' },
  });
  expect((await pay.cashier(body['prepay_id'])).body).toMatchObject({
    errMsg: 'requestPayment:ok',
    order: { state: 'SUCCESS', amountFen: 100_000 },
  });
  const order = (await pay.query()).body;
  expect(order).toEqual({
    appid: 'wx1234567890abcdef',
    mchid: pay.merchant.mchid,
    out_trade_no: 'TOPUP-0001',
    transaction_id: expect.stringMatching(/^\d{28}$/),
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    trade_state_desc: '支付成功',
    bank_type: 'OTHERS',
    attach: 'plan-1',
    success_time: '2026-03-02T10:00:00+08:00',
    payer: { openid: 'oAlice' },
    amount: { total: 100_000, payer_total: 100_000, currency: 'CNY', payer_currency: 'CNY' },
  });
  const byId = `/v3/pay/transactions/id/${String(order['transaction_id'])}?mchid=${pay.merchant.mchid}`;
  expect((await pay.call('GET', byId)).body).toEqual(order);
});

it.each(['cancel', 'fail'])('stays unpaid after %s at the cashier', async (outcome) => {
  const { body } = await pay.prepay();
  expect((await pay.cashier(body['prepay_id'], outcome)).status).toBe(200);
  expect((await pay.query()).body['trade_state']).toBe('NOTPAY');
});

it('is paid less by the person where a coupon of WeChat pays a part', async () => {
  const { body } = await pay.prepay();
  await pay.cashier(body['prepay_id'], 'success', { couponFen: 500, bankType: 'CMB_DEBIT' });
  expect((await pay.query()).body).toMatchObject({
    bank_type: 'CMB_DEBIT',
    amount: { total: 100_000, payer_total: 99_500 },
    promotion_detail: [{ amount: 500 }],
  });
});

describe('prepay again', () => {
  it('is the same order when all is the same, in whatever order it is written', async () => {
    const first = await pay.prepay();
    const turned = Object.fromEntries(Object.entries(pay.prepayBody()).reverse());
    const again = await pay.call('POST', '/v3/pay/transactions/jsapi', turned);
    expect(again.body).toEqual(first.body);
  });

  it('is refused when anything is different', async () => {
    await pay.prepay();
    const answer = await pay.prepay({ amount: { total: 1, currency: 'CNY' } });
    expect(codeOf(answer)).toEqual([400, 'INVALID_REQUEST']);
    expect(answer.body['message']).toBe('请求重入时，参数与首次请求时不一致');
    expect(answer.headers['request-id']).toMatch(/-268498688$/);
  });

  it('does not mind another end: only the first one counts', async () => {
    await pay.prepay({ time_expire: '2026-03-02T10:30:00+08:00' });
    expect((await pay.prepay({ time_expire: '2026-03-02T12:00:00+08:00' })).status).toBe(200);
    pay.rig.clock.advance({ minutes: 31 });
    expect((await pay.query()).body['trade_state']).toBe('CLOSED');
  });

  it('gives a new prepay_id after two hours, when the old one cannot be paid with', async () => {
    const first = (await pay.prepay()).body['prepay_id'];
    pay.rig.clock.advance({ hours: 2 });
    expect((await pay.cashier(first)).status).toBe(400);
    const second = (await pay.prepay()).body['prepay_id'];
    expect(second).not.toBe(first);
    expect((await pay.cashier(first)).status).toBe(400);
    expect((await pay.cashier(second)).status).toBe(200);
  });

  it('is ORDERPAID when it was paid, OUT_TRADE_NO_USED for another order of that number', async () => {
    await pay.paid();
    expect(codeOf(await pay.prepay())).toEqual([400, 'ORDERPAID']);
    expect(codeOf(await pay.prepay({ description: '别的' }))).toEqual([403, 'OUT_TRADE_NO_USED']);
  });

  it('is ORDER_CLOSED when it was closed', async () => {
    await pay.prepay();
    await close('TOPUP-0001');
    expect(codeOf(await pay.prepay())).toEqual([400, 'ORDER_CLOSED']);
  });
});

describe('the cashier', () => {
  it('takes no money twice, nor for what is closed or nobody prepared', async () => {
    const first = (await pay.prepay()).body['prepay_id'];
    await pay.cashier(first);
    expect((await pay.cashier(first)).status).toBe(400);
    const second = (await pay.prepay({ out_trade_no: 'TOPUP-0002' })).body['prepay_id'];
    await close('TOPUP-0002');
    expect((await pay.cashier(second)).status).toBe(400);
    expect((await pay.cashier('wx1')).status).toBe(400);
  });

  it('takes money only from the person whose order it is, where it is told who pays', async () => {
    const prepayId = (await pay.prepay()).body['prepay_id'];
    expect((await pay.cashier(prepayId, 'success', { openid: 'oBob' })).status).toBe(400);
    expect((await pay.cashier(prepayId, 'success', { openid: 'oAlice' })).status).toBe(200);
  });

  it('shows the order before the person decides', async () => {
    const prepayId = String((await pay.prepay()).body['prepay_id']);
    const shown = await pay.rig.get(`/_sandbox/cashier?prepayId=${prepayId}`);
    expect(shown.body).toMatchObject({ amountFen: 100_000, state: 'NOTPAY', payable: true });
    const page = await (await fetch(`${pay.rig.url}/cashier?prepayId=${prepayId}`)).text();
    for (const word of ['¥ 1000.00', '会员储值 1000 元', '支付成功', '取消', '失败']) {
      expect(page).toContain(word);
    }
  });
});

describe('closing', () => {
  it('is 204, and 204 again', async () => {
    await pay.prepay();
    const [first, second] = [await close('TOPUP-0001'), await close('TOPUP-0001')];
    expect([first.status, first.text, second.status]).toEqual([204, '', 204]);
    expect(pay.genuine(first.headers, '')).toBe(true);
    expect((await pay.query()).body['trade_state']).toBe('CLOSED');
  });

  it('is refused for a paid order and for none', async () => {
    await pay.paid();
    expect(codeOf(await close('TOPUP-0001'))).toEqual([400, 'ORDERPAID']);
    expect(codeOf(await close('TOPUP-0404'))).toEqual([404, 'ORDER_NOT_EXIST']);
  });
});

it('closes by itself when it is not paid in time: after seven days, or at time_expire', async () => {
  await pay.prepay();
  await pay.prepay({ out_trade_no: 'TOPUP-0002', time_expire: '2026-03-02T10:00:10+08:00' });
  pay.rig.clock.advance({ seconds: 59 });
  expect((await pay.query('TOPUP-0002')).body['trade_state']).toBe('NOTPAY');
  pay.rig.clock.advance({ seconds: 1 });
  expect((await pay.query('TOPUP-0002')).body['trade_state']).toBe('CLOSED');
  pay.rig.clock.advance({ hours: 7 * 24 });
  expect((await pay.query()).body['trade_state']).toBe('CLOSED');
});

it('knows no order that was not made', async () => {
  const answer = await pay.query('TOPUP-0404');
  expect(codeOf(answer)).toEqual([404, 'ORDER_NOT_EXIST']);
  expect(answer.headers['request-id']).toMatch(/-268512771$/);
});

it.each([
  ['/out_trade_no', { out_trade_no: 'short' }],
  ['/out_trade_no', { out_trade_no: '中文订单号' }],
  ['/out_trade_no', { out_trade_no: 'x'.repeat(33) }],
  ['/description', { description: '' }],
  ['/description', { description: 'x'.repeat(128) }],
  ['/description', { description: '储值🎁' }],
  ['/attach', { attach: 'x'.repeat(129) }],
  ['/notify_url', { notify_url: 'https://salon.example.com/notify?a=1' }],
  ['/notify_url', { notify_url: 'ftp://salon.example.com/notify' }],
  ['/amount/total', { amount: { total: 0, currency: 'CNY' } }],
  ['/amount/total', { amount: { total: 1.5, currency: 'CNY' } }],
  ['/amount/total', { amount: { total: '100', currency: 'CNY' } }],
  ['/amount/currency', { amount: { total: 1, currency: 'USD' } }],
  ['/payer/openid', { payer: {} }],
  ['/time_expire', { time_expire: '2026-03-02 12:00:00' }],
  ['/time_expire', { time_expire: '2026-03-02T09:59:59+08:00' }],
  ['/time_expire', { time_expire: '2026-06-30T00:00:00+08:00' }],
])('refuses a bad %s', async (field, changes) => {
  const answer = await pay.prepay(changes);
  expect(codeOf(answer)).toEqual([400, 'PARAM_ERROR']);
  expect(answer.body['detail']).toMatchObject({ field, location: 'body' });
});

it('refuses the app or the merchant of somebody else', async () => {
  expect(codeOf(await pay.prepay({ appid: 'wx0' }))).toEqual([400, 'APPID_MCHID_NOT_MATCH']);
  expect(codeOf(await pay.prepay({ mchid: '1900000001' }))).toEqual([400, 'MCH_NOT_EXISTS']);
  const other = '/v3/pay/transactions/out-trade-no/TOPUP-0001?mchid=1900000001';
  expect(codeOf(await pay.call('GET', other))).toEqual([400, 'MCH_NOT_EXISTS']);
  await pay.rig.post('/_sandbox/people', { openid: 'oFar', ofAnotherApp: true });
  const far = await pay.prepay({ payer: { openid: 'oFar' } });
  expect(codeOf(far)).toEqual([400, 'INVALID_REQUEST']);
});

it('makes an order known to shipping two seconds after it was paid', async () => {
  await pay.paid();
  const order_key = { merchant_id: pay.merchant.mchid, merchant_trade_no: 'TOPUP-0001' };
  expect((await pay.rig.api('/wxa/sec/order/get_order', order_key)).body['errcode']).toBe(10060001);
  pay.rig.clock.advance({ seconds: 2 });
  const known = await pay.rig.api('/wxa/sec/order/get_order', order_key);
  expect(known.body['order']).toMatchObject({ order_state: 1, paid_amount: 100_000 });
});

it('lists orders for the tester, the newest first', async () => {
  await pay.paid();
  await pay.prepay({ out_trade_no: 'TOPUP-0002', payer: { openid: 'oBob' } });
  const items = await pay.rig.items('/_sandbox/orders');
  expect(items.map((item) => [item['outTradeNo'], item['state']])).toEqual([
    ['TOPUP-0002', 'NOTPAY'],
    ['TOPUP-0001', 'SUCCESS'],
  ]);
  expect(await pay.rig.items('/_sandbox/orders?openid=oBob')).toHaveLength(1);
  expect(await pay.rig.items('/_sandbox/orders?outTradeNo=TOPUP-0001')).toHaveLength(1);
});

it('forgets orders with a reset, but not its keys', async () => {
  await pay.paid();
  await pay.rig.post('/_sandbox/reset', {});
  expect(codeOf(await pay.query())).toEqual([404, 'ORDER_NOT_EXIST']);
});
