import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../test/support/database/index.js';
import type { Config } from '../platform/config/index.js';
import { FieldCipher, SubjectKeys } from '../platform/crypto/index.js';
import { newId } from '../platform/ids/index.js';
import { aConfig } from '../platform/testing/a-config.js';
import { aProcess, type ProcessParts } from '../platform/testing/a-platform.js';
import { KeyNotConfigured, rotateSubjectKeys } from './rotate-subject-keys.js';

let schema: FreshSchema;
let parts: ProcessParts;
beforeAll(async () => {
  schema = await freshSchema();
  parts = await aProcess(schema.url);
});
afterAll(async () => {
  await parts.close();
  await schema.drop();
});
beforeEach(() => parts.unitOfWork.run((tx) => tx.run('DELETE FROM subject_key')));

const withKeys = (...versions: number[]): Config =>
  aConfig({
    YANCE_KEYS: versions
      .map((version) => `${version}:${Buffer.alloc(32, version).toString('base64')}`)
      .join(','),
  });

const rotate = (config: Config): Promise<number> =>
  rotateSubjectKeys({
    config,
    database: parts.database,
    unitOfWork: parts.unitOfWork,
    keys: new SubjectKeys(config, parts.clock),
  });

/** As many clients, each with an encrypted phone, as processes with these keys would have made. */
async function clients(config: Config, count: number): Promise<Map<string, Buffer>> {
  const keys = new SubjectKeys(config, parts.clock);
  const cipher = new FieldCipher(keys);
  const ids = Array.from({ length: count }, () => newId());
  await parts.unitOfWork.run(async (tx) => {
    for (const id of ids) await keys.createFor(tx, id);
  });
  const sealed = new Map<string, Buffer>();
  for (const id of ids)
    sealed.set(id, await cipher.encrypt(parts.database, id, 'phone', `phone of ${id}`));
  return sealed;
}

const versions = async (): Promise<unknown[]> =>
  parts.database.rows(
    'SELECT kek_version AS version, COUNT(*) AS n FROM subject_key GROUP BY kek_version',
  );

describe('turning the main key', () => {
  it('leaves every client readable with the new key alone, also those of several old ones', async () => {
    const sealed = new Map([
      ...(await clients(withKeys(1), 230)),
      ...(await clients(withKeys(2, 1), 3)),
    ]);
    expect(await rotate(withKeys(3, 2, 1))).toBe(233);
    expect(await versions()).toEqual([{ version: 3, n: 233 }]);
    const after = new FieldCipher(new SubjectKeys(withKeys(3), parts.clock));
    for (const [id, bytes] of sealed) {
      expect(await after.decrypt(parts.database, id, 'phone', bytes)).toBe(`phone of ${id}`);
    }
  });

  it('has nothing to do the second time', async () => {
    await clients(withKeys(1), 2);
    expect(await rotate(withKeys(2, 1))).toBe(2);
    expect(await rotate(withKeys(2, 1))).toBe(0);
  });

  it('changes nothing when an old key is not there any more', async () => {
    await clients(withKeys(1), 1);
    await clients(withKeys(2), 1);
    await expect(rotate(withKeys(3, 2))).rejects.toThrow(KeyNotConfigured);
    expect(await versions()).toEqual([
      { version: 1, n: 1 },
      { version: 2, n: 1 },
    ]);
  });

  it('may be run by two at once', async () => {
    await clients(withKeys(1), 420);
    const both = await Promise.all([rotate(withKeys(2, 1)), rotate(withKeys(2, 1))]);
    expect(both[0] + both[1]).toBe(420);
    expect(await versions()).toEqual([{ version: 2, n: 420 }]);
  });
});
