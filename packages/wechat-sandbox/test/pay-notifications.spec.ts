import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { RETRY_SECONDS } from '../src/pay/notify/notifier.js';
import { TAMPERED_FIELDS } from '../src/pay/notify/letter.js';
import { PayRig } from './support/pay-rig.js';
import { eventually } from './support/rig.js';

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

const delivered = (item: Record<string, unknown>): boolean => item['state'] === 'delivered';

/** Whether a receiver that checks all there is to check would take it. */
function acceptable(at: number): boolean {
  const letter = pay.receiver.received[at];
  if (letter === undefined) return false;
  const { headers, body } = letter;
  const age = pay.rig.clock.now().getTime() / 1000 - Number(headers['wechatpay-timestamp']);
  if (!(Math.abs(age) <= 300) || !pay.genuine(headers, body)) return false;
  try {
    pay.content(at);
    return true;
  } catch {
    return false;
  }
}

it('tells of a payment, sealed and signed, and is content with 204', async () => {
  await pay.paid();
  await pay.heard(1);
  const [letter] = pay.receiver.received;
  expect(letter?.path).toBe('/pay');
  expect(letter?.headers).toMatchObject({
    'content-type': 'application/json',
    'wechatpay-serial': pay.merchant.publicKeyId,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  });
  expect(JSON.parse(letter?.body ?? '')).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    create_time: '2026-03-02T10:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: expect.any(String),
      associated_data: 'transaction',
      nonce: expect.stringMatching(/^.{12}$/),
    },
  });
  expect(acceptable(0)).toBe(true);
  expect(pay.content(0)).toEqual((await pay.query()).body);
  expect(await pay.untilNotice(delivered)).toMatchObject({ attempts: [{ outcome: 'status 204' }] });
});

it('tells nothing of an order that is not paid or that is closed', async () => {
  const { body } = await pay.prepay();
  await pay.cashier(body['prepay_id'], 'cancel');
  const { mchid } = pay.merchant;
  await pay.call('POST', '/v3/pay/transactions/out-trade-no/TOPUP-0001/close', { mchid });
  expect(await pay.rig.items('/_sandbox/notifications')).toEqual([]);
});

describe('without an answer', () => {
  it('is sent again after each of the real waits, and after a day no more', async () => {
    pay.receiver.status = 500;
    await pay.paid();
    for (const [at, seconds] of RETRY_SECONDS.entries()) {
      const waiting = await pay.untilNotice((item) => item['nextAt'] !== null);
      expect(waiting['attempts']).toHaveLength(at + 1);
      const now = pay.rig.clock.now().getTime();
      expect(Date.parse(String(waiting['nextAt'])) - now).toBe(seconds * 1000);
      pay.rig.clock.advance({ seconds });
      await pay.heard(at + 2);
    }
    const failed = await pay.untilNotice((item) => item['state'] === 'failed');
    expect(failed['attempts']).toHaveLength(16);
    expect(RETRY_SECONDS.reduce((sum, each) => sum + each)).toBe(24 * 3600 + 4 * 60);
  });

  it('makes all of them in one step of a day, the ids and contents the same, sealed anew', async () => {
    pay.receiver.status = 500;
    await pay.paid();
    await pay.heard(1);
    await pay.elapse(86_640);
    await pay.untilNotice((item) => item['state'] === 'failed');
    const bodies = pay.receiver.received.map(({ body }) => body);
    const ids = bodies.map((body) => (JSON.parse(body) as { id: string }).id);
    expect([bodies.length, new Set(bodies).size, new Set(ids).size]).toEqual([16, 16, 1]);
    expect(pay.content(15)).toEqual(pay.content(0));
    expect(acceptable(15)).toBe(true);
  });

  it('ends with the first answer, and waits less where the pace is set', async () => {
    pay.receiver.status = 500;
    await pay.settings({ retryPace: 15 });
    await pay.paid();
    await pay.untilNotice((item) => item['nextAt'] !== null);
    pay.receiver.status = 200;
    pay.rig.clock.advance({ seconds: 1 });
    await pay.heard(2);
    expect(await pay.untilNotice(delivered)).toMatchObject({
      attempts: [{ outcome: 'status 500' }, { outcome: 'status 200' }],
    });
  });

  it('does not wait longer than five seconds', async () => {
    pay.receiver.status = null;
    await pay.paid();
    await pay.heard(1);
    pay.rig.clock.advance({ seconds: 5 });
    const waiting = await pay.untilNotice((item) => item['nextAt'] !== null);
    expect(waiting['attempts']).toMatchObject([{ outcome: 'timeout' }]);
  });

  it('does not mind that nobody is there', async () => {
    await pay.prepay({ notify_url: 'http://127.0.0.1:9/pay' });
    const [order] = await pay.rig.items('/_sandbox/orders');
    await pay.cashier(order?.['prepayId']);
    const waiting = await pay.untilNotice((item) => item['nextAt'] !== null);
    expect(waiting['attempts']).toMatchObject([{ outcome: 'no connection' }]);
  });
});

