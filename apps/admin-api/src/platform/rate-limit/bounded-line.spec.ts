import { BoundedLine } from './bounded-line.js';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: () => void; fail: () => void } {
  let end = (): void => undefined;
  let fail = (): void => undefined;
  const done = new Promise<string>((resolve, reject) => {
    end = () => resolve('done');
    fail = () => reject(new Error('failed'));
  });
  return { work: () => done, end, fail };
}

describe('a line for dear work', () => {
  it('runs so many at once, lets so many wait in order, and refuses the next before it begins', async () => {
    const line = new BoundedLine({ atOnce: 2, waiting: 2 });
    const begun: number[] = [];
    const jobs = [held(), held(), held(), held()];
    const answers = jobs.map((job, n) =>
      line.run(() => {
        begun.push(n);
        return job.work();
      }),
    );
    await expect(line.run(held().work)).rejects.toMatchObject({
      code: 'OVERLOADED',
      retryAfterSeconds: expect.any(Number),
    });
    expect(begun).toEqual([0, 1]);
    jobs[1]?.end();
    await answers[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const job of jobs) job.end();
    expect(await Promise.all(answers)).toEqual(jobs.map(() => 'done'));
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  it('goes on after work that failed, and is as roomy as before when it has run empty', async () => {
    const line = new BoundedLine({ atOnce: 1, waiting: 1 });
    for (let round = 0; round < 3; round += 1) {
      const [first, second] = [held(), held()];
      const failing = line.run(first.work);
      const waiting = line.run(second.work);
      await expect(line.run(held().work)).rejects.toMatchObject({ code: 'OVERLOADED' });
      first.fail();
      await expect(failing).rejects.toThrow('failed');
      second.end();
      expect(await waiting).toBe('done');
    }
  });
});
