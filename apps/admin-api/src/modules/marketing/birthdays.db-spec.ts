import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { aBirthdaySalon, type BirthdaySalon } from '../../../test/support/given/birthdays.js';
import { taken } from '../../../test/support/given/coupons.js';
import { JoinFiles, UpdateCustomer } from '../customers/index.js';
import { JobWorker } from '../../platform/jobs/index.js';
import { ChooseMarketing } from './index.js';

/** Every file with a birthday counts, so the schema is this file's own. */
let schema: FreshSchema;
let api: TestApi;
let salon: BirthdaySalon;
beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  salon = await aBirthdaySalon(api);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});
beforeEach(async () => {
  await api.unitOfWork.run(async (tx) => {
    await tx.run("UPDATE automation SET state = 'off'");
    await tx.run(`UPDATE customer SET birthday_calendar = NULL, birthday_year = NULL,
      birthday_month = NULL, birthday_day = NULL, birthday_leap_month = 0`);
  });
  on('2026-11-23');
});

const the = <T>(type: abstract new (...args: never[]) => T): T =>
  api.app.get(type, { strict: false });
/** Ten in the morning in the salon. */
const on = (day: string): void => api.clock.set(new Date(`${day}T10:00:00+08:00`));
const runOn = async (day: string): Promise<void> => {
  on(day);
  await salon.run();
};
const optOut = (customerId: string) =>
  api.unitOfWork.run((tx) =>
    the(ChooseMarketing).execute(
      tx,
      { kind: 'client', customerId, openid: 'o', sessionId: 's' },
      customerId,
      {
        ...{ optedOut: true, sms: false, calls: false, version: 0 },
      },
    ),
  );
const change = (id: string, birthday: string, calendar: 'solar' | 'lunar' = 'solar') =>
  api.unitOfWork.run((tx) =>
    the(UpdateCustomer).execute(tx, id, { birthday, birthdayCalendar: calendar }),
  );
const join = (from: string, to: string) =>
  api.unitOfWork.run((tx) => the(JoinFiles).execute(tx, from, to));

describe('a birthday', () => {
  it('brings one coupon as many days before as was said, good until as many after', async () => {
    const automation = await salon.anAutomation({ daysBefore: 7, daysAfter: 3 });
    const customerId = await salon.born('1990-12-01');
    await runOn('2026-11-23');
    expect(await salon.givenBy(automation.id)).toEqual([]);
    for (const day of ['2026-11-24', '2026-11-25', '2026-12-01']) await runOn(day);
    expect(await salon.givenBy(automation.id)).toEqual([
      {
        ...{ customerId, birthdayYear: 2026, birthdayOn: '2026-12-01', grantedOn: '2026-11-24' },
        ...{ validFrom: '2026-11-24', validUntil: '2026-12-04' },
      },
    ]);
    await runOn('2027-11-24');
    expect(await salon.givenBy(automation.id)).toHaveLength(2);
  });

  it('that was missed is made up for while the coupon would still be good', async () => {
    const automation = await salon.anAutomation({ daysBefore: 0, daysAfter: 5 });
    await salon.born('--11-20');
    await salon.born('--11-17');
    await runOn('2026-11-23');
    expect(await salon.givenBy(automation.id)).toMatchObject([{ birthdayOn: '2026-11-20' }]);
  });

  it('early in the year is given in the year before, once', async () => {
    const automation = await salon.anAutomation();
    await salon.born('--01-03');
    for (const day of ['2026-12-27', '2026-12-31', '2027-01-01', '2027-01-09']) await runOn(day);
    expect(await salon.givenBy(automation.id)).toMatchObject([
      { birthdayYear: 2027, grantedOn: '2026-12-27' },
    ]);
  });

  it.each([
    ['feb28', '2027-02-28'],
    ['mar1', '2027-03-01'],
  ] as const)(
    'on 29 February falls on the day of the rule %s in a short year',
    async (leapDay, day) => {
      const automation = await salon.anAutomation({ leapDay, daysBefore: 0, daysAfter: 0 });
      await salon.born('2000-02-29');
      for (const one of ['2027-02-27', '2027-02-28', '2027-03-01', '2027-03-02']) await runOn(one);
      expect(await salon.givenBy(automation.id)).toMatchObject([{ birthdayOn: day }]);
      await runOn('2028-02-28');
      expect(await salon.givenBy(automation.id)).toHaveLength(1);
      await runOn('2028-02-29');
      expect(await salon.givenBy(automation.id)).toHaveLength(2);
    },
  );

  it('in a leap month falls into that month where the year has it, else into the month itself', async () => {
    const automation = await salon.anAutomation({ daysBefore: 0, daysAfter: 0 });
    const lunar = { birthdayCalendar: 'lunar', birthdayLeapMonth: true } as const;
    await salon.born('--06-08', lunar);
    // 2026 has no leap sixth month; 2025 had one, which began on 25 July.
    for (const day of ['2025-07-02', '2025-08-01', '2026-07-21']) await runOn(day);
    const given = await salon.givenBy(automation.id);
    expect(given.map(({ birthdayOn }) => birthdayOn)).toEqual(['2025-08-01', '2026-07-21']);
  });

  it('is nothing to do before nine in the morning, and once a day afterwards', async () => {
    const automation = await salon.anAutomation({ daysBefore: 0 });
    await salon.born('--11-25');
    api.clock.set(new Date('2026-11-25T08:59:00+08:00'));
    await salon.run();
    expect(await salon.givenBy(automation.id)).toEqual([]);
    await runOn('2026-11-25');
    await salon.born('--11-25');
    await salon.run();
    expect(await salon.givenBy(automation.id)).toHaveLength(1);
  });
});

