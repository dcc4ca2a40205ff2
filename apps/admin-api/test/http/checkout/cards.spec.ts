import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCardDeskAt, type CardDesk, type Package } from '../membership/a-card-desk.js';
import {
  aKey,
  rawValue,
  yuan,
  type Member,
  type Plan,
  type TopUp,
} from '../membership/a-counter.js';
import { aTierHouse, patch, retireAll } from '../membership/a-tier-house.js';
import { aDesk, taken, type BillView, type Desk, type Tender } from './a-desk.js';

let desk: Desk;
let cards: CardDesk;
let plan: Plan;
let packagePlanId: string;

beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
  cards = await aCardDeskAt(desk);
  // Bonus first, so that what pays for a package is part gift.
  plan = await desk.aPlan();
  packagePlanId = (await cards.aPackagePlan()).id;
});
afterAll(() => desk.close());

const PACKAGE = yuan(1500);
const TOP_UP = yuan(1000);
const packageLine = (change = {}): object => ({
  ...{ kind: 'package', itemId: packagePlanId, quantity: 1, staff: [], ...change },
});
const topUpLine = (change = {}): object => ({
  ...{ kind: 'top_up', itemId: plan.id, quantity: 1, staff: [], ...change },
});
const pays = (kind: Tender['kind'], amountFen: number): Tender => ({
  ...{ kind, amountFen },
  ...(kind === 'bank_card' ? { reference: aKey() } : {}),
  ...(kind === 'paycode' ? { reference: aKey(), channel: 'alipay' } : {}),
  ...(kind === 'voucher' ? { reference: aKey(), channel: 'meituan' } : {}),
});
const billOf = ({ id }: { id: string }, ...lines: object[]): Promise<BillView> =>
  desk.written({ customerId: id }, lines);
const packagesOf = async ({ id }: { id: string }): Promise<Package[]> =>
  (await desk.get<{ items: Package[] }>(desk.desk, `/staff/clients/${id}/packages`)).items;
const topUpsOf = async ({ id }: { id: string }): Promise<TopUp[]> =>
  (
    await desk.get<{ items: TopUp[] }>(
      desk.manager,
      `/staff/top-ups?storeId=${desk.store.id}&customerId=${id}`,
    )
  ).items.filter(({ customerId }) => customerId === id);
const cashIn = async ({ id }: { id: string }): Promise<number> =>
  Number(
    (
      await desk.api.database.row<{ fen: unknown }>(
        `SELECT COALESCE(SUM(sign * CAST(amount_fen AS SIGNED)), 0) AS fen FROM member_activity
         WHERE customer_id = ? AND kind = 'cash_in'`,
        [id],
      )
    )?.fen,
  );
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

