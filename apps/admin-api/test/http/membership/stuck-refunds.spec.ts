import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aPhone } from '../../support/people.js';
import { aCounter, yuan, type Counter } from './a-counter.js';
import { WechatRefunds, type Stuck } from './wechat-refunds.js';

let counter: Counter;
let refunds: WechatRefunds;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
  refunds = new WechatRefunds(counter);
});
afterAll(() => counter.close());
beforeEach(() => counter.api.control('pay', { refundSeconds: 0, refundOutcome: 'abnormal' }));

/** A refund that WeChat could not pay out: the card it was paid with is gone. */
async function aStuckRefund(): Promise<Stuck> {
  const agreed = await refunds.agreed();
  await refunds.sendUntil(agreed, 'abnormal');
  return agreed;
}

describe('a refund that WeChat cannot pay out', () => {
  it('is paid by bank transfer with a reference, and holds nothing up any more', async () => {
    const stuck = await aStuckRefund();
    expect(await refunds.read(stuck.refundId)).toMatchObject({ items: [{ state: 'failed' }] });
    expect(await refunds.payOut(stuck)).toMatchObject({
      status: 200,
      body: { state: 'paid', items: [{ way: 'bank_transfer', state: 'settled' }] },
    });
    expect(await refunds.paidFrom(stuck.refundId)).toEqual({ BANK: yuan(1000) });
    expect([
      await refunds.atWechat(stuck.refundNo),
      await refunds.attention(stuck.orderNo),
    ]).toEqual(['closed', null]);
    const phone = aPhone();
    await counter.post(counter.desk, '/staff/clients', { name: '王秀英', phone });
    const { code } = await counter.api.control('phone-code', { phone });
    expect((await counter.post(stuck.who, '/client/phone', { code })).status).toBe(200);
  });

  it('and arrives there after it was paid by hand is booked once and told to finance', async () => {
    const stuck = await aStuckRefund();
    expect((await refunds.payOut(stuck)).status).toBe(200);
    await refunds.arrives(stuck);
    await until('finance is told', async () =>
      ((await refunds.attention(stuck.orderNo)) ?? '').includes('又退了一次'),
    );
    expect(await refunds.paidFrom(stuck.refundId)).toEqual({ BANK: yuan(1000) });
    expect(await refunds.atWechat(stuck.refundNo)).toBe('closed');
  });

  it('and arrives there first is booked as WeChat’s, and nothing is left to pay by hand', async () => {
    const stuck = await aStuckRefund();
    await refunds.arrives(stuck);
    await until('it is back', async () => (await refunds.read(stuck.refundId)).state === 'paid');
    const late = await refunds.payOut(stuck);
    expect([late.status, codeOf(late)]).toEqual([409, 'REFUND_STATE']);
    expect(await refunds.paidFrom(stuck.refundId)).toEqual({ WX_CLEARING: yuan(1000) });
  });

  it('is paid once when both come at the same moment', async () => {
    const stuck = await aStuckRefund();
    const [byHand] = await Promise.all([refunds.payOut(stuck), refunds.arrives(stuck)]);
    await until('WeChat’s word was taken', async () => {
      const told = (await refunds.attention(stuck.orderNo))?.includes('又退了一次') ?? false;
      return told || (await refunds.atWechat(stuck.refundNo)) === 'success';
    });
    const paid = byHand.status === 200 ? { BANK: yuan(1000) } : { WX_CLEARING: yuan(1000) };
    expect(await refunds.paidFrom(stuck.refundId)).toEqual(paid);
    expect((await refunds.read(stuck.refundId)).state).toBe('paid');
  });

  it('on its way is not paid by hand beside it', async () => {
    await counter.api.control('pay', { refundSeconds: null });
    const early = await refunds.payOut(await refunds.agreed());
    expect([early.status, codeOf(early)]).toEqual([409, 'REFUND_STATE']);
  });
});
