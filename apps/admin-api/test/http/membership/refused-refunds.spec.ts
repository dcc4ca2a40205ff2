import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { WechatPay } from '../../../src/platform/wechat/index.js';
import { until } from '../../../src/platform/testing/until.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { spoilLetters } from '../../support/spoil-letters.js';
import { aCounter, yuan, type Counter } from './a-counter.js';
import { WechatRefunds, type Stuck } from './wechat-refunds.js';

type PaymentRefund = components['schemas']['PaymentRefundDto'];

const REFUNDS = '/v3/refund/domestic/refunds';

let counter: Counter;
let refunds: WechatRefunds;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
  refunds = new WechatRefunds(counter);
});
afterAll(() => counter.close());
beforeEach(() => counter.api.control('pay', { refundSeconds: null, refundOutcome: 'success' }));

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];
const later = (minutes: number): Promise<void> => counter.later({ minutes });
const itemOf = async ({ refundId }: Stuck) => (await refunds.read(refundId)).items[0];
const ask = (refund: Stuck) => refunds.byHand(refund, counter.finance, '');
const agree = (refund: Stuck, who = counter.manager) => refunds.byHand(refund, who, '/approve');
async function shown({ orderNo }: Stuck): Promise<PaymentRefund | undefined> {
  const path = `/staff/payment-orders/${orderNo}`;
  return (await counter.get<{ refunds: PaymentRefund[] }>(counter.finance, path)).refunds[0];
}

/** Refused, asked for and agreed to: it waits for somebody to pay it. */
async function taken(code = 'INVALID_REQUEST'): Promise<Stuck> {
  const refund = await refunds.refused(code);
  expect((await ask(refund)).status).toBe(200);
  expect((await agree(refund)).status).toBe(200);
  return refund;
}

/** What an older try sent comes to WeChat only now. */
const arrivesLate = ({ orderNo, refundNo }: Stuck) =>
  counter.api.app.get(WechatPay, { strict: false }).refund({
    ...{ orderNo, refundNo, reason: '储值退款' },
    ...{ refundFen: yuan(1000), totalFen: yuan(1000) },
  });

