import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { productBody } from '../catalog/a-shelf.js';
import { aKey, yuan, type Member } from '../membership/a-counter.js';
import {
  aTierHouse,
  givePoints,
  patch,
  retireAll,
  type StaffTier,
} from '../membership/a-tier-house.js';
import { aDesk, taken, type BillView, type Desk, type Tender } from './a-desk.js';

type Schemas = components['schemas'];

/** A point for each yuan; 100 of them pay 90 fen, for at most a third of a bill. */
const RULES = {
  ...{ enabled: true, checkInPoints: 2, streaks: [], reviewPoints: 10, referralPoints: 50 },
  ...{ expireMonths: 12, fenPerHundred: 90, mostOfBillPermille: 300, handLimit: 100_000 },
  perHundredYuan: { cash: 100, stored_principal: 100, session: 100 },
};

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());
beforeEach(async () => {
  taken(await patch(desk, '/staff/points-rules', RULES));
});

const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];
const cash = (amountFen: number): Tender => ({ kind: 'cash', amountFen });
const points = (count: number, amountFen: number): Tender => ({
  ...{ kind: 'points', points: count, amountFen },
});
const pointsOf = (id: string): Promise<Schemas['StaffPointsDto']> =>
  desk.get(desk.desk, `/staff/clients/${id}/points`);
const billOf = ({ id }: { id: string }, quantity = 1): Promise<BillView> =>
  desk.written({ customerId: id }, [desk.line({ quantity })]);
const factsOf = async (sourceKind: string, sourceId: string): Promise<unknown[]> =>
  (
    await desk.api.database.rows<{ kind: string; amountFen: unknown; sign: unknown }>(
      `SELECT kind, amount_fen AS amountFen, sign FROM member_activity
       WHERE source_kind = ? AND source_id = ? ORDER BY id`,
      [sourceKind, sourceId],
    )
  ).map(({ kind, amountFen, sign }) => [kind, Number(amountFen) * Number(sign)]);

describe('the tier of a client', () => {
  let gold: StaffTier;
  beforeEach(async () => {
    [, gold] = await aTierHouse(desk);
  });
  afterEach(() => retireAll(desk));

  const lift = async (member: Member): Promise<void> => {
    const path = `/staff/clients/${member.id}/tier`;
    taken(await desk.post(desk.manager, path, { tierId: gold.id, reason: '老顾客' }));
  };

  it('prices services and products by their own discounts, and the bill says so', async () => {
    const member = await desk.aMember();
    await lift(member);
    const product = taken<{ id: string }>(
      await desk.post(
        desk.manager,
        '/staff/products',
        productBody([desk.store.id], { memberPriceFen: null }),
      ),
    );
    const line = { kind: 'product', itemId: product.id, quantity: 1, staff: [] };
    const bill = await desk.written({ customerId: member.id }, [desk.line(), line]);
    const [service, bought] = bill.lines;
    expect(service).toMatchObject({ payFen: yuan(180), because: [{ kind: 'tier' }] });
    expect(service?.because[0]?.label).toContain('金卡');
    const list = bought?.listFen ?? 0;
    expect(bought).toMatchObject({ payFen: Math.round(list * 0.98), because: [{ kind: 'tier' }] });
    expect(bill.pricing.sentences.join()).toContain('金卡');
  });

  it('rises with what a bill brings, which multiplies the points of that bill, and falls with its reversal', async () => {
    const member = await desk.aMember();
    const paid = taken(await desk.pay(await billOf(member, 3), [cash(yuan(600))]));
    expect(paid.points).toEqual({ earned: 900, missing: 0 });
    expect(await billOf(member)).toMatchObject({ payFen: yuan(180) });
    taken(await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager));
    expect(await billOf(member)).toMatchObject({ payFen: yuan(200) });
    expect((await pointsOf(member.id)).points).toBe(0);
  });
});

describe('what a bill tells of its client', () => {
  it('is money and use of what was not stored value, and the visit of a walk-in; reversed it is taken back', async () => {
    const member = await desk.aMember();
    const bill = await billOf(member);
    const tenders = [cash(yuan(80)), { kind: 'stored_value' as const, amountFen: yuan(120) }];
    const paid = taken(await desk.pay(bill, tenders, { slipNo: aKey() }));
    const told = [
      ['cash_in', yuan(80)],
      ['consumption', yuan(80)],
      ['visit', 0],
    ];
    expect(await factsOf('bill', bill.id)).toEqual(told);
    taken(await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager));
    expect(await factsOf('bill', bill.id)).toEqual([
      ...told,
      ...[
        ['cash_in', -yuan(80)],
        ['consumption', -yuan(80)],
        ['visit', -0],
      ],
    ]);
  });

  it('counts a debt when it is used, and the money of it when it comes in', async () => {
    const member = await desk.aMember();
    const bill = await billOf(member);
    const owing = [{ kind: 'debt' as const, amountFen: yuan(200) }];
    taken(await desk.pay(bill, owing, {}, desk.manager));
    expect(await factsOf('bill', bill.id)).toEqual([
      ['consumption', yuan(200)],
      ['visit', 0],
    ]);
    const body = { storeId: desk.store.id, kind: 'cash', amountFen: yuan(50) };
    const path = `/staff/clients/${member.id}/debt-payments`;
    const { id } = taken<{ id: string }>(await desk.post(desk.desk, path, body));
    expect(await factsOf('debt', id)).toEqual([['cash_in', yuan(50)]]);
  });
});

