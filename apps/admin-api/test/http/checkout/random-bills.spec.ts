import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { everyCombination } from '../../support/pricing/every-combination.js';
import { aKey, yuan } from '../membership/a-counter.js';
import { retireAll } from '../membership/a-tier-house.js';
import { aDesk, aDeskAt, taken, type BillView, type Desk, type Tender } from './a-desk.js';
import {
  aRandomHouse,
  chances,
  keptFen,
  tendersOf,
  type Chance,
  type RandomHouse,
  type Regular,
} from './a-random-house.js';

const BILLS = 200;
const PEOPLE = 20;
/** Clients who are served at the same time. */
const LANES = 4;
const MOST_COUPONS_IN_HAND = 3;
const SEED = 20_261_123;

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(async () => {
  await retireAll(desk);
  await desk.close();
});

/** By the postings themselves: what is on the accounts of a client and of her cards. */
async function holdings({ member }: Regular): Promise<Record<string, number>> {
  const rows = await desk.api.database.rows<{ code: string; sum: unknown }>(
    `SELECT a.code, SUM(CASE WHEN (p.debit_account_id = a.id) = (a.normal_side = 'debit')
                             THEN p.amount ELSE -p.amount END) AS sum
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.owner_id = ? OR a.owner_id IN
       (SELECT i.id FROM package_item i JOIN package k ON k.id = i.package_id WHERE k.customer_id = ?)
     GROUP BY a.code`,
    [member.id, member.id],
  );
  // An account that was opened and emptied again is the same as none.
  const held = rows.filter(({ sum }) => Number(sum) !== 0);
  return Object.fromEntries(held.map(({ code, sum }) => [code, Number(sum)]));
}

/** What came to an account of the house by the postings themselves. */
async function grown(code: string): Promise<number> {
  const row = await desk.api.database.row<{ sum: unknown }>(
    `SELECT COALESCE(SUM(CASE WHEN (p.debit_account_id = a.id) = (a.normal_side = 'debit')
                              THEN p.amount ELSE -p.amount END), 0) AS sum
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.owner_kind = 'house' AND a.store_id = ? AND a.code = ?`,
    [desk.store.id, code],
  );
  return Number(row?.sum);
}

const CLEARING = {
  ...{ cash: 'CASH_CLEARING', bank_card: 'CARD_CLEARING' },
  ...{ paycode: 'PAYCODE_CLEARING', voucher: 'VOUCHER_CLEARING' },
} as const;

/** A bill as it stands in the end. */
interface Done {
  readonly bill: BillView;
  readonly tried: number;
}

const sumOf = (tenders: BillView['tenders'], kind: string): number =>
  tenders.reduce((sum, tender) => (tender.kind === kind ? sum + tender.amountFen : sum), 0);

