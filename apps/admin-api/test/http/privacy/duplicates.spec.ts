import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { FindDuplicates } from '../../../src/modules/privacy/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { MONDAY_TEN, aStore, codeOf } from '../../support/given/index.js';
import { aPhone, aStaffToken } from '../../support/people.js';

type Schemas = components['schemas'];
type Pair = Schemas['DuplicateDto'];

let schema: FreshSchema;
let api: TestApi;
let manager: string;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  api.clock.set(MONDAY_TEN);
  manager = await aStaffToken(api, ['manager'], [(await aStore(api)).id]);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

const post = (path: string, body: object = {}): Promise<Answer> =>
  api.call(path, { token: manager, body, headers: { 'idempotency-key': randomUUID() } });

async function aFile(name: string, more: object = {}): Promise<string> {
  const { status, body } = await post('/staff/clients', { name, phone: aPhone(), ...more });
  expect(status).toBe(201);
  return (body as { id: string }).id;
}

/** What stands in the list between these two, after everything was looked at. */
async function pairOf(one: string, other: string): Promise<Pair | undefined> {
  await api.app.get(FindDuplicates).find(undefined, -1_000);
  for (let cursor = ''; ;) {
    const { body } = await api.call(`/staff/duplicates${cursor}`, { token: manager });
    const { items, nextCursor } = body as Schemas['DuplicateListDto'];
    const ids = [one, other].sort();
    const pair = items.find(
      ({ older, newer }) => [older.id, newer.id].sort().join() === ids.join(),
    );
    if (pair || nextCursor === undefined) return pair;
    cursor = `?cursor=${nextCursor}`;
  }
}

const BORN = { birthday: '1990-03-09' };

describe('files that may be one person’s', () => {
  it('are found by one phone and one name, not where a family shares a phone', async () => {
    const phone = aPhone();
    const first = await aFile('沈知夏', { phone });
    const second = await aFile('沈知夏');
    await post(`/staff/clients/${second}/phones`, { phone, label: '本人', shared: true });
    const mother = await aFile('陆秀兰');
    await post(`/staff/clients/${mother}/phones`, { phone, label: '妈妈', shared: true });
    expect((await pairOf(first, second))?.reasons).toContain('phone');
    expect(await pairOf(first, mother)).toBeUndefined();
  });

  it('are found by names that sound alike with one birthday, the older file first', async () => {
    const older = await aFile('顾晓蔓', BORN);
    const newer = await aFile('顾小曼', BORN);
    const pair = await pairOf(newer, older);
    expect(pair?.reasons).toEqual(['birthday']);
    expect([pair?.older.id, pair?.newer.id]).toEqual([older, newer]);
    expect(pair?.older.phoneMasked).toMatch(/^\*{7}\d{4}$/);
  });

  it('are found once a file is changed, and gone from the list once that was mended', async () => {
    const [one, other] = [await aFile('温若素', BORN), await aFile('温如玉')];
    expect(await pairOf(one, other)).toBeUndefined();
    const patch = (body: object) =>
      api.call(`/staff/clients/${other}`, { method: 'PATCH', token: manager, body });
    await patch({ name: '温若素', ...BORN });
    expect((await pairOf(one, other))?.reasons).toEqual(['birthday']);
    await patch({ name: '温如玉' });
    expect(await pairOf(one, other)).toBeUndefined();
  });

  it('said to be two people are not shown again, whatever is changed', async () => {
    const [one, other] = [await aFile('江疏影', BORN), await aFile('江疏影', BORN)];
    const pair = await pairOf(one, other);
    expect((await post(`/staff/duplicates/${pair?.id}/dismiss`)).status).toBe(204);
    await api.call(`/staff/clients/${other}`, {
      ...{ method: 'PATCH', token: manager, body: { gender: 'female', birthday: '1990-03-10' } },
    });
    await api.call(`/staff/clients/${other}`, { method: 'PATCH', token: manager, body: BORN });
    expect(await pairOf(one, other)).toBeUndefined();
    const again = await post(`/staff/duplicates/${pair?.id}/dismiss`);
    expect([again.status, codeOf(again)]).toEqual([404, 'DUPLICATE_NOT_FOUND']);
  });

  it('leave the list when they are merged, and stay two people when that is undone', async () => {
    const [one, other] = [await aFile('白芷兰', BORN), await aFile('白芷兰', BORN)];
    expect(await pairOf(one, other)).toBeDefined();
    const merge = await post('/staff/merges', { fromId: other, toId: one, reason: '同一位顾客' });
    expect(await pairOf(one, other)).toBeUndefined();
    const { mergeId } = merge.body as Schemas['MergedDto'];
    const undone = await post(`/staff/merges/${mergeId}/undo`, { reason: '其实是两个人' });
    expect(undone.status).toBe(204);
    expect(await pairOf(one, other)).toBeUndefined();
  });

  it('are found once when two processes look at once', async () => {
    const [one, other] = [await aFile('秦望舒', BORN), await aFile('秦望舒', BORN)];
    const find = api.app.get(FindDuplicates);
    await Promise.all([find.find(undefined, -1_000), find.find(undefined, -1_000)]);
    expect(await pairOf(one, other)).toBeDefined();
  });
});