describe('a bill with a service, a package and a top-up', () => {
  let member: Member;
  let bill: BillView;
  beforeEach(async () => {
    member = await desk.aMember();
    bill = await billOf(member, desk.line(), packageLine(), topUpLine());
  });

  const mixed = (): Tender[] => [
    ...[pays('paycode', yuan(100)), pays('stored_value', yuan(700)), pays('cash', yuan(900))],
    ...[pays('voucher', yuan(300)), pays('bank_card', yuan(700))],
  ];

  it('is paid in one go by every mix, and money is counted once', async () => {
    const before = await desk.day();
    const money = await cashIn(member);
    expect(bill).toMatchObject({ payFen: yuan(200) + PACKAGE + TOP_UP });
    const paid = taken(await desk.pay(bill, mixed(), { slipNo: aKey() }));
    expect(paid.tenders.map(({ amountFen }) => amountFen)).toEqual(
      [100, 700, 900, 300, 700].map(yuan),
    );
    const [pack] = await packagesOf(member);
    expect(pack).toMatchObject({ state: 'active', tender: 'mixed', priceFen: PACKAGE });
    // 1200 less 700 for the bill, bonus first, and 1000 with 200 on top.
    expect(await rawValue(desk.api, member.id)).toEqual({
      ...{ principalFen: yuan(500) + TOP_UP, bonusFen: yuan(200) },
      lotsFen: yuan(1700),
    });
    expect((await cashIn(member)) - money).toBe(yuan(2000));
    const day = await desk.day();
    expect(day.cardFen - before.cardFen).toBe(PACKAGE + TOP_UP);
    expect(day.serviceFen - before.serviceFen).toBe(yuan(200));
    for (const { tender, amountFen } of mixed().map(({ kind, amountFen = 0 }) => ({
      ...{ tender: kind, amountFen },
    }))) {
      const grown = (of: typeof day): number =>
        of.expected.find((one) => one.tender === tender)?.expectedFen ?? 0;
      if (tender !== 'stored_value')
        expect([tender, grown(day) - grown(before)]).toEqual([tender, amountFen]);
    }
  });

  it('is undone as a whole, on whichever day, and written again', async () => {
    const value = await rawValue(desk.api, member.id);
    const money = await cashIn(member);
    const paid = taken(await desk.pay(bill, mixed(), { slipNo: aKey() }));
    const reversed = taken(await desk.act(paid, 'reverse', { reason: '开错了' }, desk.manager));
    expect(await rawValue(desk.api, member.id)).toEqual(value);
    expect(await cashIn(member)).toBe(money);
    expect(await packagesOf(member)).toMatchObject([{ state: 'reversed' }]);
    const again = taken(await desk.act(reversed, 'copy'));
    expect(again.payFen).toBe(bill.payFen);
    const repaid = taken(await desk.pay(again, [pays('cash', again.payFen)]));
    expect(repaid.state).toBe('paid');
    expect(await desk.api.app.get(VerifyLedger).run()).toMatchObject({ ok: true });
  });

  it('draws a contract for each card, signed on paper or by her later', async () => {
    taken(await desk.pay(bill, [pays('cash', bill.payFen)], { contractSlipNo: 'HT-001' }));
    const drawn = await desk.api.database.rows<{ slipNo: string }>(
      `SELECT c.slip_no AS slipNo FROM card_contract c JOIN package p ON p.id = c.package_id
       WHERE p.bill_id = ? AND c.state = 'on_paper'`,
      [bill.id],
    );
    expect(drawn).toEqual([{ slipNo: 'HT-001' }]);
    const other = await billOf(member, topUpLine());
    taken(await desk.pay(other, [pays('paycode', TOP_UP)]));
    const tops = await topUpsOf(member);
    expect(tops.map(({ tender, contractState }) => [tender, contractState])).toEqual([
      ['paycode', 'unsigned'],
      ['cash', 'on_paper'],
      ['cash', 'unsigned'],
    ]);
  });
});

describe('what may pay for a card', () => {
  it('is no stored value for a top-up, and neither points nor a debt for any', async () => {
    const member = await desk.aMember();
    const topUp = await billOf(member, topUpLine());
    const half = TOP_UP / 2;
    for (const kind of ['stored_value', 'debt'] as const) {
      const tenders = [pays(kind, half), pays('cash', half)];
      const answer = await desk.pay(topUp, tenders, { slipNo: aKey() }, desk.manager);
      expect([kind, ...refusal(answer)]).toEqual([kind, 400, 'INVALID_INPUT']);
    }
    const pack = await billOf(member, packageLine(), desk.line());
    const owing = [pays('debt', yuan(201)), pays('cash', pack.payFen - yuan(201))];
    expect(refusal(await desk.pay(pack, owing, {}, desk.manager))).toEqual([400, 'INVALID_INPUT']);
    const fair = [pays('debt', yuan(200)), pays('cash', pack.payFen - yuan(200))];
    expect(taken(await desk.pay(pack, fair, {}, desk.manager)).state).toBe('paid');
  });

  it('is her stored value for a package, which she agrees to with a tap on her phone', async () => {
    const rich = await desk.aMember({ priceFen: yuan(2000), bonusFen: 0 });
    const bill = await billOf(rich, packageLine());
    const tenders = [pays('stored_value', PACKAGE)];
    expect(refusal(await desk.pay(bill, tenders))).toEqual([400, 'INVALID_INPUT']);
    const asked = taken(await desk.act(bill, 'ask', { tenders }));
    const tap = { version: asked.version };
    const paid = await desk.post(rich, `/client/bills/${bill.id}/confirm`, tap);
    expect(paid.body).toMatchObject({ state: 'paid', tenders: [{ principalFen: PACKAGE }] });
    expect(await packagesOf(rich)).toMatchObject([{ tender: 'stored_value' }]);
  });

  it('comes from a client with a file, at the price of the plan, one card to a line', async () => {
    const nobody = await desk.written({}, [topUpLine()]);
    const cash = [pays('cash', TOP_UP)];
    expect(refusal(await desk.pay(nobody, cash))).toEqual([409, 'BILL_NEEDS_CLIENT']);
    const client = await aClient(desk.api);
    const open = await desk.open({ customerId: client.id });
    const discount = { kind: 'manual', amountFen: 1, reason: '老顾客' };
    for (const line of [topUpLine({ discount }), packageLine({ quantity: 2 })])
      expect(refusal(await desk.edit(open, { lines: [line] }))).toEqual([400, 'INVALID_INPUT']);
    const own = await desk.aPlan();
    const bill = await billOf(client, topUpLine({ itemId: own.id }));
    const { id, stores: _, updatedAt: __, ...draft } = own;
    taken(await patch(desk, `/staff/stored-value-plans/${id}`, { ...draft, priceFen: yuan(1100) }));
    expect(refusal(await desk.pay(bill, cash))).toEqual([409, 'PLAN_CHANGED']);
  });

  it('keeps to the cap of a card, and then nothing of the bill is done', async () => {
    const client = await aClient(desk.api);
    const bill = await billOf(client, topUpLine(), topUpLine());
    const cap = async (cardCapFen: number | null): Promise<void> => {
      const path = `/staff/membership-settings/${desk.store.id}`;
      taken(await patch(desk, path, { cardCapFen }));
    };
    await cap(TOP_UP + yuan(500));
    const answer = await desk.pay(bill, [pays('cash', bill.payFen)]);
    await cap(null);
    expect(refusal(answer)).toEqual([409, 'CARD_CAP_EXCEEDED']);
    expect(await rawValue(desk.api, client.id)).toMatchObject({ principalFen: 0, lotsFen: 0 });
    expect(await desk.bill(bill.id)).toMatchObject({ state: 'open' });
  });
});

