import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf, tally } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import {
  aCounter,
  payTopUp,
  startTopUp,
  yuan,
  type Clerk,
  type Counter,
  type Member,
  type Refund,
} from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

interface Quote {
  readonly bases: { cause: string; amountFen: number; available: boolean; rule: string }[];
  readonly lots: { way: string; coolingOffUntil: string | null }[];
  readonly possible: boolean;
}
interface Liability {
  readonly stores: { readonly storeId: string; readonly refundFen: number }[];
}
type Who = { readonly id: string; readonly token: string };

const quoteOf = (member: Who): Promise<Quote> => counter.get(member, '/client/wallet/refund-quote');
const amounts = async (member: Who): Promise<number[]> =>
  (await quoteOf(member)).bases.map((basis) => basis.amountFen);
const ask = (who: Clerk, member: Who, amountFen: number, cause = 'own_reason') =>
  counter.post(who, `/staff/clients/${member.id}/refunds`, {
    ...{ storeId: counter.store.id, cause, amountFen, reason: '搬家了' },
  });
const askOnPhone = (member: Who, amountFen: number, cause = 'own_reason') =>
  counter.post(member, '/client/wallet/refunds', { cause, amountFen, reason: '搬家了' });
const approve = (who: Clerk, id: string) =>
  counter.post(who, `/staff/stored-value-refunds/${id}/approve`, {});
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

/** Sums of the house's accounts of the store over one refund's entries: what was booked where. */
async function booked(refundId: string): Promise<Record<string, number>> {
  const rows = await counter.api.database.rows<{ code: string; sum: unknown }>(
    `SELECT a.code, SUM(CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END) AS sum
     FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
     JOIN ledger_account a ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE t.biz_key = ? OR t.biz_key LIKE CONCAT(?, '.%') GROUP BY a.code`,
    [refundId, refundId],
  );
  return Object.fromEntries(rows.map(({ code, sum }) => [code, Number(sum)]));
}

/** A client who bought on the phone. */
async function aPayer(plan: object = {}): Promise<Who & { orderNo: string }> {
  const client = await aClient(counter.api);
  const { id: planId } = await counter.aPlan(plan);
  const started = await startTopUp(counter, client, { planId });
  await payTopUp(counter, client, started);
  return { ...client, orderNo: started.orderNo };
}

/** A deduction; the answer undoes it. */
async function chargeToUndo(member: Who, amountFen: number, more: object = {}) {
  const spent = await counter.charge(member.id, amountFen, more);
  const path = `/staff/spends/${(spent.body as { id: string }).id}/reverse`;
  return () => counter.post(counter.manager, path, { reason: '扣错了' });
}

/** Everything she has goes back and is paid out. */
async function refunded(member: Who, amountFen: number): Promise<void> {
  const { id } = (await ask(counter.desk, member, amountFen)).body as Refund;
  expect((await approve(counter.finance, id)).status).toBe(200);
  const paid = { way: 'bank_transfer', reference: 'B-2' };
  const item = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
  expect((await counter.post(counter.finance, item, paid)).status).toBe(200);
}

describe('a quote', () => {
  it.each(['bonus_first', 'principal_first', 'proportional'])(
    'after 1000 + 200 with 300 used is 900, 750 and 700 (%s)',
    async (spendOrder) => {
      const member = await counter.aMember({ spendOrder });
      await counter.charge(member.id, yuan(300));
      const quote = await quoteOf(member);
      expect(quote.bases.map(({ cause, amountFen }) => [cause, amountFen])).toEqual([
        ...[
          ['cooling_off', yuan(900)],
          ['operator', yuan(750)],
          ['own_reason', yuan(700)],
        ],
      ]);
      expect(quote.bases.every(({ rule }) => rule.includes('法释〔2025〕4号'))).toBe(true);
      const staff = await counter.get(counter.desk, `/staff/clients/${member.id}/refund-quote`);
      expect(staff).toEqual(quote);
    },
  );

  it('counts a used part at its price before discount for the client’s own reason only', async () => {
    const member = await counter.aMember();
    await counter.charge(member.id, yuan(300), { listPriceFen: yuan(450) });
    expect(await amounts(member)).toEqual([yuan(900), yuan(750), yuan(550)]);
  });

  it('follows kinder terms of the plan', async () => {
    const member = await counter.aMember({ ownReasonBasis: 'ratio' });
    await counter.charge(member.id, yuan(300));
    expect(await amounts(member)).toEqual([yuan(900), yuan(750), yuan(750)]);
  });

  it('has days without a reason for one of several orders that were opened before the first was paid', async () => {
    const client = await aClient(counter.api);
    const { id: planId } = await counter.aPlan();
    const orders = [
      await startTopUp(counter, client, { planId }),
      await startTopUp(counter, client, { planId }),
    ];
    await Promise.all(orders.map((order) => payTopUp(counter, client, order)));
    const days = (await quoteOf(client)).lots.map((lot) => lot.coolingOffUntil);
    expect(days.filter((day) => day !== null)).toHaveLength(1);
    expect((await quoteOf(client)).bases[0]).toMatchObject({ amountFen: yuan(1000) });
  });

  it('has days without a reason for the first card only, and until they are over', async () => {
    const member = await counter.aMember();
    await counter.sell(member.id, member.plan.id);
    const quote = await quoteOf(member);
    expect(quote.lots.map((lot) => lot.coolingOffUntil)).toEqual([expect.any(String), null]);
    expect(quote.bases.map((basis) => basis.amountFen)).toEqual([
      ...[yuan(1000), yuan(2000), yuan(2000)],
    ]);
    await counter.later({ days: 8 });
    expect((await quoteOf(member)).bases[0]).toMatchObject({ amountFen: 0, available: false });
    const late = await askOnPhone(member, 0, 'cooling_off');
    expect(refusal(late)).toEqual([409, 'COOLING_OFF_OVER']);
  });
});

