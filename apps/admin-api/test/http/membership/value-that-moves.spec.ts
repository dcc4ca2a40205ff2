import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SealLedger, VerifyLedger } from '../../../src/modules/ledger/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import {
  aCounter,
  rawValue,
  yuan,
  type Counter,
  type Member,
  type Refund,
  type Spend,
} from './a-counter.js';

/** Of its own: what it seals, no other test may write to. */
let schema: FreshSchema;
let counter: Counter;
beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounter(schema.url);
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

type Who = { readonly id: string; readonly token: string };
interface Quote {
  readonly bases: { amountFen: number; available: boolean; rule: string }[];
  readonly lots: { title: string; refundTerms: string; usedFen: number }[];
  readonly owedFen: number;
}

const quoteOf = (who: Who): Promise<Quote> => counter.get(who, '/client/wallet/refund-quote');
/** By the operator's cause and by her own. */
const amounts = async (who: Who): Promise<number[]> =>
  (await quoteOf(who)).bases.slice(1).map((basis) => basis.amountFen);
const codeFor = async (who: Who): Promise<string> =>
  (await counter.get<{ code: string }>(who, '/client/member-code')).code;
const give = async (from: Who, to: Who, amountFen?: number): Promise<void> => {
  const answer = await counter.post(counter.desk, `/staff/clients/${from.id}/transfers`, {
    ...{ storeId: counter.store.id, toClientId: to.id, reason: '送给妹妹' },
    ...{ code: await codeFor(from), password: PASSWORD },
    ...(amountFen === undefined ? {} : { amountFen }),
  });
  expect(answer).toMatchObject({ status: 201 });
};
const spend = async (member: Who, amountFen: number, more: object = {}): Promise<Spend> => {
  const answer = await counter.charge(member.id, amountFen, more);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body as Spend;
};
const reverseSpend = (id: string) =>
  counter.post(counter.manager, `/staff/spends/${id}/reverse`, { reason: '扣错了' });
const reverseTopUp = (member: Member) =>
  counter.post(counter.manager, `/staff/top-ups/${member.topUp.id}/reverse`, { reason: '收错了' });
const ask = (who: Who, amountFen: number, cause = 'own_reason') =>
  counter.post(counter.desk, `/staff/clients/${who.id}/refunds`, {
    ...{ storeId: counter.store.id, cause, amountFen, reason: '搬家了' },
  });
const approve = (id: string) =>
  counter.post(counter.finance, `/staff/stored-value-refunds/${id}/approve`, {});
const repay = async (who: Who, amountFen: number): Promise<void> => {
  const paid = { storeId: counter.store.id, kind: 'cash', amountFen };
  const answer = await counter.post(counter.desk, `/staff/clients/${who.id}/debt-payments`, paid);
  expect(answer).toMatchObject({ status: 201 });
};
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];
const booksAreRight = async (): Promise<void> => {
  await counter.api.app.get(SealLedger, { strict: false }).run();
  const verdict = await counter.api.app.get(VerifyLedger, { strict: false }).run();
  expect(verdict).toMatchObject({ ok: true });
};