/** Writes it, pays it, reverses it to what was before, and does it again. */
async function billed(house: RandomHouse, who: Regular, chance: Chance): Promise<Done> {
  const { member, clerk } = who;
  const open = await desk.open({ customerId: member.id }, clerk);
  const lines = house.lines(chance);
  let bill = taken(await desk.edit(open, { lines }, clerk));
  const best = everyCombination(house.priceInput(who, chance));
  const [goods, leastFen] = [chance.goods, best.payFen + keptFen(chance)];
  expect([goods, bill.payFen]).toEqual([goods, leastFen]);
  const place = bill.lines.findIndex(
    ({ kind, payFen }) => kind !== 'package' && kind !== 'top_up' && payFen > 0,
  );
  if (chance.offFen > 0 && place >= 0) {
    const amountFen = Math.min(chance.offFen, bill.lines[place]?.payFen ?? 0);
    const discount = { kind: 'manual', amountFen, reason: '老顾客' };
    const off = lines.map((line, at) => (at === place ? { ...line, discount } : line));
    bill = taken(await desk.edit(bill, { lines: off }, clerk));
    expect(bill.payFen).toBe(leastFen - amountFen);
  }
  const before = await holdings(who);
  // She keeps a yuan, so that she stays a member.
  const { SV_PRINCIPAL = 0, SV_BONUS = 0 } = before;
  const tenders = tendersOf(chance, bill, Math.max(0, SV_PRINCIPAL + SV_BONUS - yuan(1)));
  const pay = async (one: BillView): Promise<BillView> => {
    const paid = taken(await desk.pay(one, tenders, { slipNo: aKey() }, clerk));
    expect(paid.tenders.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(bill.payFen);
    return paid;
  };
  const reversed = taken(await desk.act(await pay(bill), 'reverse', { reason: '重开' }, clerk));
  expect(await holdings(who)).toEqual(before);
  const again = await pay(taken(await desk.act(reversed, 'copy', {}, clerk)));
  expect(again.payFen).toBe(bill.payFen);
  const used = again.coupons.map(({ couponId }) => couponId);
  const left = who.hand.filter(({ id }) => !used.includes(id));
  who.hand.splice(0, who.hand.length, ...left);
  return { bill: again, tried: best.tried };
}

async function everybody(house: RandomHouse): Promise<Done[]> {
  const done: Done[] = [];
  const wishes = fc.sample(chances, { numRuns: BILLS, seed: SEED });
  for (let round = 0; round < BILLS / PEOPLE; round += 1) {
    for (const one of [round, round + 2]) {
      const room = house.regulars.filter(({ hand }) => hand.length < MOST_COUPONS_IN_HAND);
      await house.deal(one, room);
    }
    const lane = async (first: number): Promise<Done[]> => {
      const mine: Done[] = [];
      for (let n = first; n < PEOPLE; n += LANES) {
        const [who, wish] = [house.regulars[n], wishes[round * PEOPLE + n]];
        if (who && wish) mine.push(await billed(house, who, wish));
      }
      return mine;
    };
    const lanes = Array.from({ length: LANES }, (_, first) => lane(first));
    done.push(...(await Promise.all(lanes)).flat());
  }
  return done;
}

/** What bills sold that stands, and what of its price was bonus: by the rows of the sales. */
async function keptByBills(storeId: string): Promise<Record<'count' | 'fen' | 'bonusFen', number>> {
  const row = await desk.api.database.row<Record<'count' | 'fen' | 'bonusFen', unknown>>(
    `SELECT COUNT(*) AS count, SUM(price_fen) AS fen, SUM(bonus) AS bonusFen FROM (
       SELECT price_fen, price_fen - paid_fen AS bonus FROM package
         WHERE store_id = ? AND bill_id IS NOT NULL AND state = 'active'
       UNION ALL SELECT price_fen, 0 FROM top_up
         WHERE store_id = ? AND bill_id IS NOT NULL AND state = 'paid') s`,
    [storeId, storeId],
  );
  const of = (name: 'count' | 'fen' | 'bonusFen'): number => Number(row?.[name] ?? 0);
  return { count: of('count'), fen: of('fen'), bonusFen: of('bonusFen') };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

it('200 random bills with every mix of discount and tender cost the least there is, are undone to the fen, and agree with ledger and day', async () => {
  const since = performance.now();
  const house = await aRandomHouse(desk, PEOPLE);
  const sold = await grown('CASH_CLEARING');
  const done = await everybody(house);
  const bills = done.map(({ bill }) => bill);
  const tenders = bills.flatMap((bill) => bill.tenders);
  const payFen = sum(bills.map((bill) => bill.payFen));
  const bonusFen = sum(tenders.map((tender) => tender.bonusFen ?? 0));
  const pointsFen = sumOf(tenders, 'points');
  const day = await desk.day();
  expect(day).toMatchObject({ payFen, bonusFen, billCount: 2 * BILLS, reversedCount: BILLS });
  expect(day.serviceFen + day.productFen + day.cardFen).toBe(payFen);
  const sales = await keptByBills(desk.store.id);
  expect(day.cardFen).toBe(sales.fen);
  for (const { tender, amountFen } of day.tenders)
    expect([tender, amountFen]).toEqual([tender, sumOf(tenders, tender)]);
  const used = await desk.api.database.row<{ fen: unknown; count: unknown }>(
    `SELECT COALESCE(SUM(value_fen), 0) AS fen, COUNT(*) AS count FROM session_use
     WHERE store_id = ? AND state = 'done'`,
    [desk.store.id],
  );
  // Revenue is what was paid, without what the house gave itself, and with what the sessions were worth.
  const revenue = (await grown('REV_SERVICE')) + (await grown('REV_PRODUCT'));
  const goodsBonusFen = bonusFen - sales.bonusFen;
  expect(revenue).toBe(payFen - sales.fen - goodsBonusFen - pointsFen + Number(used?.fen));
  for (const [kind, code] of Object.entries(CLEARING)) {
    const came = (await grown(code)) - (kind === 'cash' ? sold : 0);
    expect([kind, came]).toEqual([kind, sumOf(tenders, kind)]);
  }
  const held = await Promise.all(house.regulars.map((who) => holdings(who)));
  expect(sum(held.map((one) => one['CUST_RECEIVABLE'] ?? 0))).toBe(sumOf(tenders, 'debt'));
  const points = sum(bills.map((bill) => bill.points.earned));
  const paidPoints = sum(tenders.map((tender) => tender.points ?? 0));
  const given = PEOPLE * house.pointsGiven;
  expect(sum(held.map((one) => one['PTS'] ?? 0))).toBe(given + points - paidPoints);
  const counts = day.expected.map(({ tender, expectedFen }) => ({
    tender,
    countedFen: expectedFen,
  }));
  const closing = { storeId: desk.store.id, date: day.date, counts };
  const closed = taken<typeof day>(await desk.post(desk.manager, '/staff/daily-close', closing));
  expect(closed).toMatchObject({ state: 'closed', payFen });
  expect(closed.counts.every(({ differenceFen }) => differenceFen === 0)).toBe(true);
  expect(await desk.api.app.get(VerifyLedger).run()).toMatchObject({ ok: true });
  report(done, sales.count, Number(used?.count), (performance.now() - since) / 1000);
}, 300_000);

/** The numbers of the proof, for whoever reads the log. */
function report(done: readonly Done[], cards: number, sessions: number, seconds: number): void {
  const bills = done.map(({ bill }) => bill);
  const kinds = new Map<string, number>();
  for (const { kind } of bills.flatMap(({ tenders }) => tenders))
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const why = new Map<string, number>();
  for (const { kind } of bills.flatMap(({ lines }) => lines.flatMap(({ because }) => because)))
    why.set(kind, (why.get(kind) ?? 0) + 1);
  const by = bills.flatMap(({ lines }) => lines).filter(({ discount }) => discount).length;
  const list = (counts: ReadonlyMap<string, number>): string =>
    [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  process.stdout.write(
    `  random bills: ${bills.length} in ${seconds.toFixed(1)} s, each reversed and done again; ` +
      `${sum(done.map(({ tried }) => tried))} combinations tried by brute force\n` +
      `  tenders: ${list(kinds)}\n  discounts: ${list(why)}, by hand ${by}; cards sold ${cards}, sessions ${sessions}, ` +
      `points earned ${sum(bills.map(({ points }) => points.earned))}\n`,
  );
}

it('a day is closed either before or after a payment, never in between', async () => {
  const own = await aDeskAt(desk.api);
  const bills = [await own.written(), await own.written()];
  const cash: readonly Tender[] = [{ kind: 'cash', amountFen: yuan(200) }];
  const counts = [{ tender: 'cash', countedFen: 1, reason: '没有点' }];
  const closing = { storeId: own.store.id, date: bills[0]?.date, counts };
  const [closed, ...answers] = await Promise.all([
    own.post(own.manager, '/staff/daily-close', closing),
    ...bills.map((bill) => own.pay(bill, cash)),
  ]);
  const paid = answers.filter(({ status }) => status === 200).length;
  const day = await own.day(bills[0]?.date);
  expect(day).toMatchObject({ billCount: paid, payFen: paid * yuan(200) });
  // Open bills keep the day open, so the close came after both payments or not at all.
  if (closed.status === 201) expect(paid).toBe(2);
  else expect(codeOf(closed)).toBe('BILLS_OPEN');
});
