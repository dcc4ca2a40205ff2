import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { aBirthdaySalon, type BirthdaySalon } from '../../../test/support/given/birthdays.js';
import { addDays } from '../../platform/clock/index.js';
import { ChooseMarketing, RunAutomations } from './index.js';

/** A leap year by both calendars: 29 February, and a leap fifth month. */
const [FIRST, LAST] = ['2028-01-01', '2028-12-31'];
const LONG_MS = 240_000;
const SEED = 20_280_629;

interface Born {
  readonly calendar: 'solar' | 'lunar';
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

let schema: FreshSchema;
let houses: [TestApi, TestApi];
let salon: BirthdaySalon;
beforeAll(async () => {
  schema = await freshSchema();
  const api = await anApi(schema.url);
  houses = [api, await anApi(schema.url, { WECHAT_API_ORIGIN: api.sandbox.url })];
  salon = await aBirthdaySalon(api);
});
afterAll(async () => {
  for (const house of [...houses].reverse()) await house.close();
  await schema.drop();
});

/** Numbers that are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function* days(from: string, until: string): Generator<string> {
  for (let day = from; day <= until; day = addDays(day, 1)) yield day;
}

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  ...{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' },
});

/** Days of each lunar year by month (`5bis` is the leap fifth), by another calendar than the product's. */
function lunarYears(): Map<string, Map<string, string[]>> {
  const years = new Map<string, Map<string, string[]>>();
  for (const day of days('2027-01-01', '2029-12-31')) {
    const parts = CHINESE.formatToParts(new Date(`${day}T12:00:00Z`));
    const of = (type: string) => parts.find((part) => (part.type as string) === type)?.value ?? '';
    const months = years.get(of('relatedYear')) ?? new Map<string, string[]>();
    years.set(of('relatedYear'), months);
    months.set(of('month'), [...(months.get(of('month')) ?? []), day]);
  }
  return years;
}

const LUNAR_YEARS = lunarYears();

/** Her birthdays around the year, told from a calendar on the wall. */
function birthdaysOf({ calendar, month, day, leap }: Born): string[] {
  const two = (value: number) => String(value).padStart(2, '0');
  if (calendar === 'solar')
    return [2027, 2028, 2029].map((year) =>
      month === 2 && day === 29 && year !== 2028
        ? `${year}-02-28`
        : `${year}-${two(month)}-${two(day)}`,
    );
  return ['2027', '2028'].flatMap((year) => {
    const months = LUNAR_YEARS.get(year);
    const dates = (leap ? months?.get(`${month}bis`) : undefined) ?? months?.get(String(month));
    return dates?.[day - 1] ?? dates?.at(-1) ?? [];
  });
}

it(
  'through a leap year of both calendars, two houses that break off again and again give each birthday one coupon, the day before',
  async () => {
    const random = numbers(SEED);
    const automation = await salon.anAutomation({ daysBefore: 1, daysAfter: 1 });
    const clients: { id: string; born: Born; saysNoOn: string | null }[] = [];
    const born: Born[] = [
      { calendar: 'solar', month: 2, day: 29, leap: false },
      { calendar: 'solar', month: 1, day: 1, leap: false },
      { calendar: 'lunar', month: 5, day: 15, leap: true },
      { calendar: 'lunar', month: 6, day: 30, leap: true },
      { calendar: 'lunar', month: 12, day: 30, leap: false },
      { calendar: 'lunar', month: 11, day: 20, leap: false },
    ];
    for (let n = 0; n < 44; n += 1) {
      const calendar = n % 2 === 0 ? 'solar' : 'lunar';
      born.push({ calendar, month: 1 + random(12), day: 1 + random(28), leap: false });
    }
    for (const [place, one] of born.entries()) {
      const [month, day] = [one.month, one.day].map((value) => String(value).padStart(2, '0'));
      const id = await salon.born(`--${month}-${day}`, {
        ...{ birthdayCalendar: one.calendar, birthdayLeapMonth: one.leap },
      });
      const saysNoOn = place % 5 === 4 && place > 5 ? addDays(FIRST, random(366)) : null;
      clients.push({ id, born: one, saysNoOn });
    }
    const expected = clients.flatMap(({ id, born: one, saysNoOn }) =>
      birthdaysOf(one).flatMap((birthdayOn) => {
        const on = addDays(birthdayOn, -1) < FIRST ? FIRST : addDays(birthdayOn, -1);
        const isNear = addDays(birthdayOn, 1) >= FIRST && on <= LAST;
        return isNear && (saysNoOn === null || on < saysNoOn) ? [`${on} ${birthdayOn} ${id}`] : [];
      }),
    );
    let brokenOff = 0;
    for (const day of days(FIRST, LAST)) {
      for (const house of houses) house.clock.set(new Date(`${day}T10:00:00+08:00`));
      for (const { id } of clients.filter(({ saysNoOn }) => saysNoOn === day)) await sayNo(id);
      if (random(4) === 0) {
        brokenOff += 1;
        const stop = new AbortController();
        stop.abort();
        await houses[0].app.get(RunAutomations).runDue(stop.signal);
      }
      await Promise.all(houses.map((house) => house.app.get(RunAutomations).runDue()));
    }
    const given = await salon.givenBy(automation.id);
    const told = given.map(
      ({ grantedOn, birthdayOn, customerId: id }) => `${grantedOn} ${birthdayOn} ${id}`,
    );
    expect(told.sort()).toEqual(expected.sort());
    const coupons = await houses[0].database.row<{ n: unknown }>(
      'SELECT COUNT(*) AS n FROM coupon WHERE template_id = ?',
      [automation.templateId],
    );
    expect(Number(coupons?.n)).toBe(expected.length);
    process.stdout.write(
      `  birthdays: ${clients.length} clients, 366 days, ${given.length} coupons, ${brokenOff} runs broken off\n`,
    );
  },
  LONG_MS,
);

function sayNo(customerId: string) {
  const client = { kind: 'client', customerId, openid: 'o', sessionId: 's' } as const;
  const no = { optedOut: true, sms: false, calls: false, version: 0 };
  return houses[0].unitOfWork.run((tx) =>
    houses[0].app.get(ChooseMarketing, { strict: false }).execute(tx, client, customerId, no),
  );
}
