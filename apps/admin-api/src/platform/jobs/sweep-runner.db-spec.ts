import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../../test/support/database/index.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { PlatformPrune } from './prune.js';

let schema: FreshSchema;
const processes: ProcessParts[] = [];

beforeEach(async () => {
  schema = await freshSchema();
});

afterEach(async () => {
  await Promise.all(processes.splice(0).map((one) => one.close()));
  await schema.drop();
});

async function start(run: () => Promise<void>, everyMs = 3_600_000): Promise<ProcessParts> {
  const one = await aProcess(schema.url);
  processes.push(one);
  one.sweeps.register({ name: 'test', everyMs, run });
  return one;
}

const runIfDue = (one: ProcessParts): Promise<boolean> =>
  one.sweepRunner.runIfDue(one.sweeps.all()[0]!);

describe('sweeps', () => {
  it('run in one process at a time', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = await start(async () => {
      begun();
      await gate;
    });
    const second = await start(async () => undefined);
    const run = first.sweepRunner.runNow('test');
    await running;
    expect(await second.sweepRunner.runNow('test')).toBe(false);
    release();
    expect(await run).toBe(true);
    expect(await second.sweepRunner.runNow('test')).toBe(true);
  });

  it('do not run again before their time, whoever asks', async () => {
    const first = await start(async () => undefined);
    const second = await start(async () => undefined);
    expect(await runIfDue(first)).toBe(true);
    expect(await runIfDue(first)).toBe(false);
    expect(await runIfDue(second)).toBe(false);
  });

  it('are free for others after one that failed', async () => {
    const first = await start(() => Promise.reject(new Error('broken')));
    const second = await start(async () => undefined);
    await expect(first.sweepRunner.runNow('test')).rejects.toThrow('broken');
    expect(await second.sweepRunner.runNow('test')).toBe(true);
  });

  it('remove what is a week old and done, and keep dead jobs', async () => {
    const one = await start(async () => undefined);
    one.registry.register({ queue: 'good', run: async () => undefined });
    one.registry.register({
      queue: 'bad',
      maxAttempts: 1,
      run: () => Promise.reject(new Error('no')),
    });
    const add = (queue: string): Promise<void> =>
      one.unitOfWork.run((tx) => one.jobs.add(tx, { queue, payload: {} }));
    await add('good');
    await add('bad');
    await one.worker.runDue();
    one.clock.advance({ days: 8 });
    await add('good');
    await one.worker.runDue();
    await new PlatformPrune(one.sweeps, one.unitOfWork, one.clock).run(
      new AbortController().signal,
    );
    const left = await one.database.rows('SELECT queue, state FROM job ORDER BY id');
    expect(left).toEqual([
      { queue: 'bad', state: 'dead' },
      { queue: 'good', state: 'done' },
    ]);
  });
});
