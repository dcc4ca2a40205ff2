import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { TestClock } from '../clock/index.js';
import { BlindIndex, DecryptionFailed, PlatformCipher } from '../crypto/index.js';
import { Database, UnitOfWork, dataSourceOptions, type Tx } from '../database/index.js';
import { Refusal, refuse } from '../errors/index.js';
import { aConfig } from '../testing/a-config.js';
import { idempotentCall, type IdempotentCall } from './idempotent-call.js';
import { IdempotentWork } from './idempotent-work.js';

const CONNECTIONS = 24;

let schema: FreshSchema;
let source: DataSource;
let database: Database;
let unitOfWork: UnitOfWork;
let idempotent: IdempotentWork;

beforeAll(async () => {
  schema = await freshSchema();
  const settings = { url: schema.url, poolSize: CONNECTIONS };
  source = await new DataSource(dataSourceOptions(settings)).initialize();
  database = new Database(source);
  unitOfWork = new UnitOfWork(source);
  const clock = new TestClock(new Date('2026-11-23T02:00:00Z'));
  idempotent = new IdempotentWork(
    unitOfWork,
    clock,
    new PlatformCipher(aConfig()),
    new BlindIndex(aConfig()),
  );
  await source.query(
    'CREATE TABLE effect (id VARCHAR(64) PRIMARY KEY, call_key VARCHAR(64)) ENGINE=InnoDB',
  );
});
afterAll(async () => {
  await source.destroy();
  await schema.drop();
});

const aCall = (key: string | undefined, body: unknown = { start: 1 }): IdempotentCall =>
  idempotentCall('client:01', 'POST /things', key, body);

/** A write that tells which of its runs it was. */
const effectOf =
  (key: string) =>
  async (tx: Tx): Promise<{ id: string }> => {
    const id = randomUUID();
    await tx.run('INSERT INTO effect VALUES (?, ?)', [id, key]);
    return { id };
  };

const effects = (key: string): Promise<{ id: string }[]> =>
  database.rows('SELECT id FROM effect WHERE call_key = ?', [key]);

const keys = (key: string): Promise<object[]> =>
  database.rows('SELECT key_value FROM idempotency_key WHERE key_value = ?', [key]);

describe('the same key', () => {
  it('with the same request gives the first answer and does nothing more', async () => {
    const key = randomUUID();
    const first = await idempotent.run(aCall(key), effectOf(key));
    const again = await idempotent.run(aCall(key), effectOf(key));
    expect(again).toEqual(first);
    expect(await effects(key)).toEqual([first]);
  });

  it('keeps the answer where nobody can read it, and opens it for its own row only', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    const answer = { note: '孕期，请勿推拿' };
    for (const key of [mine, other]) {
      await idempotent.run(aCall(key), () => Promise.resolve({ ...answer, key }));
    }
    const rows = await database.rows<{ response: unknown }>(
      'SELECT response FROM idempotency_key WHERE key_value IN (?, ?)',
      [mine, other],
    );
    expect(JSON.stringify(rows)).not.toContain(answer.note);
    await source.query(
      `UPDATE idempotency_key SET response = (SELECT response FROM (SELECT response FROM idempotency_key
       WHERE key_value = ?) AS copied) WHERE key_value = ?`,
      [other, mine],
    );
    const replayed = idempotent.run(aCall(mine), () => Promise.resolve({}));
    await expect(replayed).rejects.toThrow(DecryptionFailed);
  });

  it('keeps of the request no hash that can be found by trying', async () => {
    const key = randomUUID();
    const call = aCall(key, { phone: '13800138000' });
    await idempotent.run(call, effectOf(key));
    const row = await database.row<{ hash: Buffer }>(
      'SELECT request_hash AS hash FROM idempotency_key WHERE key_value = ?',
      [key],
    );
    expect(row?.hash).toHaveLength(32);
    expect(row?.hash.equals(call.requestHash)).toBe(false);
  });

  it('knows a request again that a version before kept under its plain hash', async () => {
    const key = randomUUID();
    const call = aCall(key);
    const first = await idempotent.run(call, effectOf(key));
    await source.query('UPDATE idempotency_key SET request_hash = ? WHERE key_value = ?', [
      ...[call.requestHash, key],
    ]);
    expect(await idempotent.run(call, effectOf(key))).toEqual(first);
    const other = idempotent.run(aCall(key, { start: 2 }), effectOf(key));
    await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('with the members of the request in another order is the same request', async () => {
    const key = randomUUID();
    const first = await idempotent.run(aCall(key, { a: 1, b: [{ c: 2, d: 3 }] }), effectOf(key));
    const again = await idempotent.run(aCall(key, { b: [{ d: 3, c: 2 }], a: 1 }), effectOf(key));
    expect(again).toEqual(first);
  });

  it.each([[{ start: 2 }], [{ start: '1' }], [{}], [null], [[{ start: 1 }]]])(
    'with another request is refused: %j',
    async (body) => {
      const key = randomUUID();
      await idempotent.run(aCall(key), effectOf(key));
      const again = idempotent.run(aCall(key, body), effectOf(key));
      await expect(again).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
      expect(await effects(key)).toHaveLength(1);
    },
  );

  it('of another person, or for another kind of write, is another key', async () => {
    const key = randomUUID();
    const calls = [
      aCall(key),
      idempotentCall('client:02', 'POST /things', key, { start: 1 }),
      idempotentCall('client:01', 'POST /others', key, { start: 1 }),
    ];
    for (const call of calls) await idempotent.run(call, effectOf(key));
    expect(await effects(key)).toHaveLength(3);
  });

  it('runs once when it is sent many times at once, and every sender has the same answer', async () => {
    for (let round = 0; round < 5; round += 1) {
      const key = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: CONNECTIONS }, () => idempotent.run(aCall(key), effectOf(key))),
      );
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await effects(key)).toHaveLength(1);
    }
  });

  it('sent at once with different requests runs one of them and refuses the others', async () => {
    const key = randomUUID();
    const sent = await Promise.allSettled(
      Array.from({ length: CONNECTIONS }, (_, n) =>
        idempotent.run(aCall(key, { start: n }), effectOf(key)),
      ),
    );
    const refused = sent.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused.map((reason: Refusal) => reason.code)).toEqual(
      Array.from({ length: CONNECTIONS - 1 }, () => 'IDEMPOTENCY_KEY_REUSED'),
    );
    expect(await effects(key)).toHaveLength(1);
  });
});

