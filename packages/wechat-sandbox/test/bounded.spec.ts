import { expect, it } from '@jest/globals';

import { BoundedLog, BoundedMap } from '../src/state/bounded.js';

it('keeps the last entries of a log and no more', () => {
  const log = new BoundedLog<number>(3);
  for (const entry of [1, 2, 3, 4, 5]) log.add(entry);
  expect(log.newestFirst()).toEqual([5, 4, 3]);
});

it('keeps the entries of a map that were set last', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, undefined, 4]);
});
