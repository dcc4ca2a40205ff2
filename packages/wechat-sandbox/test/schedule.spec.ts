import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { Schedule } from '../src/state/schedule.js';
import { eventually, HandClock } from './support/rig.js';

let clock: HandClock;
let schedule: Schedule;
let done: number[];

beforeEach(() => {
  clock = new HandClock();
  schedule = new Schedule(clock);
  done = [];
});

afterEach(() => schedule.close());

function plan(seconds: number): () => void {
  return schedule.at(clock.now().getTime() + seconds * 1000, () => done.push(seconds));
}

it('does everything that is due in the order of its time, whatever the order of planning', async () => {
  const seconds = [5, 1, 9, 3, 7, 2, 8, 4, 6, 10];
  for (const each of seconds) plan(each);
  clock.advance({ seconds: 8 });
  await eventually(() => (done.length === 8 ? true : undefined));
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  clock.advance({ seconds: 2 });
  await eventually(() => (done.length === 10 ? true : undefined));
});

it('keeps the order of planning for the same time', async () => {
  const at = clock.now().getTime();
  for (const each of [1, 2, 3]) schedule.at(at, () => done.push(each));
  await eventually(() => (done.length === 3 ? true : undefined));
  expect(done).toEqual([1, 2, 3]);
});

it('does not do what was called off, nor anything after it was cleared', async () => {
  plan(1)();
  plan(2);
  clock.advance({ seconds: 2 });
  await eventually(() => (done.length === 1 ? true : undefined));
  plan(1);
  schedule.clear();
  plan(3);
  clock.advance({ seconds: 3 });
  await eventually(() => (done.length === 2 ? true : undefined));
  expect(done).toEqual([2, 3]);
});
