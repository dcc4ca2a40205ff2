import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { BlindIndex } from '../crypto/index.js';
import { newId } from '../ids/index.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { SharedCounter } from './shared-counter.js';

let one: ProcessParts;
let two: ProcessParts;
let first: SharedCounter;
let second: SharedCounter;

beforeAll(async () => {
  const url = await workerDatabaseUrl();
  one = await aProcess(url);
  two = await aProcess(url, one.clock);
  first = new SharedCounter(one.unitOfWork, one.clock, new BlindIndex(one.config));
  second = new SharedCounter(two.unitOfWork, two.clock, new BlindIndex(two.config));
});
afterAll(() => Promise.all([one.close(), two.close()]));

describe('a limit shared by processes', () => {
  it('lets exactly as many through as it allows, however they are spread and however fast they come', async () => {
    const key = newId();
    const hits = Array.from({ length: 30 }, (_, n) =>
      (n % 2 === 0 ? first : second).hit('test', key, 10, 60),
    );
    const waits = await Promise.all(hits);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
    expect(waits.filter((wait) => wait === 60)).toHaveLength(20);
  });

  it('begins again when its window is over, and refused tries do not lengthen it', async () => {
    const key = newId();
    expect(await first.hit('test', key, 1, 60)).toBe(0);
    one.clock.advance({ minutes: 0.5 });
    expect(await first.hit('test', key, 1, 60)).toBe(30);
    one.clock.advance({ minutes: 0.5 });
    expect(await first.hit('test', key, 1, 60)).toBe(0);
    expect(await first.hit('test', key, 1, 60)).toBe(60);
  });

  it('counts each key and each limit apart', async () => {
    const key = newId();
    expect(await first.hit('a', key, 1, 60)).toBe(0);
    expect(await first.hit('b', key, 1, 60)).toBe(0);
    expect(await first.hit('a', newId(), 1, 60)).toBe(0);
    expect(await first.hit('a', key, 1, 60)).toBe(60);
  });
});
