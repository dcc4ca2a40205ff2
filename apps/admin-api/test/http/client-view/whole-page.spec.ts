import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statementsOf } from '../../support/count-statements.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_FORMULA, AN_ASSESSMENT } from '../../support/given/assessments.js';
import { A_TREATMENT } from '../../support/given/care.js';
import { TODAY, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aCareHouse, type CareHouse } from '../care/a-care-house.js';
import { taken } from '../checkout/a-desk.js';

type Page = components['schemas']['ClientPageView'];
type Role = 'desk' | 'therapist' | 'consultant' | 'manager' | 'marketing' | 'finance' | 'owner';

/** Each part of the page with the route that answers it alone. */
const PARTS: readonly (readonly [string, (page: Page) => unknown])[] = [
  ['', (page) => page.overview],
  ['/profile', (page) => page.profile],
  ['/notes', (page) => page.notes],
  ['/time-line', (page) => page.timeLine],
  ['/care-summary', (page) => page.cautions ?? undefined],
  ['/consents', (page) => page.consents],
  ['/questionnaires', (page) => page.questionnaires],
  ['/marketing-choice', (page) => page.marketing],
  ['/wallet', (page) => page.money?.wallet],
  ['/wallet/statement', (page) => page.money?.statement],
  ['/tier', (page) => page.money?.tier],
  ['/points', (page) => page.money?.points],
  ['/packages', (page) => page.money?.packages],
  ['/care-plan', (page) => page.care?.plan ?? undefined],
  ['/assessments', (page) => page.care?.assessments ?? undefined],
  ['/formulas', (page) => page.care?.formulas ?? undefined],
  ['/treatments', (page) => page.care?.treatments ?? undefined],
];
const READS = [
  ...['health.read', 'notes.read', 'treatment.read', 'care-plan.read', 'assessment.read'],
  'formula.read',
] as const;
/** More would mean that a part is read anew for every line of it, or twice. */
const MOST_STATEMENTS = 130;

let house: CareHouse;
let clientId: string;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  const member = await house.aMember();
  clientId = member.id;
  const { therapistToken: therapist, manager, serviceId, store } = house;
  const path = `/staff/clients/${clientId}`;
  await house.allergic(clientId, { allergies: [{ ...house.allergy, severity: 'mild' }] });
  const line = { lineId: null, serviceId, productIds: [], times: 3, minDays: 2, maxDays: 4 };
  const sheet = { on: TODAY, appointmentId: null };
  const visit = await house.visit('15:00', member);
  for (const step of ['arrive', 'start'])
    taken(await house.post(house.desk, `/staff/appointments/${visit.id}/${step}`, {}));
  const written: [string, object][] = [
    [`${path}/notes`, { text: '喜欢靠窗的床位', visibility: 'care' }],
    [`${path}/assessments`, { ...AN_ASSESSMENT, ...sheet, released: false }],
    [`${path}/formulas`, { ...sheet, contents: A_FORMULA }],
    [
      `/staff/appointments/${visit.id}/treatment`,
      { ...A_TREATMENT, done: [{ serviceId, parameters: [] }] },
    ],
    [
      `${path}/care-plan`,
      {
        ...{ storeId: store.id, goal: '三个月提亮肤色', problems: '暗沉', homeCare: '防晒' },
        ...{ lines: [{ ...line, firstOn: TODAY }], propose: true },
      },
    ],
  ];
  for (const [to, body] of written)
    taken(await house.post(to.includes('treatment') ? manager : therapist, to, body));
});
afterAll(() => house.close());

const as = async (role: Role) => ({
  token: await aStaffToken(house.api, [role], [house.store.id]),
});
const pageOf = (who: { token: string }): Promise<Page> =>
  house.get(who, `/staff/clients/${clientId}/page`);
async function entries(): Promise<Record<string, number>> {
  const rows = await house.api.database.rows<{ action: string; n: number }>(
    'SELECT action, COUNT(*) AS n FROM audit_log WHERE subject_id = ? GROUP BY action',
    [clientId],
  );
  return Object.fromEntries(rows.map(({ action, n }) => [action, Number(n)]));
}
async function readsWhile(work: () => Promise<unknown>): Promise<number[]> {
  const before = await entries();
  await work();
  const after = await entries();
  return READS.map((action) => (after[action] ?? 0) - (before[action] ?? 0));
}

