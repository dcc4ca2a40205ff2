import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { MERCHANT, PayRig, type PayAnswer } from './support/pay-rig.js';

/** The day of the test clock, which stands at ten in the morning in Beijing. */
const TODAY = '2026-03-02';
const HOST = 'https://api.mch.weixin.qq.com';
const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注';

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

function ask(query: string, kind = 'tradebill'): Promise<PayAnswer> {
  return pay.call('GET', `/v3/bill/${kind}?${query}`);
}

/** Downloads what a bill's address names, signed as every call. */
async function download({ body }: PayAnswer): Promise<{ bytes: Buffer; type: string }> {
  const path = String(body['download_url']).replace(HOST, '');
  const answer = await fetch(pay.rig.url + path, {
    headers: {
      accept: 'application/json',
      'user-agent': 'yance-test',
      authorization: pay.authorization('GET', path, ''),
    },
  });
  return {
    bytes: Buffer.from(await answer.arrayBuffer()),
    type: answer.headers.get('content-type') ?? '',
  };
}

async function linesOf(answer: PayAnswer): Promise<string[]> {
  return (await download(answer)).bytes.toString().slice(1).trimEnd().split('\r\n');
}

async function codeOf(query: string, kind?: string): Promise<unknown> {
  const { status, body } = await ask(query, kind);
  return [status, body['code']];
}

/** A payment and a part of it given back, on the test clock's day; then it is past ten on the next. */
async function aDay(): Promise<void> {
  await pay.paid('TOPUP-0001', { description: '储值,1000 元', attach: 'plan-1' });
  await pay.refund();
  await pay.elapse(24 * 3_600);
}

it('is a CSV as WeChat Pay writes it: BOM, CRLF, backticks, yuan, a summary', async () => {
  await aDay();
  const { transaction_id } = (await pay.query()).body;
  const [refund] = await pay.rig.items('/_sandbox/refunds');
  const answer = await ask(`bill_date=${TODAY}&bill_type=ALL`);
  const { bytes, type } = await download(answer);
  const { mchid } = MERCHANT;
  const same = `\`wx1234567890abcdef,\`${mchid},\`0,\`,\`${String(transaction_id)},\`TOPUP-0001,\`oAlice,\`JSAPI`;
  expect(type).toBe('text/plain; charset=utf-8');
  expect(bytes.toString()).toBe(
    `\uFEFF${HEAD}\r\n` +
      `\`2026-03-02 10:00:00,${same},\`SUCCESS,\`OTHERS,\`CNY,\`1000.00,\`0.00,\`0,\`0,\`0.00,\`0.00,\`,\`,` +
      '`储值 1000 元,`plan-1,`6.00,`0.60%,`1000.00,`0.00,`\r\n' +
      `\`2026-03-02 10:00:00,${same},\`REFUND,\`OTHERS,\`CNY,\`0.00,\`0.00,\`${String(refund?.['refundId'])},` +
      '`R-1,`300.00,`0.00,`ORIGINAL,`SUCCESS,`储值 1000 元,`plan-1,`-1.80,`0.60%,`0.00,`300.00,`\r\n' +
      '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n' +
      '`2,`1000.00,`300.00,`0.00,`4.20,`1000.00,`300.00\r\n',
  );
  expect(answer.body).toMatchObject({
    hash_type: 'SHA1',
    hash_value: createHash('sha1').update(bytes).digest('hex'),
    download_url: expect.stringContaining(`${HOST}/v3/billdownload/file?token=`),
  });
});

it('comes packed when asked for, its hash over the unpacked bytes', async () => {
  await aDay();
  const answer = await ask(`bill_date=${TODAY}&tar_type=GZIP`);
  const { bytes, type } = await download(answer);
  expect(type).toBe('application/x-gzip');
  const hash = createHash('sha1').update(gunzipSync(bytes)).digest('hex');
  expect(answer.body['hash_value']).toBe(hash);
});

it('has only payments, or only refunds, with the columns of each', async () => {
  await aDay();
  const paid = await linesOf(await ask(`bill_date=${TODAY}&bill_type=SUCCESS`));
  const refunded = await linesOf(await ask(`bill_date=${TODAY}&bill_type=REFUND`));
  expect([paid.length, refunded.length]).toEqual([4, 4]);
  expect(paid[0]).not.toContain('微信退款单号');
  expect(refunded[0]).toContain('退款申请时间,退款成功时间');
  expect([paid[3]?.slice(0, 2), refunded[3]?.slice(0, 2)]).toEqual(['`1', '`1']);
});