describe('an attempt that is refused', () => {
  it('leaves no key, so that the next send is a fresh try', async () => {
    const key = randomUUID();
    const refused = idempotent.run(aCall(key), async (tx) => {
      await effectOf(key)(tx);
      return refuse('TOO_SOON');
    });
    await expect(refused).rejects.toMatchObject({ code: 'TOO_SOON' });
    expect([await keys(key), await effects(key)]).toEqual([[], []]);
    await idempotent.run(aCall(key, { start: 'another' }), effectOf(key));
    expect(await effects(key)).toHaveLength(1);
  });

  it('lets one of those that wait for it have its turn', async () => {
    const key = randomUUID();
    let runs = 0;
    const sent = await Promise.allSettled(
      Array.from({ length: 12 }, () =>
        idempotent.run(aCall(key), async (tx) => {
          runs += 1;
          return runs <= 3 ? refuse('TOO_SOON') : effectOf(key)(tx);
        }),
      ),
    );
    const done = sent.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
    expect(new Set(done).size).toBe(1);
    expect(await effects(key)).toHaveLength(1);
    for (const each of sent)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'TOO_SOON' });
  });

  it('is answered with the success of an earlier send when it only looked too late', async () => {
    const key = randomUUID();
    const first = await idempotent.run(aCall(key), effectOf(key));
    const late = idempotent.settle(aCall(key), () =>
      Promise.resolve().then(() => refuse('SLOT_TAKEN')),
    );
    expect(await late).toEqual(first);
    const other = idempotent.settle(aCall(randomUUID()), () =>
      Promise.resolve().then(() => refuse('SLOT_TAKEN')),
    );
    await expect(other).rejects.toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('keeps a fault a fault: only refusals are looked up', async () => {
    const key = randomUUID();
    await idempotent.run(aCall(key), effectOf(key));
    const broken = idempotent.settle(aCall(key), () => Promise.reject(new Error('broken')));
    await expect(broken).rejects.toThrow('broken');
  });
});

describe('without a key', () => {
  it('every send is a new write', async () => {
    const name = randomUUID();
    await idempotent.run(aCall(undefined), effectOf(name));
    await idempotent.run(aCall(undefined), effectOf(name));
    expect(await effects(name)).toHaveLength(2);
  });
});