describe('signed by the certificate', () => {
  it('in as many of a hundred as the change to the public key has left', async () => {
    await pay.settings({ certificateCallbacks: 50 });
    for (let i = 1; i <= 4; i += 1) await pay.paid(`TOPUP-000${String(i)}`);
    await pay.heard(4);
    const serials = pay.receiver.received.map(({ headers }) => headers['wechatpay-serial']);
    const ofCertificate = serials.filter((serial) => serial !== pay.merchant.publicKeyId);
    expect(ofCertificate).toEqual(Array(2).fill(pay.merchant.certificates[0]?.serial));
    expect([0, 1, 2, 3].map(acceptable)).toEqual([true, true, true, true]);
  });
});

describe('faults', () => {
  const order = (kind: string, more: object = {}): Promise<unknown> =>
    pay.fault({ path: '/notify/pay', kind, ...more });

  it('drop loses one attempt, and the next comes as planned', async () => {
    await order('drop');
    await pay.paid();
    const waiting = await pay.untilNotice((item) => item['nextAt'] !== null);
    expect([waiting['attempts'], pay.receiver.received]).toMatchObject([[{ outcome: 'lost' }], []]);
    pay.rig.clock.advance({ seconds: 15 });
    await pay.untilNotice(delivered);
  });

  it('delay lets a query win', async () => {
    await order('delay', { delayMs: 120_000 });
    await pay.paid();
    expect((await pay.query()).body['trade_state']).toBe('SUCCESS');
    expect(pay.receiver.received).toEqual([]);
    await pay.elapse(120);
    await pay.heard(1);
    expect(acceptable(0)).toBe(true);
  });

  it('double brings the same twice', async () => {
    await order('double');
    await pay.paid();
    await pay.heard(2);
    expect(pay.content(0)).toEqual(pay.content(1));
  });

  it('reorder lets the next one come first', async () => {
    await order('reorder');
    await pay.paid('TOPUP-0001');
    await pay.paid('TOPUP-0002');
    await pay.heard(2);
    const numbers = [0, 1].map((at) => pay.content(at)['out_trade_no']);
    expect(numbers).toEqual(['TOPUP-0002', 'TOPUP-0001']);
  });

  it('reorder sends it all the same when nothing follows', async () => {
    await order('reorder');
    await pay.paid();
    await pay.elapse(60);
    await pay.heard(1);
  });

  it.each(TAMPERED_FIELDS)('tamper with %s is seen by the signature', async (field) => {
    await order('tamper', { field });
    await pay.paid();
    await pay.heard(1);
    const { headers, body } = pay.receiver.received[0] ?? { headers: {}, body: '' };
    expect(pay.genuine(headers, body)).toBe(false);
  });

  it.each(['ciphertext', 'tag', 'associated_data', 'nonce'])(
    'tamper with %s and a right signature is seen when it is opened',
    async (field) => {
      await order('tamper', { field, signed: true });
      await pay.paid();
      await pay.heard(1);
      const { headers, body } = pay.receiver.received[0] ?? { headers: {}, body: '' };
      expect(pay.genuine(headers, body)).toBe(true);
      expect(() => pay.content(0)).toThrow();
    },
  );

  it.each(['otherKey', 'unknownSerial', 'stale', 'unsigned', 'wrongApiKey'])(
    '%s is nothing to be believed, and the next attempt is genuine',
    async (kind) => {
      await order(kind);
      pay.receiver.status = 401;
      await pay.paid();
      await pay.untilNotice((item) => item['nextAt'] !== null);
      expect(acceptable(0)).toBe(false);
      pay.receiver.status = 204;
      pay.rig.clock.advance({ seconds: 15 });
      await pay.heard(2);
      expect(acceptable(1)).toBe(true);
    },
  );

  it('content is genuine and says something else', async () => {
    await order('content', { content: { amount: { total: 1 }, appid: 'wx0' } });
    await pay.paid();
    await pay.heard(1);
    expect(acceptable(0)).toBe(true);
    expect(pay.content(0)).toMatchObject({ appid: 'wx0', amount: { total: 1, currency: 'CNY' } });
  });

  it('bare leaves the associated data out and is genuine', async () => {
    await order('bare');
    await pay.paid();
    await pay.heard(1);
    expect(pay.receiver.received[0]?.body).not.toContain('associated_data');
    expect(acceptable(0)).toBe(true);
  });

  it('probe comes before the genuine one, with the signature of WeChat’s probes', async () => {
    await order('probe');
    await pay.paid();
    await pay.heard(2);
    const signatures = pay.receiver.received.map(({ headers }) => headers['wechatpay-signature']);
    expect(signatures[0]).toMatch(/^WECHATPAY\/SIGNTEST\//);
    expect([acceptable(0), acceptable(1)]).toEqual([false, true]);
    const { attempts } = await pay.untilNotice(delivered);
    expect(attempts).toMatchObject([{ fault: 'probe' }, { outcome: 'status 204' }]);
  });

  it('of one order leave those of others alone', async () => {
    await order('drop', { outTradeNo: 'TOPUP-0002' });
    await pay.paid('TOPUP-0001');
    await pay.heard(1);
    await pay.paid('TOPUP-0002');
    await pay.untilNotice((item) => item['nextAt'] !== null);
    expect(pay.receiver.received).toHaveLength(1);
    expect(await pay.rig.items('/_sandbox/faults')).toEqual([]);
  });

  it('are for payments, for refunds, or for both', async () => {
    await pay.fault({ path: '/notify/refund', kind: 'drop' });
    await pay.paid();
    await pay.heard(1);
    expect(await pay.rig.items('/_sandbox/faults')).toHaveLength(1);
  });
});

it('comes before the prepay is answered where that is slow', async () => {
  const slow = { path: '/v3/pay/transactions/jsapi', kind: 'slow', delayMs: 600_000 };
  await pay.fault({ ...slow, afterAccepting: true });
  const prepay = pay.prepay().catch(() => 'cut');
  const [order] = await eventually(async () => {
    const items = await pay.rig.items('/_sandbox/orders');
    return items.length > 0 ? items : undefined;
  });
  await pay.cashier(order?.['prepayId']);
  await pay.heard(1);
  expect(acceptable(0)).toBe(true);
  await pay.rig.stop();
  expect(['cut', 200]).toContain(await prepay.then((it) => (it === 'cut' ? it : 200)));
});

it('sends one again on demand, whatever became of it', async () => {
  await pay.paid();
  const { id } = await pay.untilNotice(delivered);
  expect((await pay.rig.post(`/_sandbox/notifications/${String(id)}/again`, {})).status).toBe(201);
  await pay.heard(2);
  expect(pay.content(1)).toEqual(pay.content(0));
  expect((await pay.rig.post('/_sandbox/notifications/nobody/again', {})).status).toBe(400);
});
