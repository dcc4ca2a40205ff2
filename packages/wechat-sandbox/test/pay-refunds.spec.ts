import { constants, publicEncrypt } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { MERCHANT, PayRig, REFUNDS, type PayAnswer } from './support/pay-rig.js';

/** One fen, where two are asked for. */
const FROM = { from: [{ account: 'AVAILABLE', amount: 1 }] };

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
  await pay.settings({ refundSeconds: null });
});

afterEach(() => pay.stop());

function codeOf({ status, body }: PayAnswer): unknown {
  return [status, body['code']];
}

function amount(refund: number, total = 100_000): Record<string, unknown> {
  return { amount: { refund, total, currency: 'CNY' } };
}

async function end(outcome: string, outRefundNo = 'R-1'): Promise<number> {
  return (await pay.rig.post('/_sandbox/refund', { outRefundNo, outcome })).status;
}

async function stateOf(outRefundNo = 'R-1'): Promise<unknown> {
  return (await pay.call('GET', `${REFUNDS}/${outRefundNo}`)).body['status'];
}

it('is accepted at once and done later, when the server is told', async () => {
  await pay.paid();
  const accepted = await pay.refund();
  expect([accepted.status, accepted.body]).toMatchObject([
    200,
    {
      refund_id: expect.stringMatching(/^50300\d{24}$/),
      out_refund_no: 'R-1',
      out_trade_no: 'TOPUP-0001',
      channel: 'ORIGINAL',
      status: 'PROCESSING',
      create_time: '2026-03-02T10:00:00+08:00',
      amount: { refund: 30_000, total: 100_000, payer_refund: 30_000, settlement_refund: 30_000 },
    },
  ]);
  expect(accepted.body).not.toHaveProperty('success_time');
  expect((await pay.query()).body['trade_state']).toBe('REFUND');
  await end('success');
  await pay.heard(2);
  expect(pay.receiver.received[1]?.path).toBe('/refund');
  expect(pay.content(1)).toEqual({
    mchid: MERCHANT.mchid,
    transaction_id: accepted.body['transaction_id'],
    out_trade_no: 'TOPUP-0001',
    refund_id: accepted.body['refund_id'],
    out_refund_no: 'R-1',
    refund_status: 'SUCCESS',
    success_time: '2026-03-02T10:00:00+08:00',
    user_received_account: '支付用户零钱',
    amount: { total: 100_000, refund: 30_000, payer_total: 100_000, payer_refund: 30_000 },
  });
  expect(await stateOf()).toBe('SUCCESS');
});

it('comes to its end by itself after as long as is set, in the way that is set', async () => {
  await pay.settings({ refundSeconds: 3_600, refundOutcome: 'abnormal' });
  await pay.paid();
  await pay.refund();
  pay.rig.clock.advance({ minutes: 59 });
  expect(await stateOf()).toBe('PROCESSING');
  pay.rig.clock.advance({ minutes: 1 });
  await pay.heard(2);
  expect([await stateOf(), pay.content(1)['refund_status']]).toEqual(['ABNORMAL', 'ABNORMAL']);
});

it('is refused for good where that is set, and taken once it is not', async () => {
  await pay.settings({ refundRefusal: 'INVALID_REQUEST' });
  await pay.paid();
  expect(codeOf(await pay.refund())).toEqual([400, 'INVALID_REQUEST']);
  expect(codeOf(await pay.refund())).toEqual([400, 'INVALID_REQUEST']);
  await pay.settings({ refundRefusal: null });
  expect((await pay.refund()).status).toBe(200);
});

it('that is held on its way is not there when it is asked about, and arrives late', async () => {
  await pay.paid();
  await pay.rig.post('/_sandbox/faults', {
    ...{ path: '/v3/refund/domestic/refunds', kind: 'slow', delayMs: 400 },
  });
  const late = pay.refund();
  await expect(stateOf()).resolves.toBeUndefined();
  expect((await late).status).toBe(200);
  expect(await stateOf()).toBe('PROCESSING');
});

it('is told nowhere when it named no address', async () => {
  await pay.paid();
  await pay.refund({ notify_url: undefined });
  await end('success');
  expect(await pay.rig.items('/_sandbox/notifications')).toHaveLength(1);
});

