import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migratedSchema, type MigratedSchema } from '../../test/support/database/index.js';
import { newId } from '../platform/ids/index.js';
import { OverrideOfUses1760000000058 } from './0058-override-of-uses.js';
import { OverrideOfRewards1760000000067 } from './0067-override-of-rewards.js';

let schema: MigratedSchema;
let runner: MigratedSchema['runner'];
beforeAll(async () => {
  schema = await migratedSchema();
  ({ runner } = schema);
});
afterAll(() => schema.drop());

/** Two people's word about something of this kind, and of nobody who is on file. */
async function answered(kind: string): Promise<string> {
  const id = newId();
  await schema.put('care_override', {
    ...{ id, customer_id: newId(), context_kind: kind, context_id: newId(), sealed: 'sealed' },
    ...{ given_by: newId(), given_name: '林静', approved_by: newId(), approved_name: '周岚' },
    at: new Date(),
  });
  return id;
}
const kept = async (): Promise<string[]> => {
  const rows = (await runner.query('SELECT id FROM care_override ORDER BY id')) as { id: string }[];
  return rows.map(({ id }) => id);
};

it.each([
  // The last one first, as migrations are taken back.
  { kind: 'points_redemption', before: 'session_use', last: new OverrideOfRewards1760000000067() },
  { kind: 'session_use', before: 'appointment', last: new OverrideOfUses1760000000058() },
])(
  'the way back is refused while two people answered for a $kind, and their word stays',
  async (one) => {
    await runner.query('DELETE FROM care_override');
    const [older, newer] = [await answered(one.before), await answered(one.kind)];
    await expect(one.last.down(runner)).rejects.toThrow('no way back');
    expect(await kept()).toEqual([older, newer].sort());
    await runner.query('DELETE FROM care_override WHERE id = ?', [newer]);
    await one.last.down(runner);
    await expect(answered(one.kind)).rejects.toThrow('chk_care_override_');
    await one.last.up(runner);
    const again = await answered(one.kind);
    expect(await kept()).toEqual([older, again].sort());
  },
);
