import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import type { Config } from '../config/index.js';
import { newId } from '../ids/index.js';
import { aConfig } from '../testing/a-config.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { BlindIndex } from './blind-index.js';
import { FieldCipher } from './field-cipher.js';
import { DecryptionFailed } from './sealed.js';
import { SubjectKeyMissing, SubjectKeys } from './subject-keys.js';

let parts: ProcessParts;
let subject: string;

const key = (version: number): string =>
  `${version}:${Buffer.alloc(32, version).toString('base64')}`;
const configWith = (...versions: number[]): Config =>
  aConfig({ YANCE_KEYS: versions.map(key).join(',') });

function cipherWith(...versions: number[]): { keys: SubjectKeys; cipher: FieldCipher } {
  const keys = new SubjectKeys(configWith(...versions), parts.clock);
  return { keys, cipher: new FieldCipher(keys) };
}

beforeAll(async () => {
  parts = await aProcess(await workerDatabaseUrl());
});
afterAll(() => parts.close());
beforeEach(() => {
  subject = newId();
});

const create = (keys: SubjectKeys, id: string): Promise<void> =>
  parts.unitOfWork.run((tx) => keys.createFor(tx, id));

describe('encrypted fields', () => {
  it('read back in another process', async () => {
    const writer = cipherWith(101);
    await create(writer.keys, subject);
    const sealed = await writer.cipher.encrypt(parts.database, subject, 'phone', '13800138000');
    expect(sealed.includes('13800138000')).toBe(false);
    const reader = cipherWith(101);
    expect(await reader.cipher.decrypt(parts.database, subject, 'phone', sealed)).toBe(
      '13800138000',
    );
  });

  it('do not open for another subject or another field', async () => {
    const { keys, cipher } = cipherWith(101);
    const other = newId();
    await create(keys, subject);
    await create(keys, other);
    const sealed = await cipher.encrypt(parts.database, subject, 'phone', '13800138000');
    await expect(cipher.decrypt(parts.database, other, 'phone', sealed)).rejects.toThrow(
      DecryptionFailed,
    );
    await expect(cipher.decrypt(parts.database, subject, 'email', sealed)).rejects.toThrow(
      DecryptionFailed,
    );
  });

  it('cannot be read after the subject was erased', async () => {
    const { keys, cipher } = cipherWith(101);
    await create(keys, subject);
    const sealed = await cipher.encrypt(parts.database, subject, 'phone', '13800138000');
    await parts.unitOfWork.run((tx) => keys.destroy(tx, subject));
    await expect(cipher.decrypt(parts.database, subject, 'phone', sealed)).rejects.toThrow(
      SubjectKeyMissing,
    );
  });

  it('are never written under a key that was rolled back', async () => {
    const { keys, cipher } = cipherWith(101);
    const work = parts.unitOfWork.run(async (tx) => {
      await keys.createFor(tx, subject);
      await cipher.encrypt(tx, subject, 'phone', '13800138000');
      throw new Error('refused');
    });
    await expect(work).rejects.toThrow('refused');
    await expect(cipher.encrypt(parts.database, subject, 'phone', '1')).rejects.toThrow(
      SubjectKeyMissing,
    );
    await create(keys, subject);
    const sealed = await cipher.encrypt(parts.database, subject, 'phone', '13800138000');
    const elsewhere = cipherWith(101).cipher;
    expect(await elsewhere.decrypt(parts.database, subject, 'phone', sealed)).toBe('13800138000');
  });

  it('keep their key when it is made twice', async () => {
    const { keys, cipher } = cipherWith(101);
    await create(keys, subject);
    const sealed = await cipher.encrypt(parts.database, subject, 'phone', '13800138000');
    await create(keys, subject);
    expect(await cipherWith(101).cipher.decrypt(parts.database, subject, 'phone', sealed)).toBe(
      '13800138000',
    );
  });

  it('stay readable through a change of the key-encryption key, after which the old one is not needed', async () => {
    // Versions of this test alone: the schema is shared, and rotation looks at a version as a whole.
    const before = cipherWith(201);
    const subjects = Array.from({ length: 7 }, () => newId());
    const sealed = new Map<string, Buffer>();
    for (const id of subjects) {
      await create(before.keys, id);
      sealed.set(id, await before.cipher.encrypt(parts.database, id, 'phone', id));
    }
    const during = cipherWith(202, 201);
    const steps: number[] = [];
    do {
      steps.push(await parts.unitOfWork.run((tx) => during.keys.rewrapKeys(tx, 201, 3)));
    } while (steps.at(-1) !== 0);
    expect(steps).toEqual([3, 3, 1, 0]);
    const after = cipherWith(202);
    for (const id of subjects) {
      expect(await after.cipher.decrypt(parts.database, id, 'phone', sealed.get(id)!)).toBe(id);
    }
  });

  it('leave keys alone that are wrapped by the newest version', async () => {
    const { keys } = cipherWith(203);
    await create(keys, subject);
    expect(await parts.unitOfWork.run((tx) => keys.rewrapKeys(tx, 203, 10))).toBe(0);
  });
});

describe('the blind index', () => {
  it('is the same for the same value of the same field, and different for any other', () => {
    const index = new BlindIndex(configWith(101));
    const phone = index.of('phone', '13800138000');
    expect(phone).toHaveLength(32);
    expect(index.of('phone', '13800138000')).toEqual(phone);
    expect(index.of('phone', '13800138001')).not.toEqual(phone);
    expect(index.of('email', '13800138000')).not.toEqual(phone);
  });
});
