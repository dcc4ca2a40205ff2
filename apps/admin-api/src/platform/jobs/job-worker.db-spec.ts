import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../../test/support/database/index.js';
import { newId } from '../ids/index.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { until } from '../testing/until.js';
import { LeaseLost, type JobContext } from './job-types.js';

let schema: FreshSchema;
const processes: ProcessParts[] = [];

beforeEach(async () => {
  schema = await freshSchema();
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.close()));
  await schema.drop();
});

async function start(clock?: ProcessParts['clock']): Promise<ProcessParts> {
  const one = await aProcess(schema.url, clock);
  processes.push(one);
  return one;
}

type Run = (payload: unknown, context: JobContext) => Promise<void>;

function handle(one: ProcessParts, run: Run, maxAttempts?: number): void {
  one.registry.register({ queue: 'test', maxAttempts, run });
}

const add = (one: ProcessParts, payload: object = {}, more: object = {}): Promise<void> =>
  one.unitOfWork.run((tx) => one.jobs.add(tx, { queue: 'test', payload, ...more }));

interface JobState {
  state: string;
  attempts: number;
  last_error: string | null;
  lease_owner: string | null;
}

const jobsOf = (one: ProcessParts): Promise<JobState[]> =>
  one.database.rows<JobState>(
    'SELECT state, attempts, last_error, lease_owner FROM job ORDER BY id',
  );

/** Makes every lease run out, as time would. */
const endLeases = (one: ProcessParts): Promise<unknown> =>
  one.unitOfWork.run((tx) =>
    tx.run(
      'UPDATE job SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE lease_until IS NOT NULL',
    ),
  );