it('can be ABNORMAL and then CLOSED, but not come back from an end', async () => {
  await pay.paid();
  await pay.refund();
  expect([await end('abnormal'), await end('closed'), await stateOf()]).toEqual([
    200,
    200,
    'CLOSED',
  ]);
  expect([await end('success'), await end('closed')]).toEqual([400, 400]);
  await pay.heard(3);
  expect([pay.content(1), pay.content(2)].map((each) => each['refund_status']).sort()).toEqual([
    'ABNORMAL',
    'CLOSED',
  ]);
});

it('gives the person her share of what she paid when a coupon paid the rest', async () => {
  const { body } = await pay.prepay();
  await pay.cashier(body['prepay_id'], 'success', { couponFen: 20_000 });
  const refund = await pay.refund(amount(50_000));
  expect(refund.body['amount']).toMatchObject({
    refund: 50_000,
    payer_refund: 40_000,
    discount_refund: 10_000,
  });
});

describe('the same number again', () => {
  it('is the same refund', async () => {
    await pay.paid();
    const [first, second] = [await pay.refund(), await pay.refund()];
    expect(second.body).toEqual(first.body);
    expect(await pay.rig.items('/_sandbox/refunds')).toHaveLength(1);
  });

  it('with another amount, or for another order, is refused', async () => {
    await pay.paid();
    await pay.paid('TOPUP-0002');
    await pay.refund();
    expect(codeOf(await pay.refund(amount(1)))).toEqual([400, 'INVALID_REQUEST']);
    const other = await pay.refund({ out_trade_no: 'TOPUP-0002' });
    expect(codeOf(other)).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('several refunds of one order', () => {
  const part = async (no: number, fen: number): Promise<PayAnswer> => {
    pay.rig.clock.advance({ minutes: 1 });
    return pay.refund({ out_refund_no: `R-${String(no)}`, ...amount(fen) });
  };

  it('go up to what was paid and not a fen further', async () => {
    await pay.paid();
    expect((await part(1, 60_000)).status).toBe(200);
    expect(codeOf(await part(2, 40_001))).toEqual([400, 'INVALID_REQUEST']);
    expect((await part(3, 40_000)).status).toBe(200);
    expect(codeOf(await part(4, 1))).toEqual([400, 'INVALID_REQUEST']);
  });

  it('can have again what a closed one gave back', async () => {
    await pay.paid();
    await part(1, 100_000);
    await end('closed', 'R-1');
    expect((await part(2, 100_000)).status).toBe(200);
  });

  it('have a minute between them', async () => {
    await pay.paid();
    await part(1, 1);
    const soon = await pay.refund({ out_refund_no: 'R-2', ...amount(1) });
    expect(codeOf(soon)).toEqual([429, 'FREQUENCY_LIMITED']);
    expect((await part(2, 1)).status).toBe(200);
  });

  it('are fifty at most', async () => {
    await pay.paid();
    for (let no = 1; no <= 50; no += 1) expect((await part(no, 1)).status).toBe(200);
    expect(codeOf(await part(51, 1))).toEqual([400, 'INVALID_REQUEST']);
  });
});

it('is refused a year after the payment', async () => {
  await pay.paid();
  await pay.elapse(365 * 86_400);
  expect((await pay.refund()).status).toBe(200);
  await pay.elapse(60);
  expect(codeOf(await pay.refund({ out_refund_no: 'R-2' }))).toEqual([400, 'INVALID_REQUEST']);
});

it('is NOT_ENOUGH when the merchant’s account is empty', async () => {
  await pay.settings({ balanceFen: 29_999 });
  await pay.paid();
  expect(codeOf(await pay.refund())).toEqual([403, 'NOT_ENOUGH']);
  await pay.settings({ balanceFen: 30_000 });
  expect((await pay.refund()).status).toBe(200);
});

it('needs an order that is there and paid, with the total that was paid', async () => {
  expect(codeOf(await pay.refund())).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  await pay.prepay();
  expect(codeOf(await pay.refund())).toEqual([400, 'INVALID_REQUEST']);
  await pay.paid('TOPUP-0002');
  const other = { out_trade_no: 'TOPUP-0002' };
  expect(codeOf(await pay.refund({ ...other, ...amount(1, 2) }))).toEqual([400, 'INVALID_REQUEST']);
  expect((await pay.refund(other)).status).toBe(200);
});

it('can name the order by the number of WeChat Pay', async () => {
  await pay.paid();
  const { transaction_id } = (await pay.query()).body;
  const answer = await pay.refund({ out_trade_no: undefined, transaction_id });
  expect(answer.body['out_trade_no']).toBe('TOPUP-0001');
});

it.each([
  ['/out_refund_no', { out_refund_no: 'a b' }],
  ['/out_refund_no', { out_refund_no: 'x'.repeat(65) }],
  ['/reason', { reason: 'x'.repeat(81) }],
  ['/out_trade_no', { out_trade_no: undefined }],
  ['/amount/refund', { amount: { total: 1, currency: 'CNY' } }],
  ['/amount/currency', { amount: { refund: 1, total: 1 } }],
  ['/amount/from', { amount: { ...FROM, refund: 2, total: 2, currency: 'CNY' } }],
])('names a bad %s', async (field, changes) => {
  const answer = await pay.refund(changes);
  expect([codeOf(answer), answer.body['detail']]).toMatchObject([[400, 'PARAM_ERROR'], { field }]);
});

it('is asked for in vain when nobody made it', async () => {
  expect(codeOf(await pay.call('GET', `${REFUNDS}/R-404`))).toEqual([404, 'RESOURCE_NOT_EXISTS']);
});

describe('an abnormal refund', () => {
  const encrypted = (text: string): string =>
    publicEncrypt(
      { key: MERCHANT.publicKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
      Buffer.from(text),
    ).toString('base64');

  async function apply(body: object, serial?: string): Promise<PayAnswer> {
    const { refund_id } = (await pay.call('GET', `${REFUNDS}/R-1`)).body;
    const path = `${REFUNDS}/${String(refund_id)}/apply-abnormal-refund`;
    const headers: Record<string, string> =
      serial === undefined ? {} : { 'wechatpay-serial': serial };
    return pay.call('POST', path, { out_refund_no: 'R-1', ...body }, { headers });
  }

  beforeEach(async () => {
    await pay.paid();
    await pay.refund();
  });

  it('goes on to the merchant’s account, or to a card that only WeChat Pay can read', async () => {
    await end('abnormal');
    const merchant = await apply({ type: 'MERCHANT_BANK_CARD' });
    expect([merchant.status, merchant.body['status']]).toEqual([200, 'PROCESSING']);
    await end('abnormal');
    const card = { bank_account: encrypted('6225880000000000'), real_name: encrypted('林晓') };
    const user = { type: 'USER_BANK_CARD', bank_type: 'CMB_DEBIT', ...card };
    expect((await apply(user, MERCHANT.publicKeyId)).body).toMatchObject({
      status: 'PROCESSING',
      channel: 'OTHER_BANKCARD',
    });
    await end('success');
    expect(await stateOf()).toBe('SUCCESS');
  });

  it('wants the card encrypted for the key that is named', async () => {
    await end('abnormal');
    const plain = { type: 'USER_BANK_CARD', bank_type: 'CMB_DEBIT' };
    const card = { bank_account: encrypted('6225880000000000'), real_name: '林晓' };
    const answer = await apply({ ...plain, ...card }, MERCHANT.publicKeyId);
    expect(answer.body['detail']).toMatchObject({ field: '/real_name' });
    const noSerial = await apply({ ...plain, ...card });
    expect(noSerial.body['detail']).toMatchObject({ field: '/bank_account' });
  });

  it('is only for one that is ABNORMAL', async () => {
    expect(codeOf(await apply({ type: 'MERCHANT_BANK_CARD' }))).toEqual([400, 'INVALID_REQUEST']);
  });
});

it('makes the order refunded for shipping', async () => {
  await pay.paid();
  await pay.refund(amount(100_000));
  await end('success');
  const [order] = await pay.rig.items('/_sandbox/shipping-orders');
  expect(order?.['state']).toBe(5);
});
