import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { DataSource } from 'typeorm';
import { UnitOfWork, dataSourceOptions, sealedFor, wordsOf } from '../database/index.js';
import { newId } from '../ids/index.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { ERASED_WORDS } from './customer-word-seal.js';
import { SubjectKeyMissing, SubjectKeys } from './subject-keys.js';

/** A note that may be in the clear, as a version before wrote it, or sealed. */
const TABLE = `CREATE TABLE IF NOT EXISTS spoken (
  id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin PRIMARY KEY,
  note VARCHAR(200) NULL, note_cipher VARBINARY(1000) NULL, hash BINARY(32) NULL
) ENGINE=InnoDB CHARACTER SET utf8mb4`;
const HASH = Buffer.alloc(32, 7);

let parts: ProcessParts;
let keys: SubjectKeys;
let client: string;

beforeAll(async () => {
  parts = await aProcess(await workerDatabaseUrl());
  keys = new SubjectKeys(parts.config, parts.clock);
  await parts.unitOfWork.run((tx) => tx.run(TABLE));
});
afterAll(async () => {
  await parts.unitOfWork.run((tx) => tx.run('DROP TABLE spoken'));
  await parts.close();
});
beforeEach(async () => {
  client = newId();
  await parts.unitOfWork.run((tx) => keys.createFor(tx, client));
});

/** Writes a note as it is sealed now. @returns its row's id */
async function say(about: string | null, text: string | null): Promise<string> {
  const id = newId();
  await parts.unitOfWork.run((tx) =>
    tx.run('INSERT INTO spoken (id, note_cipher, hash) VALUES (?, ?, ?)', [
      ...[id, sealedFor(about, text), HASH],
    ]),
  );
  return id;
}

const read = (id: string): Promise<{ note: string | null; hash: Buffer } | undefined> =>
  parts.database.row(`SELECT ${wordsOf('s.note')} AS note, hash FROM spoken s WHERE id = ?`, [id]);

async function bytesOf(id: string): Promise<Buffer> {
  const row = await parts.database.row<{ bytes: Buffer }>(
    'SELECT note_cipher AS bytes FROM spoken WHERE id = ?',
    [id],
  );
  return row?.bytes ?? Buffer.alloc(0);
}

describe('free words of people', () => {
  it.each(['孕期，请勿推拿', "'; --", '👩‍👧', '文'.repeat(200)])(
    'are read as they were written, and lie where nobody can read them: %s',
    async (text) => {
      const id = await say(client, text);
      expect(await read(id)).toEqual({ note: text, hash: HASH });
      expect((await bytesOf(id)).includes(Buffer.from(text))).toBe(false);
    },
  );

  it('are opened inside the transaction that wrote the client’s key too', async () => {
    const other = newId();
    const note = await parts.unitOfWork.run(async (tx) => {
      await keys.createFor(tx, other);
      const id = newId();
      const sql = 'INSERT INTO spoken (id, note_cipher) VALUES (?, ?)';
      await tx.run(sql, [id, sealedFor(other, '过敏')]);
      const select = `SELECT ${wordsOf('s.note')} AS note FROM spoken s WHERE id = ?`;
      return (await tx.row<{ note: string }>(select, [id]))?.note;
    });
    expect(note).toBe('过敏');
  });

  it('that were never written stay nothing', async () => {
    for (const none of [null, '']) expect((await read(await say(client, none)))?.note).toBeNull();
  });

  it('from before they were sealed are read as they are', async () => {
    const id = newId();
    await parts.unitOfWork.run((tx) =>
      tx.run('INSERT INTO spoken (id, note) VALUES (?, ?)', [id, '怀孕三个月']),
    );
    expect((await read(id))?.note).toBe('怀孕三个月');
  });

  it('about nobody need no client’s key', async () => {
    expect((await read(await say(null, '抽屉多了十元')))?.note).toBe('抽屉多了十元');
  });

  it('of many clients are opened by one question', async () => {
    const others = Array.from({ length: 5 }, () => newId());
    await parts.unitOfWork.run(async (tx) => {
      for (const id of others) await keys.createFor(tx, id);
    });
    const ids: string[] = [];
    for (const [n, about] of others.entries()) ids.push(await say(about, `第 ${n} 位`));
    const rows = await parts.database.rows<{ note: string }>(
      `SELECT ${wordsOf('s.note')} AS note FROM spoken s WHERE id IN (?, ?, ?, ?, ?) ORDER BY id`,
      ids,
    );
    expect(rows.map(({ note }) => note)).toEqual(others.map((_, n) => `第 ${n} 位`));
  });

  it('are gone with the client’s key, and the row that held them is not', async () => {
    const id = await say(client, '孕期');
    // Another process: this one still has the key for a minute.
    const later = await aProcess(await workerDatabaseUrl());
    await later.unitOfWork.run((tx) => keys.destroy(tx, client));
    const sql = `SELECT ${wordsOf('s.note')} AS note FROM spoken s WHERE id = ?`;
    expect(await later.database.row(sql, [id])).toEqual({ note: ERASED_WORDS });
    await later.close();
  });

  it('do not open when they were changed, or stand under another client’s id', async () => {
    const other = newId();
    await parts.unitOfWork.run((tx) => keys.createFor(tx, other));
    const id = await say(client, '孕期');
    const sealed = await bytesOf(id);
    const changed = Buffer.from(sealed);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const moved = Buffer.from(sealed);
    moved.write(other, 'yance-w1'.length, 'ascii');
    for (const bytes of [changed, moved]) {
      const sql = 'UPDATE spoken SET note_cipher = ? WHERE id = ?';
      await parts.unitOfWork.run((tx) => tx.run(sql, [bytes, id]));
      await expect(read(id)).rejects.toThrow('do not open');
    }
  });

  it('about a client without a key are not written in the clear instead', async () => {
    await expect(say(newId(), '孕期')).rejects.toThrow(SubjectKeyMissing);
  });

  it('are refused by a database that has no seal for them', async () => {
    const url = await workerDatabaseUrl();
    const source = await new DataSource(dataSourceOptions({ url, poolSize: 1 })).initialize();
    const bare = new UnitOfWork(source).run((tx) =>
      tx.run('INSERT INTO spoken (id, note_cipher) VALUES (?, ?)', [
        ...[newId(), sealedFor(null, '孕期')],
      ]),
    );
    await expect(bare).rejects.toThrow('without a seal');
    await source.destroy();
  });
});