describe('value that was handed on', () => {
  it('gives back what it would have given before, to a friend and there and back', async () => {
    const [member, friend] = [await counter.aMember(), await aClient(counter.api)];
    await spend(member, yuan(300));
    expect(await amounts(member)).toEqual([yuan(750), yuan(700)]);
    await give(member, friend);
    expect(await amounts(friend)).toEqual([yuan(750), yuan(700)]);
    await give(friend, member);
    expect(await amounts(member)).toEqual([yuan(750), yuan(700)]);
  });

  it('keeps the days without a reason for whoever bought it', async () => {
    const [member, friend] = [await counter.aMember(), await aClient(counter.api)];
    await spend(member, yuan(300));
    await give(member, friend);
    expect((await quoteOf(friend)).bases[0]).toMatchObject({ amountFen: 0, available: false });
    await give(friend, member);
    expect((await quoteOf(member)).bases[0]).toMatchObject({
      ...{ amountFen: yuan(900), available: true },
    });
  });

  it('in part carries its share, so that both together get what one would have', async () => {
    const [member, friend] = [await counter.aMember(), await aClient(counter.api)];
    await spend(member, yuan(300), { listPriceFen: yuan(450) });
    const [operator = 0, own = 0] = await amounts(member);
    await give(member, friend, yuan(450));
    const [mine, hers] = [await amounts(member), await amounts(friend)];
    expect([(mine[0] ?? 0) + (hers[0] ?? 0), (mine[1] ?? 0) + (hers[1] ?? 0)]).toEqual([
      ...[operator, own],
    ]);
  });

  it('keeps the terms of a sale at the desk', async () => {
    const member = await counter.aMember({ ownReasonBasis: 'ratio', refundTerms: '按比例退。' });
    const friend = await aClient(counter.api);
    await spend(member, yuan(300));
    await give(member, friend);
    expect(await amounts(friend)).toEqual([yuan(750), yuan(750)]);
    expect((await quoteOf(friend)).lots).toMatchObject([
      { title: `转入：${member.plan.name}`, refundTerms: '按比例退。', usedFen: yuan(300) },
    ]);
  });

  it('does not stand in the way of undoing a deduction, nor give the same money twice', async () => {
    const member = await counter.aMember({ spendOrder: 'principal_first' });
    const [friend, other] = [await aClient(counter.api), await aClient(counter.api)];
    const first = await spend(member, yuan(300));
    await give(member, friend, yuan(450));
    expect(await reverseSpend(first.id)).toMatchObject({ status: 200 });
    const both = [await amounts(member), await amounts(friend)];
    expect(both.reduce((sum, [, own = 0]) => sum + own, 0)).toBe(yuan(1000));

    const second = await counter.aMember({ spendOrder: 'principal_first' });
    const taken = await spend(second, yuan(300));
    await give(second, other);
    const refund = (await ask(other, yuan(750), 'operator')).body as Refund;
    expect(refusal(await reverseSpend(taken.id))).toEqual([409, 'REFUND_OPEN']);
    expect((await approve(refund.id)).status).toBe(200);
    const payOut = `/staff/stored-value-refunds/${refund.id}/items/1/pay-out`;
    const payout = { way: 'bank_transfer', reference: '工行 20261123-07' };
    expect((await counter.post(counter.finance, payOut, payout)).status).toBe(200);
    expect(refusal(await reverseSpend(taken.id))).toEqual([409, 'SPEND_PAID_BACK']);
  });
});

describe('a debt of an undone sale', () => {
  it.each(['bonus_first', 'principal_first', 'proportional'])(
    'is cleared by what comes back to its lot when the use is undone too (%s)',
    async (spendOrder) => {
      const member = await counter.aMember({ spendOrder });
      const used = await spend(member, yuan(300));
      expect(await reverseTopUp(member)).toMatchObject({ body: { owedFen: yuan(300) } });
      expect(await reverseSpend(used.id)).toMatchObject({ status: 200 });
      expect(await counter.wallet(member.id)).toMatchObject({
        ...{ principalFen: 0, bonusFen: 0, owedFen: 0 },
      });
      expect(await rawValue(counter.api, member.id)).toEqual({
        ...{ principalFen: 0, bonusFen: 0, lotsFen: 0 },
      });
      await booksAreRight();
    },
  );

  it('is paid out of a refund first, and the quote says so', async () => {
    const member = await counter.aMember();
    await spend(member, yuan(300));
    await reverseTopUp(member);
    await counter.sell(member.id, member.plan.id);
    const quote = await quoteOf(member);
    expect(quote.owedFen).toBe(yuan(300));
    expect(quote.bases[2]).toMatchObject({
      ...{ amountFen: yuan(700), rule: expect.stringContaining('欠款 300 元') },
    });
    const asked = await ask(member, yuan(700));
    expect(asked).toMatchObject({
      status: 201,
      body: { amountFen: yuan(700), setOffFen: yuan(300), recoveredFen: 0 },
    });
    expect(await approve((asked.body as Refund).id)).toMatchObject({ status: 200 });
    expect(await counter.wallet(member.id)).toMatchObject({
      ...{ principalFen: 0, bonusFen: 0, owedFen: 0 },
    });
    await booksAreRight();
  });

  it('that was paid while its refund waited makes that another amount', async () => {
    const member = await counter.aMember();
    await spend(member, yuan(300));
    await reverseTopUp(member);
    await counter.sell(member.id, member.plan.id);
    const { id } = (await ask(member, yuan(700))).body as Refund;
    await repay(member, yuan(300));
    expect(await approve(id)).toMatchObject({
      ...{ status: 409, body: { code: 'REFUND_CHANGED', amountFen: yuan(1000) } },
    });
    expect(await counter.wallet(member.id)).toMatchObject({ heldFen: yuan(1200), owedFen: 0 });
    await counter.post(counter.finance, `/staff/stored-value-refunds/${id}/reject`, {
      reason: '欠款已还',
    });
    const anew = (await ask(member, yuan(1000))).body as Refund;
    expect(await approve(anew.id)).toMatchObject({ status: 200 });
  });
});