describe('a refund that WeChat goes on refusing', () => {
  it.each(['INVALID_REQUEST', 'NOT_ENOUGH', 'USER_ACCOUNT_ABNORMAL', 'RULE_LIMIT'])(
    'as %s is taken out by two people, paid by hand, and never sent again',
    async (code) => {
      const refund = await refunds.refused(code);
      expect(await shown(refund)).toMatchObject({ byHandAskable: true, byHand: null });
      expect(refusal(await refunds.payOut(refund))).toEqual([409, 'REFUND_STATE']);
      expect(await ask(refund)).toMatchObject({
        status: 200,
        body: { state: 'approved', byHandDecidable: false, byHandRejectable: true },
      });
      expect(refusal(await agree(refund, counter.finance))).toEqual([
        ...[409, 'REFUND_BY_SECOND_PERSON'],
      ]);
      expect(refusal(await refunds.payOut(refund))).toEqual([409, 'REFUND_STATE']);
      expect(await agree(refund)).toMatchObject({ status: 200, body: { state: 'by_hand' } });
      expect(await itemOf(refund)).toMatchObject({ state: 'to_pay', way: 'bank_transfer' });
      expect(await refunds.payOut(refund)).toMatchObject({ status: 200, body: { state: 'paid' } });
      for (const minutes of [2, 60, 1_440]) {
        await later(minutes);
        await refunds.send();
      }
      expect(await refunds.row(refund.refundNo)).toMatchObject({
        ...{ state: 'closed', nextTryAt: null },
      });
      expect(await refunds.attention(refund.orderNo)).toBeNull();
      expect(await refunds.paidFrom(refund.refundId)).toEqual({ BANK: yuan(1000) });
    },
  );

  it('and is taken later by itself goes its usual way', async () => {
    const refund = await refunds.refused('USER_ACCOUNT_ABNORMAL');
    await ask(refund);
    await later(60);
    await refunds.send();
    expect(refusal(await agree(refund))).toEqual([409, 'REFUND_STATE']);
    await refunds.arrives(refund);
    await until('it is back', async () => (await refunds.read(refund.refundId)).state === 'paid');
    expect(await refunds.paidFrom(refund.refundId)).toEqual({ WX_CLEARING: yuan(1000) });
  });

  it('is sent on when the word is turned down or taken back, and may be asked for again', async () => {
    const refund = await refunds.refused('NOT_ENOUGH');
    expect(refusal(await agree(refund))).toEqual([409, 'REFUND_STATE']);
    await ask(refund);
    expect(refusal(await ask(refund))).toEqual([409, 'REFUND_STATE']);
    expect((await refunds.byHand(refund, counter.manager, '/reject')).status).toBe(200);
    expect(await shown(refund)).toMatchObject({ byHand: null, byHandAskable: true });
    await ask(refund);
    expect((await refunds.byHand(refund, counter.finance, '/reject')).status).toBe(200);
    expect(refusal(await agree(refund))).toEqual([409, 'REFUND_STATE']);
    expect((await refunds.row(refund.refundNo))?.state).toBe('approved');
  });

  it('is not taken out while WeChat has it, nor while nobody knows', async () => {
    const refund = await refunds.refused('RULE_LIMIT');
    await ask(refund);
    for (const fault of [{ kind: 'http500' }, { kind: 'payError', code: 'NO_AUTH' }]) {
      await counter.api.control('faults', { path: `${REFUNDS}/{out_refund_no}`, ...fault });
      expect(refusal(await agree(refund))).toEqual([503, 'REFUND_UNCONFIRMED']);
    }
    await arrivesLate(refund);
    expect(refusal(await agree(refund))).toEqual([409, 'REFUND_AT_WECHAT']);
    expect((await refunds.row(refund.refundNo))?.state).toBe('processing');
    expect(await itemOf(refund)).toMatchObject({ state: 'sent' });
  });

  it.each([
    ['is on its way', { kind: 'slow', delayMs: 1_500 }, 'REFUND_STATE'],
    ['was taken without an answer', { kind: 'drop', afterAccepting: true }, 'REFUND_AT_WECHAT'],
  ])('of which a try %s is not taken out', async (_, fault, code) => {
    const refund = await refunds.refused('RULE_LIMIT');
    await ask(refund);
    await later(60);
    await counter.api.control('faults', { path: REFUNDS, ...fault });
    const sending = refunds.send();
    await until('a try began', async () => (await refunds.row(refund.refundNo))?.tries === 2);
    const meanwhile = await agree(refund);
    expect(meanwhile.status).toBe(409);
    await sending;
    expect(['REFUND_SENDING', code]).toContain(refusal(await agree(refund))[1]);
    expect(await itemOf(refund)).toMatchObject({ state: 'sent' });
  });

  it('whose try was lost with its process is not taken out before the next try is answered', async () => {
    const refund = await refunds.refused('RULE_LIMIT');
    await ask(refund);
    // What the claim of a try leaves behind when its process dies.
    await counter.api.unitOfWork.run((tx) =>
      tx.run(
        `UPDATE payment_refund SET tries = tries + 1, last_answer = 'sending' WHERE refund_no = ?`,
        [refund.refundNo],
      ),
    );
    expect(refusal(await agree(refund))).toEqual([409, 'REFUND_SENDING']);
    expect(refusal(await refunds.payOut(refund))).toEqual([409, 'REFUND_STATE']);
    await later(60);
    await refunds.refuseNext('RULE_LIMIT');
    await refunds.send();
    expect((await agree(refund)).status).toBe(200);
  });

  it('is agreed to once by two at the same moment, and a try of that moment is sent or it is not', async () => {
    const refund = await refunds.refused('RULE_LIMIT');
    await ask(refund);
    await later(60);
    const [one, two] = await Promise.all([
      ...[agree(refund), agree(refund, counter.owner), refunds.send()],
    ]);
    const won = [one, two].filter((answer) => answer?.status === 200).length;
    const { state } = (await refunds.row(refund.refundNo)) ?? { state: 'none' };
    expect([won, state]).toEqual(won === 1 ? [1, 'by_hand'] : [0, 'processing']);
    const sent = await counter.api.control(`refunds?outTradeNo=${refund.orderNo}`);
    expect(sent['items']).toHaveLength(1 - won);
  });
});

