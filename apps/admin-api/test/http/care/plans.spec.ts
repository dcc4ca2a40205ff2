import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { JoinFiles, SplitFiles } from '../../../src/modules/customers/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { addDays } from '../../../src/platform/clock/index.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  agreesOnPaper,
  book,
  codeOf,
  exceptionFor,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCareHouse, type CareHouse } from './a-care-house.js';

type Schemas = components['schemas'];
type Plan = Schemas['CarePlanDto'];
type Who = { readonly token: string };
type Client = Awaited<ReturnType<typeof aClient>>;

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
beforeEach(() => house.api.clock.set(MONDAY_TEN));
afterAll(() => house.close());

const WORDS = { goal: '三个月提亮肤色', problems: '两颊暗沉', homeCare: '早晚美白精华' };
const line = (change: object = {}) => ({
  ...{ lineId: null, serviceId: house.serviceId, productIds: [], times: 3 },
  ...{ minDays: 2, maxDays: 4, firstOn: TODAY, ...change },
});
const planBody = (change: object = {}) => ({
  ...{ storeId: house.store.id, ...WORDS, lines: [line()], propose: true, ...change },
});
const planPath = (clientId: string): string => `/staff/clients/${clientId}/care-plan`;
const agreed = new Map<string, Promise<void>>();
/** She agrees once to what is kept of her health. */
function agreesFirst(clientId: string): Promise<void> {
  const { token } = house.therapistToken;
  const agreeing = agreed.get(clientId) ?? agreesOnPaper(house.api, token, clientId);
  agreed.set(clientId, agreeing);
  return agreeing;
}
async function create(clientId: string, change: object = {}, who = house.therapistToken) {
  await agreesFirst(clientId);
  return house.post(who, planPath(clientId), planBody(change));
}
const planIn = (answer: Answer): Plan => {
  const { plan } = taken<Schemas['CarePlanAnswerDto']>(answer);
  if (!plan) throw new Error('there is no plan');
  return plan;
};
const read = async (clientId: string, who = house.therapistToken): Promise<Plan> =>
  planIn(await house.api.call(planPath(clientId), who));
const agree = (client: Client, version = 1) =>
  house.post(client, '/client/care-plan/agree', { version });
const turn = (plan: Plan, to: string, version = plan.version) =>
  house.post(house.therapistToken, `/staff/care-plans/${plan.id}/state`, { version, to });
const change = (plan: Plan, more: object = {}) =>
  house.post(house.therapistToken, `/staff/care-plans/${plan.id}/versions`, {
    ...planBody({ lines: plan.lines.map(asTyped) }),
    ...{ version: plan.version, reason: '皮肤耐受变好了', ...more },
  });
const asTyped = ({ serviceName: _name, products, ...kept }: Schemas['CarePlanLineDto']) => ({
  ...kept,
  productIds: products.map(({ productId }) => productId),
});
const stages = (plan: Plan): string[] => plan.steps.map(({ stage }) => stage);

/** Hours of one therapist, each used once, so that no two tests want the same. */
const hours = new Map<string, number>();
function at(day: string): string {
  const hour = (hours.get(day) ?? 10) + 1;
  hours.set(day, hour);
  return house.store.at(day, `${hour}:00`);
}
const wish = (start: string, planStepId?: string) => ({
  ...{ storeId: house.store.id, start },
  services: [{ serviceId: house.serviceId, staffId: house.therapist.staffId }],
  ...(planStepId === undefined ? {} : { planStepId }),
});
const bookOwn = (client: Client, stepId: string, day: string) =>
  book(house.api, client.token, wish(at(day), stepId));
const bookPlanned = (stepId: string, day: string, who = house.therapistToken) =>
  house.post(who, '/staff/planned-visits', {
    ...{ storeId: house.store.id, planStepId: stepId, start: at(day) },
    staffId: house.therapist.staffId,
  });