describe('a sale that was handed on and undone', () => {
  const handedOn = async (plan: object = {}): Promise<[Member, Who]> => {
    const [member, friend] = [await counter.aMember(plan), await aClient(counter.api)];
    await give(member, friend);
    return [member, friend];
  };
  const owedBy = async (member: Who): Promise<number> => (await counter.wallet(member.id)).owedFen;
  const refunded = async (who: Who, amountFen: number, cause?: string): Promise<void> => {
    const { id } = (await ask(who, amountFen, cause)).body as Refund;
    expect(await approve(id)).toMatchObject({ status: 200 });
  };

  it('is not billed for bonus that lapses with the friend’s refund', async () => {
    const [member, friend] = await handedOn();
    expect(await reverseTopUp(member)).toMatchObject({ body: { owedFen: yuan(1200) } });
    await refunded(friend, yuan(1000), 'operator');
    expect(await owedBy(member)).toBe(yuan(1000));
    await booksAreRight();
  });

  it.each(['bonus_first', 'principal_first', 'proportional'])(
    'leaves the house what was used, whoever pays it (%s)',
    async (spendOrder) => {
      const [member, friend] = await handedOn({ spendOrder });
      await spend(friend, yuan(300));
      await reverseTopUp(member);
      await refunded(friend, yuan(750), 'operator');
      expect((await owedBy(member)) - yuan(750)).toBe(yuan(300));
      await booksAreRight();
    },
  );

  it('gives back as stored value what was paid for such bonus already', async () => {
    const [member, friend] = await handedOn();
    await reverseTopUp(member);
    await repay(member, yuan(1100));
    await refunded(friend, yuan(1000), 'operator');
    expect(await counter.wallet(member.id)).toMatchObject({
      ...{ owedFen: 0, principalFen: yuan(100), bonusFen: 0 },
    });
    expect(await amounts(member)).toEqual([yuan(100), yuan(100)]);
    await booksAreRight();
  });

  it('cannot be undone once the friend had her money back', async () => {
    const [member, friend] = await handedOn();
    await refunded(friend, yuan(1000));
    expect(refusal(await reverseTopUp(member))).toEqual([409, 'TOP_UP_PAID_BACK']);
    expect(await owedBy(member)).toBe(0);
  });
});

describe('hundreds of small lots', () => {
  const LOTS = 210;

  async function withManyLots(): Promise<Member> {
    const member = await counter.aMember({ priceFen: 10, bonusFen: 5 });
    const rows = Array.from({ length: LOTS - 1 }, () => ({
      ...{ memberNo: '', principalFen: 10, bonusFen: 5, paidOn: member.topUp.paidOn },
    }));
    const { memberNo } = await counter.get<{ memberNo: string }>(
      counter.manager,
      `/staff/clients/${member.id}`,
    );
    const answer = await counter.post(counter.manager, '/staff/opening-balances', {
      ...{ storeId: counter.store.id, protocolNo: `M-${member.id.slice(-12)}` },
      ...{ validEverywhere: true, rows: rows.map((row) => ({ ...row, memberNo })) },
      ...{ dryRun: false, confirmed: true },
    });
    expect(answer).toMatchObject({ body: { imported: true } });
    return member;
  }

  it('are spent in another store and undone in one entry each', async () => {
    const member = await withManyLots();
    const used = await spend(member, LOTS * 15, { storeId: counter.other.id });
    expect(await counter.wallet(member.id)).toMatchObject({ principalFen: 0, bonusFen: 0 });
    expect(await reverseSpend(used.id)).toMatchObject({ status: 200 });
    expect(await counter.wallet(member.id)).toMatchObject({ principalFen: LOTS * 10 });
  });

  it('go back in one refund', async () => {
    const member = await withManyLots();
    const asked = await ask(member, LOTS * 10);
    expect(asked).toMatchObject({ status: 201 });
    expect(await counter.wallet(member.id)).toMatchObject({ heldFen: LOTS * 15 });
    expect(await approve((asked.body as Refund).id)).toMatchObject({ status: 200 });
    expect(await counter.wallet(member.id)).toMatchObject({ principalFen: 0, heldFen: 0 });
    await booksAreRight();
  });

  it('follow a file that is joined', async () => {
    const [member, stays] = [await withManyLots(), await counter.aMember()];
    await give(member, stays);
    expect(await counter.wallet(stays.id)).toMatchObject({
      principalFen: yuan(1000) + LOTS * 10,
    });
  });
});