describe('a client who gets none', () => {
  /** What a dry run says, and what the run does: they have to be the same. */
  async function outcome(automationId: string) {
    const dry = await salon.dryRun(automationId);
    await salon.run();
    const given = (await salon.givenBy(automationId)).filter(
      ({ grantedOn }) => grantedOn === dry.day,
    );
    const gets = dry.clients.filter(({ leftOut }) => leftOut === null);
    expect(given.map(({ customerId }) => customerId)).toEqual(gets.map(({ clientId }) => clientId));
    expect(given).toHaveLength(dry.gets);
    const run = await api.database.row<{ granted: number; leftOut: number }>(
      'SELECT granted, left_out AS leftOut FROM automation_run WHERE automation_id = ? AND day = ?',
      [automationId, dry.day],
    );
    const leftOut = dry.leftOut.reduce((sum, { count }) => sum + count, 0);
    expect(run).toEqual({ granted: dry.gets, leftOut });
    return dry;
  }

  it('is told from the others by a dry run that gives nothing, each with the reason', async () => {
    const template = await salon.aTemplate({ perClientCap: 1 });
    const automation = await salon.anAutomation({
      ...{ templateId: template.id, storeIds: [salon.store.id], daysBefore: 0, daysAfter: 0 },
    });
    const birthday = '1990-11-23';
    const gets = await salon.born(birthday);
    const noHome = await salon.born(birthday, { homeStoreId: null });
    const reasons = {
      opted_out: await salon.born(birthday),
      minor: await salon.born('2013-11-23'),
      other_store: await salon.born(birthday, { homeStoreId: salon.other.id }),
      cap_reached: await salon.born(birthday),
    };
    const ofAge = await salon.born('2012-11-23');
    await optOut(reasons.opted_out);
    await salon.give(template.id, reasons.cap_reached);
    await join(await salon.born(birthday), await salon.born('--06-01'));
    const dry = await salon.dryRun(automation.id);
    expect(await salon.givenBy(automation.id)).toEqual([]);
    const verdicts = new Map(dry.clients.map(({ clientId, leftOut }) => [clientId, leftOut]));
    expect(verdicts).toEqual(
      new Map<string, string | null>([
        ...[gets, noHome, ofAge].map((id): [string, null] => [id, null]),
        ...Object.entries(reasons).map(([reason, id]): [string, string] => [id, reason]),
      ]),
    );
    await outcome(automation.id);
  });

  it('comes after the budget of coupons is used up', async () => {
    const automation = await salon.anAutomation({ budgetCount: 2, daysBefore: 0 });
    for (let n = 0; n < 5; n += 1) await salon.born('--11-23');
    const dry = await outcome(automation.id);
    expect([dry.gets, dry.leftOut]).toEqual([2, [{ reason: 'budget_count', count: 3 }]]);
  });

  it('comes after the budget in fen is used up: what coupons can take off at the most counts', async () => {
    const { id: templateId } = await salon.aTemplate({ amountFen: 3_000 });
    const automation = await salon.anAutomation({ templateId, budgetFen: 8_999, daysBefore: 0 });
    for (let n = 0; n < 4; n += 1) await salon.born('--11-23');
    const dry = await outcome(automation.id);
    expect([dry.gets, dry.leftOut]).toEqual([2, [{ reason: 'budget_fen', count: 2 }]]);
    const shown = await salon.get<{ automation: { worthThisYearFen: number } }>(
      ...([salon.tokens.marketing, `/staff/automations/${automation.id}`] as const),
    );
    expect(shown.automation.worthThisYearFen).toBe(6_000);
  });

  it('has the budget of the next year again', async () => {
    const automation = await salon.anAutomation({ budgetCount: 1, daysBefore: 0, daysAfter: 0 });
    await salon.born('--12-31');
    await salon.born('--12-31');
    await salon.born('--01-01');
    await runOn('2026-12-31');
    await runOn('2027-01-01');
    expect(await salon.givenBy(automation.id)).toHaveLength(2);
  });

  it('finds the template stopped or out of stock', async () => {
    const { id: templateId } = await salon.aTemplate({ quota: 1 });
    const automation = await salon.anAutomation({ templateId, daysBefore: 0 });
    await salon.born('--11-23');
    await salon.born('--11-23');
    await salon.run();
    const dry = await salon.dryRun(automation.id);
    expect(dry.leftOut).toEqual([
      { reason: 'had_it', count: 1 },
      { reason: 'not_offered', count: 1 },
    ]);
  });

  it('had hers: a birthday that is changed in the file brings no second one', async () => {
    const automation = await salon.anAutomation({ daysBefore: 0, daysAfter: 0 });
    const id = await salon.born('1990-11-23');
    await salon.run();
    await change(id, '1990-12-24');
    await runOn('2026-12-24');
    // By the other calendar it is a birthday of the next year, and still too near.
    await change(id, '1990-03-10');
    await runOn('2027-03-10');
    expect(await salon.givenBy(automation.id)).toHaveLength(1);
    await runOn('2028-03-10');
    expect(await salon.givenBy(automation.id)).toHaveLength(2);
  });

  it('had hers on the file that was joined to this one', async () => {
    const automation = await salon.anAutomation({ daysBefore: 0, daysAfter: 7 });
    const [from, to] = [await salon.born('--11-23'), await salon.born('--11-25')];
    await salon.run();
    await join(from, to);
    await runOn('2026-11-25');
    expect(await salon.givenBy(automation.id)).toMatchObject([{ customerId: to }]);
  });

  it('said no on either of two files that are one now', async () => {
    const automation = await salon.anAutomation({ daysBefore: 0 });
    const [from, to] = [await salon.born('--11-23'), await salon.born('--11-23')];
    await optOut(from);
    await join(from, to);
    expect((await outcome(automation.id)).leftOut).toEqual([{ reason: 'opted_out', count: 1 }]);
  });
});

it('a run that is asked for gives at once, through a job', async () => {
  const automation = await salon.anAutomation({ daysBefore: 0 });
  await salon.born('--11-23');
  const path = `/staff/automations/${automation.id}/run-now`;
  const answer = taken<{ isQueued: boolean }>(await salon.post(salon.tokens.marketing, path));
  expect(answer.isQueued).toBe(true);
  await the(JobWorker).runDue();
  expect(await salon.givenBy(automation.id)).toHaveLength(1);
});