const step = (visitId: string, name: string, body?: object, who: Who = house.manager) =>
  house.post(who, `/staff/appointments/${visitId}/${name}`, body);
/** Serves a visit of today. */
async function serve(visitId: string, who?: Who): Promise<void> {
  for (const name of ['arrive', 'start', 'complete']) taken(await step(visitId, name, {}, who));
}
async function anAgreedPlan(more: object = {}): Promise<{ client: Client; plan: Plan }> {
  const client = await aClient(house.api);
  taken(await create(client.id, more));
  taken(await agree(client));
  return { client, plan: await read(client.id) };
}
const rowsOf = (clientId: string) =>
  house.api.database.rows<{ contents: Buffer }>(
    `SELECT v.contents FROM care_plan_version v JOIN care_plan p ON p.id = v.plan_id
     WHERE p.customer_id = ? ORDER BY v.version`,
    [clientId],
  );

describe('what is planned for a visit', () => {
  it('is asked about with it, its products among it: what came to light since stops the start', async () => {
    const { client, plan } = await anAgreedPlan({
      lines: [line({ productIds: [house.productId], times: 1 })],
    });
    const stepId = plan.steps[0]?.id ?? '';
    const { id } = taken<Visit>(await bookOwn(client, stepId, TODAY));
    // Named by the product alone; the service holds nothing of the kind.
    const own = { ingredientId: null, text: '舒缓面膜', severity: 'severe' };
    await house.allergic(client.id, { allergies: [own] });
    taken(await step(id, 'arrive'));
    expect((await step(id, 'start')).body).toMatchObject({
      ...{ code: 'CARE_CONTRAINDICATED', findings: [{ productId: house.productId }] },
    });
  });
});

