import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mustClose, nextQueryAt, nextTryAt } from './query-schedule.js';

const createdAt = new Date('2026-11-22T02:00:00Z');
const after = (seconds: number): Date => new Date(createdAt.getTime() + seconds * 1000);
const order = { createdAt, expiresAt: after(1_800) };
const seconds = (at: Date): number => (at.getTime() - createdAt.getTime()) / 1000;

describe('when WeChat is asked about an open order', () => {
  it('is soon at first and then less often', () => {
    const asked: number[] = [];
    for (let at = createdAt; seconds(at) < 1_805;) {
      at = nextQueryAt(order, at);
      asked.push(seconds(at));
    }
    expect(asked).toEqual([10, 30, 60, 120, 300, 600, 900, 1_200, 1_500, 1_800, 1_805]);
  });

  it('leaves no payment unseen for ten minutes, whenever it came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_799_999 }), (paidAfterMs) => {
        const paidAt = new Date(createdAt.getTime() + paidAfterMs);
        const next = nextQueryAt(order, paidAt);
        const wait = next.getTime() - paidAt.getTime();
        return wait > 0 && wait <= 600_000;
      }),
    );
  });

  it('goes on after the end until it is closed, more slowly as time goes by', () => {
    expect(seconds(nextQueryAt(order, after(1_805)))).toBe(1_865);
    expect(seconds(nextQueryAt(order, after(10_000)))).toBe(10_900);
  });
});

it('lets WeChat’s clock be a little behind before an order is closed', () => {
  expect(mustClose(order, after(1_800))).toBe(false);
  expect(mustClose(order, after(1_805))).toBe(true);
});

it('tries again sooner at first, and for ever once an hour', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((tries) => seconds(nextTryAt(tries, createdAt)));
  expect(waits).toEqual([10, 15, 30, 60, 300, 900, 3_600, 3_600, 3_600]);
});