describe('jobs', () => {
  it('run with what was put into them', async () => {
    const one = await start();
    const seen: unknown[] = [];
    handle(one, async (payload) => void seen.push(payload));
    await add(one, { name: '面部护理', n: 1 });
    expect(await one.worker.runDue()).toBe(1);
    expect(seen).toEqual([{ name: '面部护理', n: 1 }]);
    expect(await jobsOf(one)).toMatchObject([{ state: 'done', lease_owner: null }]);
  });

  it('are not there when the transaction that put them aside was rolled back', async () => {
    const one = await start();
    handle(one, async () => undefined);
    const work = one.unitOfWork.run(async (tx) => {
      await one.jobs.add(tx, { queue: 'test', payload: {} });
      throw new Error('refused');
    });
    await expect(work).rejects.toThrow('refused');
    expect(await jobsOf(one)).toHaveLength(0);
  });

  it('wait for their time, which is business time', async () => {
    const one = await start();
    handle(one, async () => undefined);
    await add(one, {}, { runAt: new Date(one.clock.now().getTime() + 60_000) });
    expect(await one.worker.runDue()).toBe(0);
    one.clock.advance({ minutes: 1 });
    expect(await one.worker.runDue()).toBe(1);
  });

  it('are not held up by a transaction that is still adding others', async () => {
    const one = await start();
    const seen: unknown[] = [];
    handle(one, async (payload) => void seen.push((payload as { n: number }).n));
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let added = false;
    const slow = one.unitOfWork.run(async (tx) => {
      await one.jobs.add(tx, { queue: 'test', payload: { n: 1 } });
      added = true;
      await gate;
    });
    await until('it was added', () => added);
    await add(one, { n: 2 });
    expect(await one.worker.runDue()).toBe(1);
    release();
    await slow;
    expect(await one.worker.runDue()).toBe(1);
    expect(seen).toEqual([2, 1]);
  });

  it('with the same dedupe key are stored once, done or not', async () => {
    const one = await start();
    handle(one, async () => undefined);
    await Promise.all(Array.from({ length: 8 }, () => add(one, {}, { dedupeKey: 'only-once' })));
    expect(await one.worker.runDue()).toBe(1);
    await add(one, {}, { dedupeKey: 'only-once' });
    expect(await one.worker.runDue()).toBe(0);
  });

  it('of a queue nobody handles are refused when they are added', async () => {
    const one = await start();
    await expect(add(one)).rejects.toThrow('no handler');
  });

  it('that fail come back later, and are put aside as dead after the last attempt', async () => {
    const one = await start();
    let attempts = 0;
    handle(
      one,
      async () => {
        attempts += 1;
        throw new Error('phone 13800138000 is off');
      },
      3,
    );
    await add(one);
    for (let n = 0; n < 5; n += 1) {
      await one.worker.runDue();
      one.clock.advance({ hours: 1 });
    }
    expect(attempts).toBe(3);
    expect(await jobsOf(one)).toMatchObject([{ state: 'dead', attempts: 3 }]);
    expect((await jobsOf(one))[0]?.last_error).toBe('Error: phone 138****8000 is off');
  });

  it('run once each when four processes work at once', async () => {
    const first = await start();
    const all = [first, await start(), await start(), await start()];
    const runs = new Map<number, number>();
    for (const one of all) {
      handle(one, async (payload) => {
        const { n } = payload as { n: number };
        runs.set(n, (runs.get(n) ?? 0) + 1);
      });
    }
    await first.unitOfWork.run((tx) =>
      first.jobs.addAll(
        tx,
        Array.from({ length: 120 }, (_, n) => ({ queue: 'test', payload: { n } })),
      ),
    );
    for (const one of all) one.worker.start();
    await until('all ran', async () => (await jobsOf(first)).every((job) => job.state === 'done'));
    expect(runs.size).toBe(120);
    expect(new Set(runs.values())).toEqual(new Set([1]));
  });

  it('of a worker that died are taken over when the lease runs out, and not before', async () => {
    const dead = await start();
    const alive = await start();
    let ran = 0;
    handle(dead, async () => undefined);
    handle(alive, async () => {
      ran += 1;
    });
    await add(dead);
    await dead.store.claim(newId(), ['test'], 1);
    expect(await alive.worker.runDue()).toBe(0);
    await endLeases(alive);
    expect(await alive.worker.runDue()).toBe(1);
    expect(ran).toBe(1);
  });

  it('cannot be ended by a worker that lost the lease', async () => {
    const slow = await start();
    handle(slow, async () => undefined);
    await add(slow);
    const [lost] = await slow.store.claim(newId(), ['test'], 1);
    await endLeases(slow);
    await slow.store.claim(newId(), ['test'], 1);
    expect(await slow.store.renew(lost!)).toBe(false);
    await expect(slow.unitOfWork.run((tx) => slow.store.complete(tx, lost!))).rejects.toThrow(
      LeaseLost,
    );
    await slow.store.fail(lost!, 'too late');
    expect(await jobsOf(slow)).toMatchObject([{ state: 'ready', attempts: 2, last_error: null }]);
  });

  it('that kill every worker end as dead instead of killing for ever', async () => {
    const one = await start();
    let ran = 0;
    handle(
      one,
      async () => {
        ran += 1;
      },
      2,
    );
    await add(one);
    for (let n = 0; n < 2; n += 1) {
      await one.store.claim(newId(), ['test'], 1);
      await endLeases(one);
    }
    await one.worker.runDue();
    expect(ran).toBe(0);
    expect(await jobsOf(one)).toMatchObject([{ state: 'dead' }]);
  });

  it('ended inside their own transaction have their effect exactly once', async () => {
    const one = await start();
    handle(one, async (_, context) => {
      await one.unitOfWork.run(async (tx) => {
        await tx.run("INSERT INTO sweep (name) VALUES ('effect')");
        await context.completeIn(tx);
      });
      throw new Error('died after the commit');
    });
    await add(one);
    await one.worker.runDue();
    one.clock.advance({ hours: 1 });
    await one.worker.runDue();
    expect(await jobsOf(one)).toMatchObject([{ state: 'done', attempts: 1 }]);
  });

  it('that run are finished before the worker stops, and none is begun', async () => {
    const one = await start();
    let begun = 0;
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    handle(one, async () => {
      begun += 1;
      await gate;
    });
    for (let n = 0; n < 6; n += 1) await add(one, { n });
    one.worker.start();
    await until('four run', () => begun === 4);
    const stopped = one.worker.stop();
    finish();
    await stopped;
    expect(begun).toBe(4);
    const states = (await jobsOf(one)).map((job) => job.state).sort();
    expect(states).toEqual(['done', 'done', 'done', 'done', 'ready', 'ready']);
  });

  it('that do not finish in time are told to give up', async () => {
    const one = await start();
    let told = false;
    handle(
      one,
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            told = true;
            reject(new Error('gave up'));
          });
        }),
    );
    await add(one);
    one.worker.start();
    await until('it runs', async () => (await jobsOf(one))[0]?.lease_owner !== null);
    await one.worker.stop(20);
    expect(told).toBe(true);
    expect(await jobsOf(one)).toMatchObject([{ state: 'ready', lease_owner: null }]);
  });
});
