import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { KeepStanding, KeepTagRules } from '../../../src/modules/client-view/index.js';
import { addDays } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import { anApi, type Answer } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { TODAY, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aDeskAt, taken, type Desk } from '../checkout/a-desk.js';

type Schemas = components['schemas'];
type Rules = Schemas['TagRulesView'];
type Rule = Schemas['TagRuleDto'];

const RULES = '/staff/client-tag-rules';

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

const service = <T>(type: new (...parts: never[]) => T): T =>
  desk.api.app.get(type, { strict: false });
const walked = (): Promise<void> => service(KeepTagRules).walk();
const told = async (): Promise<void> => {
  await service(JobWorker).runDue();
  await service(KeepStanding).weighMissing();
};

async function aGroup(more: object = {}): Promise<string> {
  const name = `组${newId().slice(-8)}`;
  const body = { name, color: 'leaf', oneOf: false, ...more };
  const { items } = taken<Schemas['TagGroupListView']>(
    await desk.post(desk.manager, '/staff/client-tag-groups', body),
  );
  return items.find((group) => group.name === name)?.id ?? '';
}

async function aFile(more: object = {}): Promise<string> {
  const body = { name: '周小满', ...more };
  const { id } = taken<{ id: string }>(await desk.post(desk.desk, '/staff/clients', body));
  await told();
  return id;
}

/** A tag that a rule keeps, before anybody has it. */
async function aTag(rule: Rule, name = `标${newId().slice(-8)}`): Promise<string> {
  const groupId = await aGroup();
  const { items } = taken<Rules>(await desk.post(desk.manager, RULES, { groupId, name, rule }));
  return items.find((one) => one.groupId === groupId)?.tagId ?? '';
}

const tagsOf = async (id: string): Promise<string[]> => {
  const profile = await desk.get<Schemas['ClientProfileView']>(
    desk.manager,
    `/staff/clients/${id}/profile`,
  );
  return profile.tags.map((tag) => tag.id);
};
const ruleOf = async (tagId: string): Promise<Schemas['TagRuleView'] | undefined> =>
  (await desk.get<Rules>(desk.manager, RULES)).items.find((one) => one.tagId === tagId);
const change = (tagId: string, body: object): Promise<Answer> =>
  desk.api.call(`${RULES}/${tagId}`, { method: 'PATCH', token: desk.manager.token, body });