describe('a reversal', () => {
  it('is refused by what was used of a card, and names it; the card alone is not undone', async () => {
    const member = await desk.aMember();
    const bill = await billOf(member, topUpLine(), packageLine());
    const paid = taken(await desk.pay(bill, [pays('cash', bill.payFen)]));
    const [top] = await topUpsOf(member);
    const [pack] = await packagesOf(member);
    for (const path of [`/staff/top-ups/${top?.id}/reverse`, `/staff/packages/${pack?.id}/reverse`])
      expect(refusal(await desk.post(desk.manager, path, { reason: '卖错了' }))).toEqual([
        ...[409, 'SALE_OF_BILL'],
      ]);
    // Everything that she had before, and one fen of what the bill brought.
    taken(await desk.charge(member.id, yuan(1200) + 1));
    const refused = await desk.act(paid, 'reverse', { reason: '卖错了' }, desk.manager);
    expect(refusal(refused)).toEqual([409, 'BILL_CARD_USED']);
    expect(refused.body).toMatchObject({ card: { kind: 'top_up', name: plan.name } });
    expect(await packagesOf(member)).toMatchObject([{ state: 'active' }]);
  });
});

describe('for her tier', () => {
  it('a card counts as money when it is bought and as use when it is used, and neither twice', async () => {
    await aTierHouse(desk);
    const client = await aClient(desk.api);
    const bill = await billOf(client, packageLine());
    taken(await desk.pay(bill, [pays('cash', PACKAGE)]));
    const facts = async (): Promise<unknown> =>
      (
        await desk.api.database.rows<{ kind: string; fen: unknown }>(
          `SELECT kind, SUM(sign * CAST(amount_fen AS SIGNED)) AS fen FROM member_activity
           WHERE customer_id = ? GROUP BY kind ORDER BY kind`,
          [client.id],
        )
      ).map(({ kind, fen }) => [kind, Number(fen)]);
    expect(await facts()).toEqual([['cash_in', PACKAGE]]);
    const [pack] = await packagesOf(client);
    const use = { storeId: desk.store.id, useSession: pack?.items[0]?.id, slipNo: aKey() };
    const serviceId = cards.salon.serviceId;
    const path = `/staff/clients/${client.id}/session-uses`;
    const { id } = taken<{ id: string }>(await desk.post(desk.desk, path, { ...use, serviceId }));
    expect(await facts()).toEqual([
      ['cash_in', PACKAGE],
      ['consumption', PACKAGE / 12],
    ]);
    const undo = { reason: '扣错了' };
    taken(await desk.post(desk.manager, `/staff/session-uses/${id}/reverse`, undo));
    expect(await facts()).toEqual([
      ['cash_in', PACKAGE],
      ['consumption', 0],
    ]);
    await retireAll(desk);
  });
});