describe('a care plan', () => {
  it('is shown to her once it is proposed, as a path in the order of its days', async () => {
    const client = await aClient(house.api);
    const draft = planIn(await create(client.id, { propose: false }));
    expect(draft).toMatchObject({ state: 'draft', version: 1, ...WORDS });
    const mine = async () =>
      (await house.get<Schemas['ClientCarePlanAnswerDto']>(client, '/client/care-plan')).plan;
    expect(await mine()).toBeNull();
    expect(codeOf(await agree(client))).toBe('CARE_PLAN_NOT_FOUND');
    taken(await change(draft));
    const shown = await mine();
    expect(shown).toMatchObject({ state: 'proposed', version: 2, reason: '皮肤耐受变好了' });
    expect(shown?.steps.map(({ plannedOn, stage, no }) => [plannedOn, stage, no])).toEqual([
      [TODAY, 'next', 1],
      [addDays(TODAY, 3), 'later', 2],
      [addDays(TODAY, 6), 'later', 3],
    ]);
    expect(JSON.stringify(shown)).not.toContain('byName');
  });

  it('is written and read by those who treat, each read with an entry, and closed to the desk', async () => {
    const { client } = await anAgreedPlan();
    for (const who of [house.desk, house.owner]) {
      expect(codeOf(await house.api.call(planPath(client.id), who))).toBe('FORBIDDEN');
      expect(codeOf(await create(client.id, {}, who))).toBe('FORBIDDEN');
    }
    const consultant = { token: await aStaffToken(house.api, ['consultant'], [house.store.id]) };
    expect(codeOf(await create(client.id, {}, consultant))).toBe('CARE_PLAN_GOES_ON');
    const stranger = { token: await aStaffToken(house.api, ['therapist'], [house.other.id]) };
    expect(codeOf(await create(client.id, {}, stranger))).toBe('WRONG_STORE');
    const reads = await house.api.database.rows(
      `SELECT 1 FROM audit_log WHERE action = 'care-plan.read' AND subject_id = ?`,
      [client.id],
    );
    expect(reads.length).toBeGreaterThan(1);
  });

  it('stands in the database only sealed, and not beside its key', async () => {
    const { client } = await anAgreedPlan();
    for (const { contents } of await rowsOf(client.id))
      expect(contents.toString('utf8')).not.toContain('提亮');
    const [kept] = await house.api.database.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM idempotency_key WHERE CAST(response AS CHAR) LIKE '%提亮%'`,
      [],
    );
    expect(Number(kept?.n)).toBe(0);
  });

  it('is one at a time, also where two write at once; the next may come once it is over', async () => {
    const { id } = await aClient(house.api);
    const answers = await Promise.all([create(id), create(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    taken(await turn(await read(id), 'stopped'));
    expect((await create(id)).status).toBe(201);
  });

  it('takes nothing that the catalogue does not know, and no rhythm that contradicts itself', async () => {
    const { id } = await aClient(house.api);
    const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    for (const wrong of [{ serviceId: unknown }, { productIds: [unknown] }, { maxDays: 1 }])
      expect((await create(id, { lines: [line(wrong)] })).body).toMatchObject({
        errors: [{ field: 'lines' }],
      });
  });
});

describe('her yes', () => {
  it('is given once, however often she taps, and to what she read', async () => {
    const client = await aClient(house.api);
    const plan = planIn(await create(client.id));
    const answers = await Promise.all([agree(client), agree(client)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const said = await house.api.database.rows(
      `SELECT 1 FROM audit_log WHERE action = 'care-plan.agreed' AND subject_id = ?`,
      [client.id],
    );
    expect(said).toHaveLength(1);
    taken(await change(plan));
    expect(codeOf(await agree(client))).toBe('CARE_PLAN_CHANGED');
    expect(await read(client.id)).toMatchObject({ state: 'proposed', agreedVersion: 1 });
  });

  it('is asked for again after each change, which has its reason; of two at once one is late', async () => {
    const { client, plan } = await anAgreedPlan();
    const answers = await Promise.all([change(plan), change(plan, { goal: '淡化色斑' })]);
    expect(answers.map(codeOf).sort()).toEqual(['CARE_PLAN_CHANGED', undefined].sort());
    const now = await read(client.id);
    expect(now.versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '皮肤耐受变好了'],
      [1, ''],
    ]);
    const refused = await bookOwn(client, now.steps[0]?.id ?? '', TODAY);
    expect(codeOf(refused)).toBe('CARE_PLAN_STATE');
  });
});

describe('a visit of a plan', () => {
  it('is booked from it, begins it when it is served, and the last one ends it', async () => {
    const { client, plan } = await anAgreedPlan({ lines: [line({ times: 2 })] });
    const [first, second] = plan.steps;
    const visit = taken<Visit>(await bookOwn(client, first?.id ?? '', TODAY));
    expect(stages(await read(client.id))).toEqual(['booked', 'next']);
    expect(codeOf(await bookPlanned(first?.id ?? '', TODAY))).toBe('CARE_PLAN_STEP_TAKEN');
    await serve(visit.id);
    const begun = await read(client.id);
    expect([begun.state, ...stages(begun)]).toEqual(['active', 'done', 'next']);
    expect(begun.steps[1]).toMatchObject({ earliestOn: addDays(TODAY, 2) });
    const soon = await bookPlanned(second?.id ?? '', addDays(TODAY, 1));
    expect([soon.status, codeOf(soon)]).toEqual([409, 'CARE_PLAN_TOO_SOON']);
    expect(soon.body).toMatchObject({ earliestOn: addDays(TODAY, 2) });
    const last = taken<Visit>(await bookPlanned(second?.id ?? '', addDays(TODAY, 2)));
    house.api.clock.set(new Date(house.store.at(addDays(TODAY, 2), '20:00')));
    const manager = { token: await aStaffToken(house.api, ['manager'], [house.store.id]) };
    await serve(last.id, manager);
    const over = await read(client.id, manager);
    expect(over).toMatchObject({ state: 'done', progress: { done: 2, total: 2 } });
    expect((await create(client.id, {}, manager)).status).toBe(201);
  });

  it('is free again when it is cancelled, and keeps its distance when it is moved', async () => {
    const { client, plan } = await anAgreedPlan({ lines: [line({ minDays: 3, maxDays: 5 })] });
    const [first, second] = plan.steps.map(({ id }) => id);
    const one = taken<Visit>(await bookOwn(client, first ?? '', addDays(TODAY, 1)));
    const two = taken<Visit>(await bookOwn(client, second ?? '', addDays(TODAY, 5)));
    const moved = await step(two.id, 'move', { start: at(addDays(TODAY, 3)), version: 1 });
    expect(moved.body).toMatchObject({
      ...{ code: 'CARE_PLAN_TOO_SOON', earliestOn: addDays(TODAY, 4) },
    });
    taken(await step(one.id, 'cancel', { reason: '顾客临时有事' }));
    const freed = await read(client.id);
    expect(stages(freed)).toEqual(['booked', 'next', 'later']);
    expect(freed.steps.find(({ id }) => id === first)?.earliestOn).toBe(addDays(TODAY, 8));
    taken(await step(two.id, 'move', { start: at(addDays(TODAY, 3)), version: 1 }));
  });

  it('of two who book the same one is one’s', async () => {
    const { client, plan } = await anAgreedPlan();
    const stepId = plan.steps[0]?.id ?? '';
    const answers = await Promise.all([
      bookOwn(client, stepId, addDays(TODAY, 7)),
      bookPlanned(stepId, addDays(TODAY, 8)),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(['CARE_PLAN_STEP_TAKEN', undefined].sort());
  });

  it('is done once, however often its visit is completed at once', async () => {
    const { client, plan } = await anAgreedPlan();
    const visit = taken<Visit>(await bookOwn(client, plan.steps[0]?.id ?? '', TODAY));
    for (const name of ['arrive', 'start']) taken(await step(visit.id, name, {}));
    const answers = await Promise.all([step(visit.id, 'complete'), step(visit.id, 'complete')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(client.id)).progress).toMatchObject({ done: 1, booked: 0 });
  });

  it('is hers alone: another client neither books, rates nor sees it', async () => {
    const { plan } = await anAgreedPlan();
    const stranger = await aClient(house.api);
    const stepId = plan.steps[0]?.id ?? '';
    expect(codeOf(await bookOwn(stranger, stepId, TODAY))).toBe('CARE_PLAN_STEP_NOT_FOUND');
    const path = `/client/care-plan/steps/${stepId}/rating`;
    const answer = await house.put(stranger, path, { score: 5, words: '' });
    expect(codeOf(answer)).toBe('CARE_PLAN_STEP_NOT_FOUND');
    expect((await house.get<{ plan: null }>(stranger, '/client/care-plan')).plan).toBeNull();
  });

  it('is overdue after its last day, and nothing is while the plan rests', async () => {
    const lines = [line({ maxDays: 2, firstOn: addDays(TODAY, -1) })];
    const { client, plan } = await anAgreedPlan({ lines });
    expect(await read(client.id)).toMatchObject({ progress: { overdue: 1 } });
    taken(await turn(plan, 'paused'));
    expect(stages(await read(client.id))).toEqual(['later', 'later', 'later']);
    const refused = await bookOwn(client, plan.steps[0]?.id ?? '', addDays(TODAY, 1));
    expect(codeOf(refused)).toBe('CARE_PLAN_STATE');
    taken(await turn(plan, 'active'));
    expect(stages(await read(client.id))[0]).toBe('overdue');
  });

  it('that is booked or done cannot be planned away', async () => {
    const { client, plan } = await anAgreedPlan();
    const visit = taken<Visit>(await bookOwn(client, plan.steps[0]?.id ?? '', TODAY));
    await serve(visit.id);
    const now = await read(client.id);
    const away = await change(now, { lines: [line()] });
    expect(away.body).toMatchObject({ errors: [{ field: 'lines' }] });
    const [kept] = now.lines.map(asTyped);
    const more = planIn(
      await change(now, { lines: [{ ...kept, times: 5, minDays: 7, maxDays: 9 }] }),
    );
    expect(stages(more)).toEqual(['done', 'next', 'later', 'later', 'later']);
    expect(more.steps[1]?.earliestOn).toBe(addDays(TODAY, 7));
    taken(await agree(client, 2));
    expect((await read(client.id)).state).toBe('active');
  });
});

describe('how she liked it', () => {
  it('is said of a visit that is over, may be said anew, and shows in the effect', async () => {
    const { client, plan } = await anAgreedPlan();
    const stepId = plan.steps[0]?.id ?? '';
    const rate = (score: number, words = '') =>
      house.put(client, `/client/care-plan/steps/${stepId}/rating`, { score, words });
    expect(codeOf(await rate(5))).toBe('CARE_PLAN_STATE');
    const visit = taken<Visit>(await bookOwn(client, stepId, TODAY));
    await serve(visit.id);
    taken(await rate(3, '有点疼'));
    taken(await rate(4, '第二天就不红了'));
    const now = await read(client.id);
    expect(now).toMatchObject({
      satisfaction: 4,
      steps: [{ score: 4, scoreWords: '第二天就不红了' }, {}, {}],
    });
    const [row] = await house.api.database.rows<{ words: Buffer }>(
      'SELECT score_words AS words FROM care_plan_step WHERE id = ?',
      [stepId],
    );
    expect(row?.words.toString('utf8')).not.toContain('不红');
  });
});

describe('what her health speaks against', () => {
  const reason = '已做小面积试用';

  it('is not planned, service or product, without two people, whose names stand on the plan', async () => {
    const client = await aClient(house.api);
    taken(await house.allergic(client.id));
    const refused = await create(client.id);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'CARE_CONTRAINDICATED']);
    expect(JSON.stringify(refused.body)).not.toContain(house.ingredientName);
    const plan = planIn(
      await create(client.id, await exceptionFor(house, refused, { ...house.manager, reason })),
    );
    expect(plan.overrides).toMatchObject([
      { contextKind: 'plan', contextId: plan.id, givenName: '娜娜', approvedName: '娜娜' },
    ]);
    expect(plan.overrides[0]?.reason).toBe(reason);
    const product = { lines: [{ ...plan.lines.map(asTyped)[0], productIds: [house.productId] }] };
    expect(codeOf(await change(plan, product))).toBe('CARE_CONTRAINDICATED');
    taken(await agree(client));
    // What they answered for stands for the visit too, and for no other of hers.
    const visit = await bookOwn(client, plan.steps[0]?.id ?? '', addDays(TODAY, 2));
    expect(visit.status).toBe(201);
    expect(codeOf(await book(house.api, client.token, wish(at(addDays(TODAY, 2)))))).toBe(
      'CARE_CONTRAINDICATED',
    );
  });
});

describe('a client whose files are joined', () => {
  it('keeps her plan under her key, and gets it back when they are two again', async () => {
    const [{ client: from, plan }, { client: to }] = [await anAgreedPlan(), await anAgreedPlan()];
    const join = house.api.app.get(JoinFiles, { strict: false });
    const split = house.api.app.get(SplitFiles, { strict: false });
    const mergeId = await house.api.unitOfWork.run((tx) => join.execute(tx, from.id, to.id));
    const state = async () =>
      await house.api.database.row<{ state: string; owner: string }>(
        'SELECT state, customer_id AS owner FROM care_plan WHERE id = ?',
        [plan.id],
      );
    expect(await state()).toEqual({ state: 'stopped', owner: to.id });
    expect((await read(to.id)).state).toBe('agreed');
    const by = { id: newId(), name: '店长', reason: '其实是两个人' };
    await house.api.unitOfWork.run((tx) => split.execute(tx, mergeId, by));
    expect(await state()).toEqual({ state: 'agreed', owner: from.id });
    expect((await read(from.id)).goal).toBe(WORDS.goal);
  });
});