describe('a refund that was taken out and comes to WeChat after all', () => {
  it('before it was paid by hand goes back to WeChat, and is not paid by hand', async () => {
    const refund = await taken();
    await arrivesLate(refund);
    await later(2);
    await refunds.send();
    expect(await refunds.row(refund.refundNo)).toMatchObject({ state: 'processing' });
    expect(await itemOf(refund)).toMatchObject({ state: 'sent', way: 'wechat' });
    expect(refusal(await refunds.payOut(refund))).toEqual([409, 'REFUND_STATE']);
    expect(await refunds.attention(refund.orderNo)).toContain('不要再转');
    await refunds.arrives(refund);
    await until('it is back', async () => (await refunds.read(refund.refundId)).state === 'paid');
    expect(await refunds.paidFrom(refund.refundId)).toEqual({ WX_CLEARING: yuan(1000) });
  });

  it('and gets stuck there is warned of too: perhaps somebody has paid it already', async () => {
    const refund = await taken();
    await arrivesLate(refund);
    await spoilLetters(counter, refund, { kind: 'drop' }, '/notify/refund');
    const outcome = { outRefundNo: refund.refundNo, outcome: 'abnormal' };
    await counter.api.control('refund', outcome);
    await later(2);
    await refunds.send();
    expect(await refunds.row(refund.refundNo)).toMatchObject({ state: 'abnormal' });
    expect((await shown(refund))?.warnings).toMatchObject([{ kind: 'taken_late' }]);
  });

  it('after it was paid by hand is booked once, and asked about until it is known', async () => {
    const refund = await taken();
    expect((await refunds.payOut(refund)).status).toBe(200);
    await arrivesLate(refund);
    await later(2);
    await refunds.send();
    expect(await refunds.row(refund.refundNo)).toMatchObject({
      ...{ state: 'closed', answer: 'PROCESSING', nextTryAt: expect.anything() },
    });
    await spoilLetters(counter, refund, { kind: 'drop' }, '/notify/refund');
    await refunds.arrives(refund);
    await later(60);
    await refunds.send();
    expect(await refunds.row(refund.refundNo)).toMatchObject({ state: 'closed', nextTryAt: null });
    expect(await refunds.attention(refund.orderNo)).toContain('又退了一次');
    expect(await refunds.paidFrom(refund.refundId)).toEqual({ BANK: yuan(1000) });
  });

  it('at the moment when it is paid by hand is paid once', async () => {
    const refund = await taken();
    await arrivesLate(refund);
    const [byHand] = await Promise.all([refunds.payOut(refund), refunds.arrives(refund)]);
    await until('WeChat’s word was taken', async () => {
      const told = (await shown(refund))?.warnings.length === 1;
      return told && (await refunds.read(refund.refundId)).state === 'paid';
    });
    const paid = byHand.status === 200 ? { BANK: yuan(1000) } : { WX_CLEARING: yuan(1000) };
    expect(await refunds.paidFrom(refund.refundId)).toEqual(paid);
  });
});

describe('a warning that a refund may have gone out twice', () => {
  const settle = (refund: Stuck) =>
    counter.post(counter.finance, `/staff/payment-refunds/${refund.refundNo}/warnings/settle`, {
      ...{ outcome: 'returned', note: '顾客已转回，工行 20261124-03' },
    });

  it('stays whatever else happens to the order, until somebody says what came of it', async () => {
    const refund = await taken();
    await refunds.payOut(refund);
    await arrivesLate(refund);
    await refunds.arrives(refund);
    await until('it is told', async () => (await shown(refund))?.warnings.length === 1);
    await counter.api.unitOfWork.run((tx) =>
      tx.run(`UPDATE payment_order SET attention = 'refund_NOT_ENOUGH' WHERE order_no = ?`, [
        refund.orderNo,
      ]),
    );
    expect(await refunds.attention(refund.orderNo)).toContain('又退了一次');
    const list = `/staff/payment-refunds?storeId=${counter.store.id}&stuck=true`;
    const numbers = async () =>
      (await counter.get<{ items: PaymentRefund[] }>(counter.finance, list)).items.map(
        ({ refundNo }) => refundNo,
      );
    expect(await numbers()).toContain(refund.refundNo);
    expect((await settle(refund)).status).toBe(200);
    expect((await shown(refund))?.warnings).toMatchObject([
      { kind: 'paid_twice', outcome: 'returned', settledByName: expect.any(String) },
    ]);
    expect(await refunds.attention(refund.orderNo)).not.toContain('又退了一次');
    expect(await numbers()).not.toContain(refund.refundNo);
    expect(refusal(await settle(refund))).toEqual([409, 'REFUND_STATE']);
  });
});

describe('what the house writes down itself', () => {
  const change = (refund: Stuck, sets: string) =>
    counter.api.unitOfWork.run((tx) =>
      tx.run(`UPDATE payment_refund SET ${sets} WHERE refund_no = ?`, [refund.refundNo]),
    );

  it('cannot send again what was taken out, nor be agreed to by whoever asked', async () => {
    const refund = await taken();
    await expect(change(refund, `state = 'approved'`)).rejects.toThrow('not_sent_again');
    await expect(change(refund, 'by_hand_id = by_hand_asked_id')).rejects.toThrow('second');
    const other = await refunds.refused('RULE_LIMIT');
    await expect(change(other, `state = 'by_hand'`)).rejects.toThrow('by_hand');
    await expect(change(other, 'paid_by_hand_at = requested_at')).rejects.toThrow('paid_by_hand');
  });

  it('says when it is sent again where WeChat is busy', async () => {
    const refund = await refunds.agreed();
    await counter.api.control('faults', { path: REFUNDS, kind: 'rateLimited' });
    await refunds.send();
    const { advice, nextTryAt, byHandAskable } = (await shown(refund)) ?? {};
    expect(advice).toContain(nextTryAt?.slice(11, 16));
    expect(advice).toContain('微信正忙');
    expect(byHandAskable).toBe(false);
  });
});
