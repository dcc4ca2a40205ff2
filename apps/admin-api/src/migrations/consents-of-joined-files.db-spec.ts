import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migratedSchema, type MigratedSchema } from '../../test/support/database/index.js';
import { newId } from '../platform/ids/index.js';
import { ConsentsOfJoinedFiles1760000000066 } from './0066-consents-of-joined-files.js';

let schema: MigratedSchema;
let runner: MigratedSchema['runner'];
beforeAll(async () => {
  schema = await migratedSchema();
  ({ runner } = schema);
});
afterAll(() => schema.drop());

/** A consent of nobody who is on file that the house kept closed. */
const keptClosed = (): Promise<void> =>
  schema.put('consent', {
    ...{ id: newId(), customer_id: newId(), kind: 'health', text_id: newId(), act: 'withdrawn' },
    ...{ way: 'merge', by_kind: 'system', by_id: 'join-files', by_name: '系统', at: new Date() },
  });

it('the way back is refused while joined files keep consents closed', async () => {
  const migration = new ConsentsOfJoinedFiles1760000000066();
  await keptClosed();
  await expect(migration.down(runner)).rejects.toThrow('no way back');
  await runner.query('DELETE FROM consent');
  await migration.down(runner);
  await expect(keptClosed()).rejects.toThrow('chk_consent_');
  await migration.up(runner);
  await keptClosed();
});
