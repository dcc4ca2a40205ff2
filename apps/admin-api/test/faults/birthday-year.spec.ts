import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../src/modules/ledger/index.js';
import { COUPON_TEMPLATE } from '../support/given/gifts.js';
import { aBirthdayHouse, signInAgain, type BirthdayHouse } from './birthday-year/birthday-house.js';
import { liveTheYear, type Lived } from './birthday-year/live-the-year.js';
import {
  badUses,
  countsOf,
  fates,
  givenRows,
  outOfWindow,
  unbalanced,
} from './birthday-year/raw-counts.js';
import { recount, type GivenRow } from './birthday-year/recount.js';
import { deliveredOn, toldBy } from './birthday-year/messages.js';
import { TwoWorkers } from './two-workers.js';
import { aYear } from './birthday-year/year-plan.js';

/** `npm run soak -- birthdays` lives every day of it, with as many clients as are asked for. */
const { YANCE_MODEL_BIRTHDAYS, YANCE_MODEL_SEED } = process.env;
const SMALL = 150;
const clients = Number(YANCE_MODEL_BIRTHDAYS ?? SMALL);
const plan = aYear({
  ...{ seed: Number(YANCE_MODEL_SEED ?? 20_280_623), clients },
  ...(YANCE_MODEL_BIRTHDAYS === undefined
    ? { everyDay: false, kills: 3 }
    : { everyDay: true, kills: Math.min(60, Math.ceil(clients / 12)) }),
});
const LONG_MS = 300_000 + plan.days.length * 8_000 + clients * 600;

let two: TwoWorkers;
let house: BirthdayHouse;
let lived: Lived;
let rows: GivenRow[];
beforeAll(async () => {
  const began = performance.now();
  const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;
  two = await TwoWorkers.start('2027-12-31', '20:00', {
    settings: { WECHAT_TEMPLATE_COUPON_EXPIRING: COUPON_TEMPLATE },
    run: { sweep: 'marketing.automations' },
  });
  house = await aBirthdayHouse(two.desk, two.phones, plan);
  await two.moveTo('2027-12-31', '20:01');
  const ready = seconds(began);
  lived = await liveTheYear(two, house, plan);
  rows = await givenRows(two.desk.database, house);
  process.stdout.write(
    `birthdays: ${clients} clients, ${plan.days.length} days, ${rows.length} coupons by ${house.givers.length} automations, ` +
      `${lived.bills} bills, ${lived.undone} of them undone, ${lived.byHand} runs by hand, ` +
      `${two.kills} kills, ${two.brokenOff} in a run; ${ready} s to open, ${seconds(began)} s in all\n`,
  );
}, LONG_MS);
afterAll(() => two.stop());

describe('a leap year of both calendars with two workers that are killed at any moment', () => {
  it('each birthday has its coupon on its day, and nobody else has one, by a calendar on the wall', () => {
    const faults = house.givers.flatMap((giver) => recount(plan, giver, rows));
    expect(faults.slice(0, 20)).toEqual([]);
    expect(rows.length).toBeGreaterThan(clients);
  });

  it('two budgets ran out, to the last coupon', async () => {
    const given = house.givers.map(({ id }) => rows.filter(({ giverId }) => giverId === id).length);
    const most = house.givers.map((giver, place) => giver.most ?? given[place]);
    expect(given).toEqual(most);
  });

  it('grants, coupons, the template’s count, the year’s count and the entries of the books are as many', async () => {
    for (const giver of house.givers) {
      const counts = await countsOf(two.desk.database, giver);
      expect(new Set(Object.values(counts)).size).toBe(1);
    }
  });

  it('each coupon is good from its day to the last day of its birthday', async () => {
    for (const giver of house.givers)
      expect(await outOfWindow(two.desk.database, giver)).toEqual([]);
  });

  it('what was used, returned and over is so in the books too, and they verify', async () => {
    expect(await unbalanced(two.desk.database)).toEqual([]);
    expect(await badUses(two.desk.database)).toEqual([]);
    const found = await fates(two.desk.database);
    expect(found.used).toBe(lived.bills - lived.undone);
    expect(found.expired).toBeGreaterThan(clients / 2);
    const verdict = await two.desk.app.get(VerifyLedger).run();
    expect(verdict.firstBadRow).toBeUndefined();
  });

  it('what WeChat delivered is what the console says, each message once', async () => {
    await signInAgain(house.desk);
    const { token } = house.desk.owner;
    const told = [];
    for (const { id } of house.givers) told.push(await toldBy(two.desk, token, id));
    const delivered = await deliveredOn(two.phones);
    expect(new Set(delivered).size).toBe(delivered.length);
    const sent = told.flatMap((one) => one.sent);
    const unknown = new Set(told.flatMap((one) => one.unknown));
    expect(sent.sort()).toEqual(delivered.filter((id) => !unknown.has(id)).sort());
    expect(told.map(({ counted }) => counted)).toEqual(told.map((one) => one.sent.length));
    expect(sent.length).toBeGreaterThan(20);
    process.stdout.write(`  ${sent.length} messages sent, of ${unknown.size} nobody knows\n`);
  });

  it('workers were killed in the middle of runs', () => {
    expect(two.brokenOff).toBeGreaterThan(0);
    expect(lived.undone).toBeGreaterThan(0);
  });
});