it('of the fund flow has each movement and the balance after it', async () => {
  await aDay();
  const lines = await linesOf(await ask(`bill_date=${TODAY}`, 'fundflowbill'));
  const movements = lines.slice(1, -2).map((line) => line.split(',').slice(3, 8).join(','));
  expect(movements).toEqual([
    '`交易,`交易,`收入,`1000.00,`1000.00',
    '`扣除交易手续费,`扣除交易手续费,`支出,`6.00,`994.00',
    '`退款,`退款,`支出,`300.00,`694.00',
    '`扣除交易手续费,`扣除交易手续费,`收入,`1.80,`695.80',
  ]);
  expect(lines.at(-1)).toBe('`4,`2,`1001.80,`2,`306.00');
  expect(await codeOf(`bill_date=${TODAY}&account_type=FEES`, 'fundflowbill')).toEqual([
    400,
    'NO_STATEMENT_EXIST',
  ]);
});

describe('a file', () => {
  it('is given to whoever signs, unsigned, and for five minutes', async () => {
    await aDay();
    const path = String((await ask(`bill_date=${TODAY}`)).body['download_url']).replace(HOST, '');
    const file = await pay.call('GET', path);
    expect([file.status, file.headers['wechatpay-signature']]).toEqual([200, undefined]);
    expect((await pay.call('GET', path, undefined, { mchid: '1900000001' })).status).toBe(401);
    await pay.elapse(300);
    expect((await pay.call('GET', path)).status).toBe(400);
    expect((await pay.call('GET', '/v3/billdownload/file?token=none')).status).toBe(400);
  });
});

describe('a bill is not there', () => {
  it('until ten o’clock of the next day in Beijing', async () => {
    await pay.paid();
    expect(await codeOf(`bill_date=${TODAY}`)).toEqual([400, 'INVALID_REQUEST']);
    await pay.elapse(24 * 3_600 - 1);
    expect(await codeOf(`bill_date=${TODAY}`)).toEqual([400, 'STATEMENT_CREATING']);
    await pay.elapse(1);
    expect((await ask(`bill_date=${TODAY}`)).status).toBe(200);
  });

  it('of a day without a payment, nor after three months', async () => {
    expect(await codeOf('bill_date=2026-02-20')).toEqual([400, 'NO_STATEMENT_EXIST']);
    expect(await codeOf('bill_date=2025-11-30')).toEqual([400, 'INVALID_REQUEST']);
  });

  it.each(['bill_date=yesterday', 'bill_date=2026-02-20&bill_type=SOME'])(
    'for %s',
    async (query) => {
      expect(await codeOf(query)).toEqual([400, 'PARAM_ERROR']);
    },
  );
});

describe('a bill that a tester orders', () => {
  const order = (changes: object = {}): Promise<{ body: Record<string, unknown> }> =>
    pay.rig.post('/_sandbox/bill', { date: TODAY, ...changes });

  it('is there at once, today’s too, as it will be downloaded', async () => {
    await pay.paid();
    const { rows, text } = (await order()).body;
    const { bytes } = await download(await ask(`bill_date=${TODAY}`));
    expect([rows, bytes.toString()]).toEqual([1, text]);
  });

  it('is still being made, as long as that is wanted', async () => {
    await pay.paid();
    await order({ creating: true });
    expect(await codeOf(`bill_date=${TODAY}`)).toEqual([400, 'STATEMENT_CREATING']);
    await order();
    expect((await ask(`bill_date=${TODAY}`)).status).toBe(200);
  });

  it('leaves orders out, invents others, and tells other amounts', async () => {
    for (const no of ['1', '2', '3']) await pay.paid(`TOPUP-000${no}`);
    const amounts = [{ outTradeNo: 'TOPUP-0002', amountFen: 99_999 }];
    await order({ missing: ['TOPUP-0001'], unknown: 1, amounts });
    const lines = await linesOf(await ask(`bill_date=${TODAY}`));
    const seen = lines.slice(1, -2).map((line) => {
      const values = line.split(',').map((value) => value.slice(1));
      return [values[6], values[12]];
    });
    expect(seen).toEqual([
      ['TOPUP-0002', '999.99'],
      ['TOPUP-0003', '1000.00'],
      ['UNKNOWN202603020001', '1.00'],
    ]);
    expect(lines.at(-1)).toContain('`3,`2000.99');
  });

  it('has to be one of a day', async () => {
    const answers = await Promise.all([order({ date: 'x' }), order({ date: '2026-13-01' })]);
    expect(answers.map(({ body }) => body['code'])).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
  });
});
