import { describe, expect, it } from '@jest/globals';
import { buildWindow } from './index.js';
import { fairOrder } from './fair-order.js';

const PEOPLE = Array.from({ length: 8 }, (_, n) => `01STAFF${String(n).padStart(19, '0')}`);
const DAY = 288;

const aWindow = (taken: readonly { resourceId: string; slot: number }[] = []) =>
  buildWindow({
    originSlot: 1_000,
    slotCount: DAY,
    resources: [
      ...PEOPLE.map((id) => ({ id, kind: 'staff' as const })),
      { id: 'room', kind: 'room' as const },
    ],
    shifts: PEOPLE.map((resourceId) => ({ resourceId, fromSlot: 1_000, toSlot: 1_000 + DAY })),
    taken,
  });

const orderOf = (
  date: string,
  window = aWindow(),
  given: ReadonlyMap<string, number> = new Map(),
): string[] => fairOrder(window, date, 1_000, 1_000 + DAY, given);

describe('the order among those who can do it', () => {
  it('puts whoever has least to do first, people only', () => {
    const taken = PEOPLE.slice(1).flatMap((resourceId, n) =>
      Array.from({ length: 33 * (n + 1) }, (_, slot) => ({ resourceId, slot: 1_000 + slot })),
    );
    expect(orderOf('2026-11-23', aWindow(taken))).toEqual(PEOPLE);
    expect(orderOf('2026-11-24', aWindow(taken))).toEqual(PEOPLE);
  });

  it('puts whoever waits longest since such a client was given to her before whoever has less to do', () => {
    const taken = Array.from({ length: 40 }, (_, slot) => ({
      resourceId: PEOPLE[7]!,
      slot: 1_000 + slot,
    }));
    const given = new Map(PEOPLE.slice(0, 7).map((id, n) => [id, 1_000 - n]));
    expect(orderOf('2026-11-23', aWindow(taken), given)).toEqual(PEOPLE.toReversed());
  });

  it('is the same for everyone who looks, and draws anew each day', () => {
    expect(orderOf('2026-11-23')).toEqual(orderOf('2026-11-23'));
    const dates = Array.from({ length: 28 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`);
    expect(new Set(dates.map((date) => orderOf(date).join())).size).toBe(28);
  });

  it('lets everybody be first about equally often', () => {
    const days = Array.from({ length: 4_000 }, (_, n) =>
      new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
    );
    const first = new Map(PEOPLE.map((id) => [id, 0]));
    const window = aWindow();
    for (const day of days) {
      const [id = ''] = orderOf(day, window);
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    // Five standard deviations around 500 of 4,000.
    for (const times of first.values()) expect(Math.abs(times - 500)).toBeLessThan(105);
  });
});