describe('a refund', () => {
  it('is held, decided by a second person, sent back on the order and booked when it is back', async () => {
    const payer = await aPayer();
    await counter.charge(payer.id, yuan(300));
    const asked = await askOnPhone(payer, yuan(700));
    expect(asked).toMatchObject({
      status: 201,
      body: { state: 'requested', amountFen: yuan(700) },
    });
    const { id } = asked.body as Refund;
    expect(await counter.wallet(payer.id)).toMatchObject({ heldFen: yuan(900), openRefundId: id });
    expect(refusal(await counter.charge(payer.id, 1))).toEqual([409, 'BALANCE_TOO_LOW']);
    expect(await approve(counter.manager, id)).toMatchObject({
      ...{ status: 200, body: { state: 'approved', items: [{ way: 'wechat', state: 'sent' }] } },
    });
    expect(await counter.get(payer, '/client/orders')).toMatchObject({
      items: [{ state: 'paid', refundedFen: 0, refundState: 'approved' }],
    });
    expect(await counter.wallet(payer.id)).toMatchObject({
      principalFen: 0,
      bonusFen: 0,
      heldFen: 0,
    });
    const sweeps = counter.api.app.get(SweepRunner, { strict: false });
    await until('the refund is back', async () => {
      await sweeps.runNow('payments.refunds');
      counter.api.clock.advance({ minutes: 5 });
      const { body } = await counter.api.call(`/client/wallet/refunds/${id}`, {
        token: payer.token,
      });
      return (body as Refund).state === 'paid';
    });
    expect(await counter.get(payer, `/client/orders/${payer.orderNo}`)).toMatchObject({
      ...{ state: 'part_refunded', refundedFen: yuan(700), refunds: [{ state: 'success' }] },
    });
    expect(await counter.get(payer, '/client/orders')).toMatchObject({
      items: [{ state: 'part_refunded', refundedFen: yuan(700), refundState: 'success' }],
    });
    expect(await booked(id)).toMatchObject({
      ...{ SV_PRINCIPAL: -yuan(900), REV_BONUS_RECOVERY: yuan(200), REFUND_PAYABLE: 0 },
      WX_CLEARING: yuan(700),
    });
  });

  it('is owed from the moment it is approved until its money has left', async () => {
    const member = await counter.aMember();
    const owed = async () => {
      const { stores } = await counter.get<Liability>(counter.owner, '/staff/ledger/liability');
      return stores.find(({ storeId }) => storeId === counter.store.id)?.refundFen ?? 0;
    };
    const before = await owed();
    const { id } = (await ask(counter.desk, member, yuan(1000))).body as Refund;
    expect(await owed()).toBe(before);
    expect((await approve(counter.manager, id)).status).toBe(200);
    expect(await owed()).toBe(before + yuan(1000));
    const path = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
    const paid = { way: 'bank_transfer', reference: '工行 20261123-09' };
    expect((await counter.post(counter.finance, path, paid)).status).toBe(200);
    expect(await owed()).toBe(before);
  });

  it('is not decided by who asked, nor without the right', async () => {
    const member = await counter.aMember();
    const { id } = (await ask(counter.manager, member, yuan(1000))).body as Refund;
    expect(refusal(await approve(counter.manager, id))).toEqual([409, 'REFUND_BY_SECOND_PERSON']);
    expect(refusal(await approve(counter.desk, id))).toEqual([403, 'FORBIDDEN']);
    expect((await approve(counter.finance, id)).status).toBe(200);
  });

  it('of two members of staff and the client at once is one, and never more than there is', async () => {
    const member = await counter.aMember();
    const answers = await Promise.all([
      ask(counter.desk, member, yuan(1000)),
      ask(counter.manager, member, yuan(1000)),
      askOnPhone(member, yuan(1000)),
    ]);
    expect(tally(answers)).toEqual({ '201': 1, REFUND_OPEN: 2 });
    const { id } = answers.find((answer) => answer.status === 201)?.body as Refund;
    const decisions = await Promise.all([
      approve(counter.finance, id),
      approve(counter.owner, id),
      counter.post(counter.owner, `/staff/stored-value-refunds/${id}/reject`, { reason: '再想想' }),
    ]);
    expect(tally(decisions)).toEqual({ '200': 1, REFUND_STATE: 2 });
  });

  it('that is turned down or taken back frees what was held', async () => {
    const member = await counter.aMember();
    const first = (await ask(counter.desk, member, yuan(1000))).body as Refund;
    const no = `/staff/stored-value-refunds/${first.id}/reject`;
    expect(await counter.post(counter.finance, no, { reason: '资料不全' })).toMatchObject({
      body: { state: 'rejected', decisionNote: '资料不全' },
    });
    const second = (await askOnPhone(member, yuan(1000))).body as Refund;
    const back = await counter.post(member, `/client/wallet/refunds/${second.id}/withdraw`, {});
    expect(back).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await counter.wallet(member.id)).toMatchObject({ heldFen: 0, principalFen: yuan(1000) });
    expect((await counter.charge(member.id, yuan(1))).status).toBe(201);
  });

  it('of cash is paid by hand with a receipt, in cash only where it is little', async () => {
    const member = await counter.aMember();
    const { id } = (await ask(counter.desk, member, yuan(1000))).body as Refund;
    const path = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
    const payout = { way: 'bank_transfer', reference: '工行 20261123-01' };
    expect(refusal(await counter.post(counter.finance, path, payout))).toEqual([
      409,
      'REFUND_STATE',
    ]);
    expect(await approve(counter.finance, id)).toMatchObject({
      body: { items: [{ state: 'to_pay' }] },
    });
    const cash = await counter.post(counter.finance, path, { ...payout, way: 'cash' });
    expect(cash).toMatchObject({ status: 400, body: { errors: [{ field: 'way' }] } });
    const twice = await Promise.all([
      counter.post(counter.finance, path, payout),
      counter.post(counter.owner, path, payout),
    ]);
    expect(tally(twice)).toEqual({ '200': 1, REFUND_STATE: 1 });
    expect(await booked(id)).toMatchObject({ REFUND_PAYABLE: 0, BANK: yuan(1000) });
    expect(await counter.get(member, `/client/wallet/refunds/${id}`)).toMatchObject({
      state: 'paid',
    });
  });

  it('in cash is little over all its lots together', async () => {
    const little = { priceFen: yuan(60), bonusFen: 0 };
    const member = await counter.aMember(little);
    await counter.sell(member.id, member.plan.id);
    const { id } = (await ask(counter.desk, member, yuan(120))).body as Refund;
    expect((await approve(counter.finance, id)).status).toBe(200);
    const pay = (seq: number, way: string) =>
      counter.post(counter.finance, `/staff/stored-value-refunds/${id}/items/${seq}/pay-out`, {
        ...{ way, reference: `C-${seq}` },
      });
    expect((await pay(1, 'cash')).status).toBe(200);
    expect(await pay(2, 'cash')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'way' }] },
    });
    expect(await pay(2, 'bank_transfer')).toMatchObject({ status: 200, body: { state: 'paid' } });
  });

  it('of a payment that is too old for WeChat goes by bank transfer', async () => {
    const payer = await aPayer();
    await counter.later({ days: 366 });
    const asked = await ask(counter.desk, payer, yuan(1000));
    expect(asked).toMatchObject({ status: 201, body: { items: [{ way: 'bank_transfer' }] } });
  });

  it('gives back revenue where the principal that is left is less than what the law gives', async () => {
    const member = await counter.aMember({ spendOrder: 'principal_first' });
    await counter.charge(member.id, yuan(300));
    const { id } = (await ask(counter.desk, member, yuan(900), 'cooling_off')).body as Refund;
    await approve(counter.finance, id);
    expect(await booked(id)).toMatchObject({
      ...{ SV_PRINCIPAL: -yuan(700), REV_SERVICE: -yuan(200), REFUND_PAYABLE: yuan(900) },
      ...{ SV_BONUS: -yuan(200), BONUS_FUNDING: yuan(200) },
    });
  });

  it('that gave money for what was used leaves no reversal to give it again', async () => {
    const member = await counter.aMember({ spendOrder: 'principal_first' });
    const spent = await counter.charge(member.id, yuan(300));
    const undo = `/staff/spends/${(spent.body as { id: string }).id}/reverse`;
    const { id } = (await ask(counter.desk, member, yuan(900), 'cooling_off')).body as Refund;
    expect((await approve(counter.finance, id)).status).toBe(200);
    const under = await counter.post(counter.manager, undo, { reason: '扣错了' });
    expect(refusal(under)).toEqual([409, 'REFUND_OPEN']);
    const paid = { way: 'bank_transfer', reference: 'B-1' };
    const item = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
    expect((await counter.post(counter.finance, item, paid)).status).toBe(200);
    const late = await counter.post(counter.manager, undo, { reason: '扣错了' });
    expect(refusal(late)).toEqual([409, 'SPEND_PAID_BACK']);
    const sale = `/staff/top-ups/${member.topUp.id}/reverse`;
    const unsold = await counter.post(counter.manager, sale, { reason: '收错了' });
    expect(refusal(unsold)).toEqual([409, 'TOP_UP_PAID_BACK']);
    expect(await counter.wallet(member.id)).toMatchObject({ principalFen: 0, bonusFen: 0 });
  });

  it('that kept some of the principal for a wrong deduction gives that back when it is undone', async () => {
    const member = await counter.aMember();
    const undo = await chargeToUndo(member, yuan(300), { listPriceFen: yuan(600) });
    await refunded(member, yuan(400));
    expect((await undo()).status).toBe(200);
    expect(await counter.wallet(member.id)).toMatchObject({
      ...{ principalFen: yuan(600), bonusFen: yuan(200) },
    });
    expect(await amounts(member)).toEqual([yuan(600), yuan(600), yuan(600)]);
    const again = await chargeToUndo(member, yuan(300));
    expect((await again()).status).toBe(200);
    expect(await counter.wallet(member.id)).toMatchObject({
      ...{ principalFen: yuan(600), bonusFen: yuan(200) },
    });
    expect((await counter.api.app.get(VerifyLedger, { strict: false }).run()).ok).toBe(true);
  });

  it.each([
    ['first', [0, 1], [yuan(250), yuan(300)]],
    ['last', [1, 0], [yuan(50), yuan(300)]],
  ] as const)(
    'that kept some for two deductions gives each its part when both are undone, the %s one before the other',
    async (_, order, principal) => {
      const member = await counter.aMember();
      const undos = [await chargeToUndo(member, yuan(250)), await chargeToUndo(member, yuan(50))];
      await refunded(member, yuan(700));
      for (const [place, which] of order.entries()) {
        expect((await undos[which]?.())?.status).toBe(200);
        expect((await counter.wallet(member.id)).principalFen).toBe(principal[place]);
      }
      // She paid 1000, used nothing, and has 700 back.
      expect((await counter.wallet(member.id)).bonusFen).toBe(yuan(200));
      expect((await counter.api.app.get(VerifyLedger, { strict: false }).run()).ok).toBe(true);
    },
  );

  it('that cannot tell its deductions apart leaves none of them to be undone', async () => {
    const member = await counter.aMember();
    const charge = () => chargeToUndo(member, yuan(300), { listPriceFen: yuan(1200) });
    const undos = [await charge(), await charge()];
    const { id } = (await askOnPhone(member, 0)).body as Refund;
    expect((await approve(counter.finance, id)).status).toBe(200);
    for (const undo of undos) expect(refusal(await undo())).toEqual([409, 'SPEND_PAID_BACK']);
  });

  it('tells when the amount is another by now, and is not for a frozen wallet', async () => {
    const member = await counter.aMember();
    await counter.charge(member.id, yuan(300));
    const stale = await askOnPhone(member, yuan(1000));
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'REFUND_CHANGED', amountFen: yuan(700) },
    });
    const freeze = { storeId: counter.store.id, reason: '核实身份' };
    await counter.post(counter.desk, `/staff/clients/${member.id}/freeze`, freeze);
    expect(refusal(await askOnPhone(member, yuan(700)))).toEqual([409, 'WALLET_FROZEN']);
  });

  it('races with charges without paying anything twice', async () => {
    const member: Member = await counter.aMember();
    const answers = await Promise.all([
      askOnPhone(member, yuan(1000)),
      ...Array.from({ length: 5 }, () => counter.charge(member.id, yuan(100))),
    ]);
    const [asked, ...charges] = answers;
    const paid = charges.filter((answer) => answer.status === 201).length;
    const wallet = await counter.wallet(member.id);
    expect(wallet.principalFen + wallet.bonusFen).toBe(yuan(1200 - 100 * paid));
    if (asked?.status === 201) expect([0, wallet.heldFen]).toContain(wallet.heldFen);
    else expect(codeOf(asked as never)).toBe('REFUND_CHANGED');
  });
});