describe('GET /staff/clients/{id}/page', () => {
  it.each<Role>(['desk', 'therapist', 'consultant', 'manager', 'marketing', 'finance', 'owner'])(
    'answers a %s what each route would answer alone, and nothing of what one refuses',
    async (role) => {
      const who = await as(role);
      const page = await pageOf(who);
      expect(page.missing).toEqual([]);
      for (const [path, part] of PARTS) {
        const alone = await house.api.call(`/staff/clients/${clientId}${path}`, who);
        expect([path, part(page)]).toEqual([path, alone.status === 403 ? undefined : alone.body]);
      }
    },
  );

  it('writes each read of hers down once for those who treat, and nothing for the desk', async () => {
    const [therapist, desk] = [await as('therapist'), await as('desk')];
    expect(await readsWhile(() => pageOf(therapist))).toEqual(READS.map(() => 1));
    expect(await readsWhile(() => pageOf(desk))).toEqual(READS.map(() => 0));
  });

  it('asks for no more the longer her history is', async () => {
    const manager = house.manager;
    await pageOf(manager);
    const before = await statementsOf(house.api, () => pageOf(manager));
    const path = `/staff/clients/${clientId}/assessments`;
    for (let n = 0; n < 5; n += 1) {
      const body = { ...AN_ASSESSMENT, on: TODAY, appointmentId: null, released: false };
      taken(await house.post(house.therapistToken, path, body));
    }
    const after = await statementsOf(house.api, () => pageOf(manager));
    expect(after.length).toBe(before.length);
    expect(after.length).toBeLessThanOrEqual(MOST_STATEMENTS);
  });

  it('refuses the desk of a store that is not hers, and an id that nobody has', async () => {
    const path = `/staff/clients/${clientId}/page?storeId=${house.other.id}`;
    expect((await house.api.call(path, await as('desk'))).status).toBe(403);
    // Whoever treats is refused before her file is read: the log tells of the one page that was shown.
    const therapist = await as('therapist');
    const reads = await readsWhile(async () => {
      expect((await house.api.call(path, therapist)).status).toBe(403);
      await pageOf(therapist);
    });
    expect(reads).toEqual(READS.map(() => 1));
    const nobody = '/staff/clients/01J00000000000000000000000/page';
    const answer = await house.api.call(nobody, house.manager);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'CLIENT_NOT_FOUND']);
  });
});

describe('her time line', () => {
  type Line = components['schemas']['TimeLineView'];
  const lineOf = async (query: string, who = house.therapistToken): Promise<Line> =>
    house.get(who, `/staff/clients/${clientId}/time-line?${query}`);
  const kindsOf = async (group: string, who?: { token: string }): Promise<string[]> =>
    [...new Set((await lineOf(`group=${group}`, who)).items.map(({ kind }) => kind))].sort();

  it('tells of assessments, the plan and what she signed, each to whoever may read it', async () => {
    house.api.clock.set(new Date(house.store.at(TODAY, '21:00')));
    const therapist = await as('therapist');
    expect(await kindsOf('care', therapist)).toEqual([
      ...['assessment', 'care_plan', 'health', 'treatment'],
    ]);
    expect(await kindsOf('papers', therapist)).toEqual(['consent']);
    expect(await kindsOf('papers', await as('marketing'))).toEqual(['consent']);
    expect(await kindsOf('care', await as('desk'))).toEqual([]);
  });

  it('turns its pages without losing or repeating a thing, whatever kind it is', async () => {
    house.api.clock.set(new Date(house.store.at(TODAY, '21:00')));
    const therapist = await as('therapist');
    const plan = (await pageOf(therapist)).care?.plan?.plan;
    if (!plan) throw new Error('she has no plan');
    const lines = plan.lines.map(({ serviceName: _name, products: _products, ...kept }) => ({
      ...{ ...kept, productIds: [] },
    }));
    for (let version = 1; version <= 22; version += 1)
      taken(
        await house.post(therapist, `/staff/care-plans/${plan.id}/versions`, {
          ...{ storeId: house.store.id, goal: plan.goal, problems: '', homeCare: '' },
          ...{ lines, propose: true, version, reason: '调整' },
        }),
      );
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: Line = await lineOf(`group=care${cursor && `&cursor=${cursor}`}`, therapist);
      seen.push(...page.items.map(({ kind, id }) => `${kind}.${id}`));
      cursor = page.nextCursor;
    }
    expect(seen.filter((one) => one.startsWith('care_plan.'))).toHaveLength(23);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('is silent of assessments and plans once she takes her consent back', async () => {
    house.api.clock.set(new Date(house.store.at(TODAY, '21:30')));
    const manager = await as('manager');
    const path = `/staff/clients/${clientId}/consents/withdraw`;
    expect((await house.post(manager, path, { kind: 'health' })).status).toBe(200);
    expect(await kindsOf('care', await as('therapist'))).toEqual(['health', 'treatment']);
  });
});
