import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient, aPhone } from '../../support/people.js';
import { aCounter, payTopUp, startTopUp, yuan, type Counter, type Refund } from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());
beforeEach(() => counter.api.control('pay', { refundSeconds: 0, refundOutcome: 'abnormal' }));

interface Stuck {
  readonly who: { readonly id: string; readonly token: string };
  readonly orderNo: string;
  readonly refundId: string;
  readonly refundNo: string;
}

const PAYOUT = { way: 'bank_transfer', reference: '工行 20261123-09' };
const payOut = ({ refundId }: Stuck) =>
  counter.post(counter.finance, `/staff/stored-value-refunds/${refundId}/items/1/pay-out`, PAYOUT);
const read = (refundId: string): Promise<Refund> =>
  counter.get(counter.finance, `/staff/stored-value-refunds/${refundId}`);
const atWechat = async (refundNo: string): Promise<string | undefined> =>
  (
    await counter.api.database.row<{ state: string }>(
      'SELECT state FROM payment_refund WHERE refund_no = ?',
      [refundNo],
    )
  )?.state;
const attention = async (orderNo: string): Promise<string | null> =>
  (
    await counter.get<{ attention: string | null }>(
      counter.finance,
      `/staff/payment-orders/${orderNo}`,
    )
  ).attention;
/** Somebody sends it to another card at WeChat's merchant platform, and it arrives. */
const arrives = ({ refundNo }: Stuck) =>
  counter.api.control('refund', { outRefundNo: refundNo, outcome: 'success' });

/** What left the house for a refund, by account. */
async function paidFrom(refundId: string): Promise<Record<string, number>> {
  const rows = await counter.api.database.rows<{ code: string; sum: unknown }>(
    `SELECT a.code, SUM(p.amount) AS sum FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
     JOIN ledger_account a ON a.id = p.credit_account_id
     WHERE t.kind = 'refund_paid' AND t.biz_key LIKE CONCAT(?, '.%') GROUP BY a.code`,
    [refundId],
  );
  return Object.fromEntries(rows.map(({ code, sum }) => [code, Number(sum)]));
}

/** A refund that WeChat could not pay out: the card it was paid with is gone. */
async function aStuckRefund(): Promise<Stuck> {
  const agreed = await anAgreedRefund();
  await sendUntil(agreed, 'abnormal');
  return agreed;
}

/** Sends what is due until WeChat's word is known. */
async function sendUntil({ refundNo }: Stuck, state: string): Promise<void> {
  const sweeps = counter.api.app.get(SweepRunner, { strict: false });
  await until(`WeChat says ${state}`, async () => {
    await sweeps.runNow('payments.refunds');
    return (await atWechat(refundNo)) === state;
  });
}

/** Two people agreed to a refund; nothing was sent yet. */
async function anAgreedRefund(): Promise<Stuck> {
  const who = await aClient(counter.api);
  const { id: planId } = await counter.aPlan();
  const started = await startTopUp(counter, who, { planId });
  await payTopUp(counter, who, started);
  const asked = await counter.post(counter.desk, `/staff/clients/${who.id}/refunds`, {
    ...{ storeId: counter.store.id, cause: 'own_reason', amountFen: yuan(1000) },
    reason: '搬家了',
  });
  const { id: refundId } = asked.body as Refund;
  await counter.post(counter.finance, `/staff/stored-value-refunds/${refundId}/approve`, {});
  const [item] = (await read(refundId)).items;
  const refundNo = item?.refundNo ?? '';
  return { who, orderNo: started.orderNo, refundId, refundNo };
}

describe('a refund that WeChat cannot pay out', () => {
  it('is paid by bank transfer with a reference, and holds nothing up any more', async () => {
    const stuck = await aStuckRefund();
    expect(await read(stuck.refundId)).toMatchObject({ items: [{ state: 'failed' }] });
    expect(await payOut(stuck)).toMatchObject({
      status: 200,
      body: { state: 'paid', items: [{ way: 'bank_transfer', state: 'settled' }] },
    });
    expect(await paidFrom(stuck.refundId)).toEqual({ BANK: yuan(1000) });
    expect([await atWechat(stuck.refundNo), await attention(stuck.orderNo)]).toEqual([
      'closed',
      null,
    ]);
    const phone = aPhone();
    await counter.post(counter.desk, '/staff/clients', { name: '王秀英', phone });
    const { code } = await counter.api.control('phone-code', { phone });
    expect((await counter.post(stuck.who, '/client/phone', { code })).status).toBe(200);
  });

  it('and arrives there after it was paid by hand is booked once and told to finance', async () => {
    const stuck = await aStuckRefund();
    expect((await payOut(stuck)).status).toBe(200);
    await arrives(stuck);
    await until('finance is told', async () =>
      ((await attention(stuck.orderNo)) ?? '').includes('又退了一次'),
    );
    expect(await paidFrom(stuck.refundId)).toEqual({ BANK: yuan(1000) });
    expect(await atWechat(stuck.refundNo)).toBe('closed');
  });

  it('and arrives there first is booked as WeChat’s, and nothing is left to pay by hand', async () => {
    const stuck = await aStuckRefund();
    await arrives(stuck);
    await until('it is back', async () => (await read(stuck.refundId)).state === 'paid');
    const late = await payOut(stuck);
    expect([late.status, codeOf(late)]).toEqual([409, 'REFUND_STATE']);
    expect(await paidFrom(stuck.refundId)).toEqual({ WX_CLEARING: yuan(1000) });
  });

  it('is paid once when both come at the same moment', async () => {
    const stuck = await aStuckRefund();
    const [byHand] = await Promise.all([payOut(stuck), arrives(stuck)]);
    await until('WeChat’s word was taken', async () => {
      const told = (await attention(stuck.orderNo))?.includes('又退了一次') ?? false;
      return told || (await atWechat(stuck.refundNo)) === 'success';
    });
    const paid = byHand.status === 200 ? { BANK: yuan(1000) } : { WX_CLEARING: yuan(1000) };
    expect(await paidFrom(stuck.refundId)).toEqual(paid);
    expect((await read(stuck.refundId)).state).toBe('paid');
  });

  it('on its way is not paid by hand beside it', async () => {
    await counter.api.control('pay', { refundSeconds: null });
    const who = await aClient(counter.api);
    const { id: planId } = await counter.aPlan();
    const started = await startTopUp(counter, who, { planId });
    await payTopUp(counter, who, started);
    const asked = await counter.post(counter.desk, `/staff/clients/${who.id}/refunds`, {
      ...{ storeId: counter.store.id, cause: 'own_reason', amountFen: yuan(1000) },
      reason: '搬家了',
    });
    const { id: refundId } = asked.body as Refund;
    await counter.post(counter.finance, `/staff/stored-value-refunds/${refundId}/approve`, {});
    const early = await payOut({ who, orderNo: started.orderNo, refundId, refundNo: '' });
    expect([early.status, codeOf(early)]).toEqual([409, 'REFUND_STATE']);
  });
});
