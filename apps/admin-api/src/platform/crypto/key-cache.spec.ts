import { describe, expect, it } from '@jest/globals';
import { KeyCache } from './key-cache.js';

const key = Buffer.alloc(32);

describe('the cache of unwrapped keys', () => {
  it('holds no more than its capacity and drops the one unused longest', () => {
    const cache = new KeyCache(2, 1_000);
    cache.set('a', key, 0);
    cache.set('b', key, 0);
    cache.get('a', 0);
    cache.set('c', key, 0);
    expect([cache.get('a', 0), cache.get('b', 0), cache.get('c', 0)]).toEqual([
      key,
      undefined,
      key,
    ]);
    expect(cache.size).toBe(2);
  });

  it('forgets a key when its time is over, used or not', () => {
    const cache = new KeyCache(2, 1_000);
    cache.set('a', key, 0);
    expect(cache.get('a', 999)).toBe(key);
    expect(cache.get('a', 1_000)).toBeUndefined();
  });
});
