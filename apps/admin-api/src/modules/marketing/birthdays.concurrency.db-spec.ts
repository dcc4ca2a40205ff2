import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { aBirthdaySalon, type BirthdaySalon } from '../../../test/support/given/birthdays.js';
import { MONDAY_TEN } from '../../../test/support/given/index.js';
import { RunAutomations } from './index.js';

const CLIENTS = 60;
const BIRTHDAY = '1990-11-23';
const LONG_MS = 180_000;

let schema: FreshSchema;
let api: TestApi;
let other: TestApi;
let salon: BirthdaySalon;
let clients: string[];
beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  other = await anApi(schema.url, { WECHAT_API_ORIGIN: api.sandbox.url });
  salon = await aBirthdaySalon(api);
  clients = [];
  for (let n = 0; n < CLIENTS; n += 1) clients.push(await salon.born(BIRTHDAY));
}, LONG_MS);
afterAll(async () => {
  await other.close();
  await api.close();
  await schema.drop();
});
beforeEach(async () => {
  for (const one of [api, other]) one.clock.set(MONDAY_TEN);
  await api.unitOfWork.run((tx) => tx.run("UPDATE automation SET state = 'off'"));
});

/** Workers of two houses that do not know of each other, four at once. */
async function allAtOnce(): Promise<void> {
  const runs = [api, other, api, other].map((one) => one.app.get(RunAutomations).runDue());
  await Promise.all(runs);
}

const year = (automationId: string) =>
  api.database.row<{ granted: number; worthFen: number }>(
    'SELECT granted, worth_fen AS worthFen FROM automation_year WHERE automation_id = ?',
    [automationId],
  );
const couponsOf = async (templateId: string): Promise<number> =>
  Number(
    (
      await api.database.row<{ n: unknown }>(
        'SELECT COUNT(*) AS n FROM coupon WHERE template_id = ?',
        [templateId],
      )
    )?.n,
  );

it(
  'four workers of two houses give each client one, and count each once',
  async () => {
    const automation = await salon.anAutomation({ daysBefore: 0 });
    await allAtOnce();
    const given = await salon.givenBy(automation.id);
    expect(given.map(({ customerId }) => customerId).sort()).toEqual([...clients].sort());
    expect(await couponsOf(automation.templateId)).toBe(CLIENTS);
    expect(await year(automation.id)).toMatchObject({ granted: CLIENTS });
  },
  LONG_MS,
);

it.each([
  ['of coupons', { budgetCount: 25 }, 25],
  ['in fen', { budgetFen: 25 * 5_000 + 4_999 }, 25],
])(
  'a budget %s is used up to the last and never passed',
  async (_what, budget, most) => {
    const automation = await salon.anAutomation({ daysBefore: 0, ...budget });
    await allAtOnce();
    expect(await salon.givenBy(automation.id)).toHaveLength(most);
    expect(await couponsOf(automation.templateId)).toBe(most);
    expect(await year(automation.id)).toMatchObject({ granted: most });
  },
  LONG_MS,
);

it(
  'a run that is broken off is not written down as done, and the next one gives what is left',
  async () => {
    const automation = await salon.anAutomation({ daysBefore: 0 });
    const stop = new AbortController();
    const runs = api.app.get(RunAutomations);
    const broken = runs.runDue(stop.signal);
    // Once some were given, as the house that stops would.
    while ((await salon.givenBy(automation.id)).length < 5) continue;
    stop.abort();
    await broken;
    const before = (await salon.givenBy(automation.id)).length;
    expect(before).toBeLessThan(CLIENTS);
    await other.app.get(RunAutomations).runDue();
    expect(await salon.givenBy(automation.id)).toHaveLength(CLIENTS);
    expect(await couponsOf(automation.templateId)).toBe(CLIENTS);
  },
  LONG_MS,
);

it(
  'a run whose automation is switched off while it gives stops there and is not written down as done',
  async () => {
    const automation = await salon.anAutomation({ daysBefore: 0 });
    const running = api.app.get(RunAutomations).runDue();
    while ((await salon.givenBy(automation.id)).length < 5) continue;
    await api.unitOfWork.run((tx) =>
      tx.run("UPDATE automation SET state = 'off', version = version + 1 WHERE id = ?", [
        automation.id,
      ]),
    );
    const soFar = (await salon.givenBy(automation.id)).length;
    await running;
    // The one whose transaction had looked already may still come.
    expect((await salon.givenBy(automation.id)).length).toBeLessThanOrEqual(soFar + 1);
    await other.app.get(RunAutomations).runDue();
    expect((await salon.givenBy(automation.id)).length).toBeLessThan(CLIENTS);
    const runs = 'SELECT 1 FROM automation_run WHERE automation_id = ?';
    expect(await api.database.rows(runs, [automation.id])).toEqual([]);
  },
  LONG_MS,
);
