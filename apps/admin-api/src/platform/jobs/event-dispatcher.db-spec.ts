import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../../test/support/database/index.js';
import type { StoredEvent } from '../../events/index.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { until } from '../testing/until.js';

const STORE = '01JD000000000000000000ST0R';
let schema: FreshSchema;
const processes: ProcessParts[] = [];

beforeEach(async () => {
  schema = await freshSchema();
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.close()));
  await schema.drop();
});

async function start(
  heard: StoredEvent[] = [],
  names: readonly string[] = ['one'],
): Promise<ProcessParts> {
  const parts = await aProcess(schema.url);
  processes.push(parts);
  for (const name of names) {
    parts.subscriptions.register({
      name,
      topics: ['thing.happened'],
      handle: async (event) => void heard.push(event),
    });
  }
  return parts;
}

const tell = (one: ProcessParts, subjectId: string, topic = 'thing.happened'): Promise<void> =>
  one.unitOfWork.run((tx) =>
    one.outbox.add(tx, { topic, storeId: STORE, subjectId, payload: { subjectId } }),
  );

describe('events', () => {
  it('reach their subscriber with store, subject, payload and time', async () => {
    const heard: StoredEvent[] = [];
    const one = await start(heard);
    await tell(one, 'a');
    await one.worker.runDue();
    expect(heard).toEqual([
      expect.objectContaining({
        topic: 'thing.happened',
        storeId: STORE,
        subjectId: 'a',
        payload: { subjectId: 'a' },
        at: one.clock.now(),
      }),
    ]);
  });

  it('reach each subscriber once, and nobody who did not ask', async () => {
    const heard: StoredEvent[] = [];
    const one = await start(heard, ['one', 'two']);
    await tell(one, 'a');
    await tell(one, 'b', 'other.happened');
    await one.worker.runDue();
    await one.worker.runDue();
    expect(heard.map((event) => event.subjectId)).toEqual(['a', 'a']);
  });

  it('of a rolled-back transaction reach nobody', async () => {
    const heard: StoredEvent[] = [];
    const one = await start(heard);
    const work = one.unitOfWork.run(async (tx) => {
      await one.outbox.add(tx, { topic: 'thing.happened', subjectId: 'a', payload: {} });
      throw new Error('refused');
    });
    await expect(work).rejects.toThrow('refused');
    await one.worker.runDue();
    expect(heard).toHaveLength(0);
  });

  it('are dispatched once by several processes at once, and none is lost when commits come out of order', async () => {
    const heard: StoredEvent[] = [];
    const all = [await start(heard), await start(heard), await start(heard)];
    for (const one of all) one.worker.start();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    // The lowest id, and the last to become visible.
    const late = all[0]!.unitOfWork.run(async (tx) => {
      await all[0]!.outbox.add(tx, { topic: 'thing.happened', subjectId: 'late', payload: {} });
      await gate;
    });
    const subjects = Array.from({ length: 90 }, (_, n) => `s${n}`);
    await Promise.all(subjects.map((subject, n) => tell(all[n % 3]!, subject)));
    await until('the others were heard', () => heard.length === 90);
    release();
    await late;
    await until('the late one was heard', () => heard.length === 91);
    await Promise.all(all.map((one) => one.worker.stop()));
    expect(new Set(heard.map((event) => event.subjectId)).size).toBe(91);
    const row = await all[0]!.database.row<{ n: number }>('SELECT COUNT(*) AS n FROM job');
    expect(Number(row?.n)).toBe(91);
  });

  it('are heard within two seconds of their commit, in the writing process and in another', async () => {
    const heard: StoredEvent[] = [];
    const writer = await start();
    const other = await start(heard);
    other.worker.start();
    const begun = performance.now();
    await tell(writer, 'a');
    await until('it was heard', () => heard.length === 1);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