describe('points', () => {
  it('are earned by tender, offered at the till, and pay a part with the client’s yes', async () => {
    const member = await desk.aMember();
    await givePoints(desk, member.id, 7_050);
    const bill = await billOf(member);
    // A third of 200 yuan is 6,666 points; the till proposes whole hundreds.
    expect(bill.pointsOffer).toEqual({
      ...{ balance: 7_050, fenPerHundred: 90, points: 6_600, worthFen: 5_940 },
    });
    const tenders = [points(6_600, 5_940), cash(14_060)];
    expect(await desk.pay(bill, tenders)).toMatchObject({ status: 400 });
    const paid = taken(await desk.pay(bill, tenders, { slipNo: aKey() }));
    expect(paid).toMatchObject({
      tenders: [{ kind: 'points', points: 6_600, amountFen: 5_940 }, { kind: 'cash' }],
      ...{ points: { earned: 140, missing: 0 }, pointsOffer: null },
    });
    expect((await pointsOf(member.id)).points).toBe(7_050 - 6_600 + 140);
    const receipt = await desk.get<Schemas['ReceiptDto']>(member, `/client/bills/${bill.id}`);
    expect(receipt).toMatchObject({ points: { earned: 140 }, tenders: [{ points: 6_600 }, {}] });
    const day = await desk.day();
    expect(day.tenders.find(({ tender }) => tender === 'points')?.amountFen).toBe(5_940);
  });

  it('beyond the share of the house, of nobody, or worth another amount are refused and nothing is taken', async () => {
    const member = await desk.aMember();
    await givePoints(desk, member.id, 5_000);
    const bill = await billOf(member);
    const slip = { slipNo: aKey() };
    const beyond = await desk.pay(bill, [points(7_000, 6_300), cash(13_700)], slip);
    expect(refusal(beyond)[1]).toBe('POINTS_SHARE_TOO_HIGH');
    const more = await desk.pay(bill, [points(5_100, 4_590), cash(15_410)], slip);
    expect(refusal(more)[1]).toBe('POINTS_TOO_LOW');
    const uneven = await desk.pay(bill, [points(1_000, 901), cash(19_099)], slip);
    expect(uneven.body).toMatchObject({ errors: [{ field: 'tenders.0.amountFen' }] });
    const nobodys = await desk.pay(await desk.written(), [points(100, 90), cash(19_910)]);
    expect(refusal(nobodys)[1]).toBe('BILL_NEEDS_CLIENT');
    const bare = await desk.pay(bill, [{ kind: 'cash', amountFen: yuan(200), points: 5 }]);
    expect(bare.body).toMatchObject({ errors: [{ field: 'tenders.0.points' }] });
    expect((await pointsOf(member.id)).points).toBe(5_000);
  });

  it('go back with the bill; what it brought and was used since is made up for by the next', async () => {
    const member = await desk.aMember();
    await givePoints(desk, member.id, 100);
    const first = taken(await desk.pay(await billOf(member), [cash(yuan(200))]));
    const tenders = [points(300, 270), cash(yuan(200) - 270)];
    const second = taken(await desk.pay(await billOf(member), tenders, { slipNo: aKey() }));
    expect(second.points.earned).toBe(197);
    const reason = { reason: '开错了' };
    const back = taken(await desk.act(second, 'reverse', reason, desk.manager));
    expect(back.points).toEqual({ earned: 0, missing: 0 });
    expect(await pointsOf(member.id)).toMatchObject({ points: 300, shortfall: 0 });
    const again = taken(await desk.act(back, 'copy'));
    taken(await desk.pay(again, tenders, { slipNo: aKey() }));
    const gone = taken(await desk.act(first, 'reverse', reason, desk.manager));
    // 197 of the second bill are there, 3 are missing.
    expect(gone.points).toEqual({ earned: 0, missing: 3 });
    expect(await pointsOf(member.id)).toMatchObject({ points: 0, shortfall: 3 });
    expect((await desk.api.app.get(VerifyLedger).run()).ok).toBe(true);
  });
});