describe('a tag that follows a rule', () => {
  it('is counted before it is kept, and then on all whom the rule means', async () => {
    const [her, other] = [
      await aFile({ source: 'douyin', birthday: '1990-07-15' }),
      await aFile({ source: 'douyin', birthday: '1990-08-15' }),
    ];
    const rule = { sources: 'douyin,xiaohongshu', birthMonths: '7' };
    const query = new URLSearchParams(rule).toString();
    expect(await desk.get(desk.manager, `${RULES}/count?${query}`)).toEqual({
      ...{ clients: 1, exact: true },
    });
    const tagId = await aTag(rule);
    expect(await ruleOf(tagId)).toMatchObject({ clients: 0, keptOn: null, rule });
    await walked();
    expect([await tagsOf(her), await tagsOf(other)]).toEqual([[tagId], []]);
    expect(await ruleOf(tagId)).toMatchObject({ clients: 1, keptOn: TODAY });
    const list = await desk.get<Schemas['ClientListView']>(
      desk.desk,
      `/staff/client-list?tagIds=${tagId}`,
    );
    expect(list.items.map(({ id }) => id)).toEqual([her]);
  });

  it('stays when hands put their own tags on, and is none of those', async () => {
    const id = await aFile({ source: 'phone' });
    const tagId = await aTag({ sources: 'phone' });
    await walked();
    const set = (tagIds: string[]) =>
      desk.api.call(`/staff/clients/${id}/tags`, {
        ...{ method: 'PUT', token: desk.manager.token, body: { tagIds } },
      });
    expect((await set([])).status).toBeLessThan(300);
    expect(await tagsOf(id)).toEqual([tagId]);
    const other = await aFile({ source: 'walk_in' });
    const byHand = await desk.api.call(`/staff/clients/${other}/tags`, {
      ...{ method: 'PUT', token: desk.manager.token, body: { tagIds: [tagId] } },
    });
    expect([byHand.status, codeOf(byHand)]).toEqual([400, 'INVALID_INPUT']);
  });

  it('comes with what she does and with what her file says, without waiting for the night', async () => {
    const member = await desk.aMember();
    const [came, born] = [await aTag({ visits: '1' }), await aTag({ birthMonths: '3' })];
    await walked();
    expect(await tagsOf(member.id)).toEqual([]);
    const bill = await desk.written({ customerId: member.id });
    taken(await desk.pay(bill, [{ kind: 'cash', amountFen: bill.payFen }]));
    await told();
    expect(await tagsOf(member.id)).toEqual([came]);
    const patch = { birthday: '1990-03-08' };
    taken(
      await desk.api.call(`/staff/clients/${member.id}`, {
        ...{ method: 'PATCH', token: desk.manager.token, body: patch },
      }),
    );
    await told();
    expect(await tagsOf(member.id)).toEqual([came, born].sort());
  });

  it('goes and comes with the days alone', async () => {
    const id = await aFile({ birthday: `--${addDays(TODAY, 40).slice(5)}` });
    const tagId = await aTag({ birthMonths: 'now' });
    await walked();
    expect(await tagsOf(id)).toEqual([]);
    const before = desk.api.clock.now();
    desk.api.clock.set(new Date(before.getTime() + 40 * 86_400_000));
    await walked();
    // Nobody is signed in that long.
    desk.api.clock.set(before);
    expect(await tagsOf(id)).toContain(tagId);
  });

  it('follows the rule when that is changed, and leaves everybody when it is retired', async () => {
    const [walkIn, referred] = [await aFile(), await aFile({ source: 'referral' })];
    const tagId = await aTag({ sources: 'referral' });
    await walked();
    expect(await tagsOf(referred)).toContain(tagId);
    taken(await change(tagId, { rule: { sources: 'walk_in' }, name: '路过的' }));
    await walked();
    expect(
      [await tagsOf(walkIn), await tagsOf(referred)].map((all) => all.includes(tagId)),
    ).toEqual([true, false]);
    taken(await change(tagId, { state: 'retired' }));
    await walked();
    expect(await ruleOf(tagId)).toMatchObject({ name: '路过的', state: 'retired', clients: 0 });
    taken(await change(tagId, { state: 'active' }));
    await walked();
    expect(await tagsOf(walkIn)).toContain(tagId);
  });
});

describe('a rule', () => {
  it.each([
    ['rule', {}],
    ['spendDays', { spendFen: '10000' }],
    ['spendFen', { spendDays: '30' }],
    ['visits', { visitDays: '30' }],
    ['ageTo', { ageFrom: '40', ageTo: '30' }],
    ['tierIds', { tierIds: newId() }],
    ['needIds', { needIds: newId() }],
  ])('is refused naming %s for %j, when counted and when kept', async (field, rule) => {
    const query = new URLSearchParams(rule as Record<string, string>).toString();
    const counted = await desk.api.call(`${RULES}/count?${query}`, { token: desk.manager.token });
    const groupId = await aGroup();
    const kept = await desk.post(desk.manager, RULES, { groupId, name: '标签', rule });
    for (const answer of [counted, kept])
      expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ field }] }]);
  });

  it('asks for no tag that another rule keeps', async () => {
    const tagId = await aTag({ visits: '2' });
    const answer = await desk.api.call(`${RULES}/count?needIds=${tagId}`, {
      token: desk.manager.token,
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
  });

  it('keeps no tag of a group of which everybody has one', async () => {
    const groupId = await aGroup({ oneOf: true });
    const rule = { visits: '1' };
    const answer = await desk.post(desk.manager, RULES, { groupId, name: '标签', rule });
    expect([answer.status, answer.body]).toMatchObject([400, { errors: [{ field: 'groupId' }] }]);
  });

  it('is for owners and managers', async () => {
    for (const role of ['desk', 'therapist', 'consultant', 'marketing', 'finance'] as const) {
      const token = await aStaffToken(desk.api, [role], [desk.store.id]);
      expect([role, (await desk.api.call(RULES, { token })).status]).toEqual([role, 403]);
    }
  });

  it('leaves an entry of who changed it to what', async () => {
    const tagId = await aTag({ visits: '3' });
    taken(await change(tagId, { rule: { visits: '4' } }));
    const rows = await desk.api.database.rows<{ action: string }>(
      `SELECT action FROM audit_log WHERE subject_id = ? ORDER BY id`,
      [tagId],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['tag.added', 'tag.rule_saved', 'tag.rule_saved'],
    ]);
  });
});
