import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migratedSchema, type MigratedSchema } from '../../test/support/database/index.js';
import { newId } from '../platform/ids/index.js';
import { NoHealthTags1760000000064 } from './0064-no-health-tags.js';

let schema: MigratedSchema;
let runner: MigratedSchema['runner'];
beforeAll(async () => {
  schema = await migratedSchema();
  ({ runner } = schema);
});
afterAll(() => schema.drop());

const DAY = 86_400_000;
const BORN = Date.parse('2026-11-20T00:00:00Z');

async function aTag(ofHealth: boolean): Promise<string> {
  const [group, tag] = [newId(), newId()];
  await schema.put('customer_tag_group', {
    ...{ id: group, name: group.slice(-12), color: 'leaf', one_of: 0, of_health: ofHealth ? 1 : 0 },
    created_at: new Date(BORN),
  });
  await schema.put('customer_tag', {
    ...{ id: tag, group_id: group, name: tag.slice(-12), kept_by: 'hand', state: 'active' },
    created_at: new Date(BORN),
  });
  return tag;
}

async function aFile(mergedInto: string | null = null): Promise<string> {
  const id = newId();
  await schema.put('customer', {
    ...{
      id,
      member_no: id.slice(-12),
      name: '林晓',
      gender: 'unknown',
      source: 'walk_in',
      note: '',
      version: 1,
    },
    ...{ state: mergedInto === null ? 'active' : 'merged', merged_into: mergedInto },
    ...{ created_at: new Date(), updated_at: new Date() },
  });
  return id;
}

const tagged = (customerId: string, tagId: string): Promise<void> =>
  schema.put('customer_tagging', { customer_id: customerId, tag_id: tagId, at: new Date(BORN) });

async function changed(field: string, at: number): Promise<string> {
  const id = newId();
  await schema.put('customer_change', {
    ...{ id, customer_id: newId(), field, values_cipher: 'sealed', at: new Date(at) },
    ...{ by_kind: 'system', by_name: '系统' },
  });
  return id;
}

const idsIn = async (table: string, column = 'id'): Promise<string[]> => {
  const rows = (await runner.query(`SELECT ${column} AS id FROM ${table} ORDER BY id`)) as {
    id: string;
  }[];
  return rows.map(({ id }) => id);
};

it('the way there is refused while files tell of health by tags; then such tags and their history go', async () => {
  const migration = new NoHealthTags1760000000064();
  await migration.down(runner);
  const [ofHealth, other] = [await aTag(true), await aTag(false)];
  const [first, second] = [await aFile(), await aFile()];
  const joined = await aFile(first);
  for (const id of [first, second, joined]) await tagged(id, ofHealth);
  await tagged(first, other);
  const kept = [await changed('tags', BORN - DAY), await changed('name', BORN + DAY)];
  await changed('tags', BORN + DAY);

  await expect(migration.up(runner)).rejects.toThrow(/^2 client files .* health files/u);
  expect(await idsIn('customer_tagging', 'tag_id')).toHaveLength(4);

  await runner.query('DELETE FROM customer_tagging WHERE tag_id = ? AND customer_id <> ?', [
    ...[ofHealth, joined],
  ]);
  await migration.up(runner);
  expect(await idsIn('customer_tag')).toEqual([other]);
  expect(await idsIn('customer_tag_group')).toHaveLength(1);
  expect(await idsIn('customer_tagging', 'tag_id')).toEqual([other]);
  expect(await idsIn('customer_change')).toEqual(kept.sort());
  await migration.down(runner);
  expect(await runner.query('SELECT of_health FROM customer_tag_group')).toMatchObject([
    { of_health: 0 },
  ]);
  await migration.up(runner);
  expect(await idsIn('customer_tag')).toEqual([other]);
});
