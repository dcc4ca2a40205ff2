import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { PAY_CODES, PAY_STATUS } from '../src/pay/wire/errors.js';
import { JSAPI, PayRig, REFUNDS } from './support/pay-rig.js';

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

it.each(PAY_CODES)('any call can be refused with %s', async (code) => {
  await pay.fault({ path: JSAPI, kind: 'payError', code, errmsg: '演练' });
  const { status, body } = await pay.prepay();
  expect([status, body]).toEqual([PAY_STATUS[code], { code, message: '演练' }]);
});

it.each([
  ['busy', 500, 'SYSTEM_ERROR'],
  ['rateLimited', 429, 'RATELIMIT_EXCEEDED'],
])('%s is %i %s', async (kind, status, code) => {
  await pay.fault({ path: '/v3', kind });
  const answer = await pay.query();
  expect([answer.status, answer.body['code']]).toEqual([status, code]);
});

it.each(['busy', 'rateLimited', 'http500', 'drop'])(
  '%s after accepting: the refund is really made, and asking for it tells so',
  async (kind) => {
    await pay.paid();
    await pay.fault({ path: REFUNDS, kind, afterAccepting: true });
    const answer = await pay.refund().catch(() => undefined);
    expect(answer?.status).not.toBe(200);
    expect((await pay.call('GET', `${REFUNDS}/R-1`)).body['status']).toBe('PROCESSING');
    const again = await pay.refund();
    expect([again.status, again.body['out_refund_no']]).toEqual([200, 'R-1']);
  },
);

it('timeout after accepting: the order is really made', async () => {
  await pay.fault({ path: JSAPI, kind: 'timeout', delayMs: 1, afterAccepting: true });
  await expect(pay.prepay()).rejects.toThrow();
  expect((await pay.query()).body['trade_state']).toBe('NOTPAY');
});

it('drop before accepting: no order is made', async () => {
  await pay.fault({ path: JSAPI, kind: 'drop' });
  await expect(pay.prepay()).rejects.toThrow();
  expect((await pay.query()).status).toBe(404);
});

it.each(['otherKey', 'unknownSerial', 'unsigned', 'tamper'])(
  'an answer with the fault %s does not verify, and the work is done',
  async (kind) => {
    await pay.fault({ path: JSAPI, kind });
    const { status, headers, text } = await pay.prepay();
    expect([status, pay.genuine(headers, text)]).toEqual([200, false]);
    const order = await pay.query();
    expect(order.body['trade_state']).toBe('NOTPAY');
    expect(pay.genuine(order.headers, order.text)).toBe(true);
  },
);

it('an answer with the fault stale verifies, and is ten minutes old', async () => {
  await pay.fault({ path: JSAPI, kind: 'stale' });
  const { headers, text } = await pay.prepay();
  expect(pay.genuine(headers, text)).toBe(true);
  const age = pay.rig.clock.now().getTime() / 1000 - Number(headers['wechatpay-timestamp']);
  expect(age).toBe(600);
});

it.each([
  ['of the platform on WeChat Pay', { path: JSAPI, kind: 'errcode', errcode: 1 }],
  ['of WeChat Pay on the platform', { path: '/sns', kind: 'otherKey' }],
  ['of notifications on a call', { path: JSAPI, kind: 'double' }],
  ['of calls on notifications', { path: '/notify', kind: 'http500' }],
  ['of a signature on a file', { path: '/v3/billdownload/file', kind: 'stale' }],
  ['payError without a code', { path: JSAPI, kind: 'payError' }],
  ['payError with a code that is none', { path: JSAPI, kind: 'payError', code: 'SUCCESS' }],
  ['tamper without a field', { path: '/notify/pay', kind: 'tamper' }],
  ['content without any', { path: '/notify/pay', kind: 'content' }],
])('is not taken: a fault %s', async (_, fault) => {
  expect((await pay.rig.post('/_sandbox/faults', fault)).status).toBe(400);
});
