import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { KeepStanding } from '../../../src/modules/client-view/index.js';
import { addDays } from '../../../src/platform/clock/index.js';
import { anApi, type Answer } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { TODAY } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aDeskAt, taken, type Desk } from '../checkout/a-desk.js';

type Schemas = components['schemas'];
type Policy = Schemas['StandingPolicyView'];

const POLICY = '/staff/client-standing-policy';
const HOUSE: Schemas['StandingLimitsDto'] = {
  ...{ newWithinDays: 60, newVisits: 2, sleepingAfterDays: 90, lostAfterDays: 180 },
  ...{ recencyDays: [30, 60, 90, 180], frequencyVisits: [2, 4, 8, 12] },
  monetaryFen: [50_000, 150_000, 500_000, 1_200_000],
};

let schema: FreshSchema;
let desk: Desk;
beforeAll(async () => {
  schema = await freshSchema();
  desk = await aDeskAt(await anApi(schema.url));
});
afterAll(async () => {
  await desk.api.close();
  await schema.drop();
});

const keep = (): KeepStanding => desk.api.app.get(KeepStanding, { strict: false });

/** A weighed file with one visit so many days ago. */
async function aFile(daysAgo: number): Promise<string> {
  const { id } = taken<{ id: string }>(
    await desk.post(desk.desk, '/staff/clients', { name: '周小满' }),
  );
  await desk.api.unitOfWork.run((tx) =>
    tx.run(
      `INSERT INTO member_activity (customer_id, kind, amount_fen, bonus_fen, happened_on, store_id, source_kind,
         source_id, origin_id, sign, created_at) VALUES (?, 'visit', 0, 0, ?, ?, 'appointment', ?, ?, 1, ?)`,
      [id, addDays(TODAY, -daysAgo), desk.store.id, id, id, desk.api.clock.now()],
    ),
  );
  await keep().weighMissing();
  return id;
}

const put = (limits: object, token = desk.manager.token): Promise<Answer> =>
  desk.api.call(POLICY, { method: 'PUT', token, body: limits });
const stageOf = async (id: string): Promise<unknown> =>
  (await desk.get<Schemas['ClientOverviewView']>(desk.manager, `/staff/clients/${id}`)).standing
    ?.stage;
const previewed = async (query: string): Promise<Record<string, number>> => {
  const { stages, exact } = await desk.get<Schemas['StandingPreviewView']>(
    desk.manager,
    `${POLICY}/preview?${query}`,
  );
  expect(exact).toBe(true);
  return Object.fromEntries(stages.map(({ stage, clients }) => [stage, clients]));
};

describe('the limits by which clients stand', () => {
  it('are looked at ahead, and hold for everybody once they are saved', async () => {
    const [lately, long] = [await aFile(20), await aFile(50)];
    const before = await previewed('');
    const limits = { ...HOUSE, sleepingAfterDays: 30, lostAfterDays: 45, newWithinDays: 10 };
    const then = await previewed('sleepingAfterDays=30&lostAfterDays=45&newWithinDays=10');
    expect(then['lost']).toBe((before['lost'] ?? 0) + 1);
    expect(await stageOf(long)).toBe('new');
    const saved = taken<Policy>(await put(limits));
    expect(saved).toMatchObject(limits);
    expect(saved.waiting).toBeGreaterThanOrEqual(2);
    await keep().judgeOlder();
    expect((await desk.get<Policy>(desk.desk, POLICY)).waiting).toBe(0);
    expect([await stageOf(lately), await stageOf(long)]).toEqual(['active', 'lost']);
    expect(await previewed('')).toEqual(then);
    taken(await put(HOUSE));
    await keep().judgeOlder();
    expect(await previewed('')).toEqual(before);
  });

  it('moves on with the days by the new limits too', async () => {
    const id = await aFile(20);
    taken(await put({ ...HOUSE, sleepingAfterDays: 22, lostAfterDays: 400 }));
    await keep().judgeOlder();
    const before = desk.api.clock.now();
    desk.api.clock.set(new Date(before.getTime() + 4 * 86_400_000));
    await keep().weighDue();
    desk.api.clock.set(before);
    expect(await stageOf(id)).toBe('sleeping');
    taken(await put(HOUSE));
    await keep().judgeOlder();
  });

  it.each([
    ['lostAfterDays', { lostAfterDays: 90 }],
    ['recencyDays', { recencyDays: [30, 20, 90, 180] }],
    ['frequencyVisits', { frequencyVisits: [2, 2, 8, 12] }],
    ['monetaryFen', { monetaryFen: [1, 2, 3] }],
  ])('are refused naming %s for %j', async (field, wrong) => {
    const answer = await put({ ...HOUSE, ...wrong });
    expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ field }] }]);
  });

  it('are changed by owners and managers, and whoever did is kept', async () => {
    for (const role of ['desk', 'therapist', 'consultant', 'marketing', 'finance'] as const) {
      const token = await aStaffToken(desk.api, [role], [desk.store.id]);
      expect([role, (await put(HOUSE, token)).status]).toEqual([role, 403]);
    }
    const entries = `SELECT COUNT(*) AS n FROM audit_log WHERE action = 'client-standing.policy-changed'`;
    const before = await desk.api.database.row<{ n: number }>(entries);
    taken(await put(HOUSE));
    const after = await desk.api.database.row<{ n: number }>(entries);
    expect(Number(after?.n)).toBe(Number(before?.n) + 1);
  });
});
