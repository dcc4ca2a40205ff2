import fc from 'fast-check';
import {
  TIME_LINE_KINDS,
  boundOf,
  comparePlaces,
  kindsFor,
  readPlace,
  startAt,
  writePlace,
  type Place,
} from './time-line.js';
import type { Permission } from '../../../platform/auth/index.js';

const aPlace = fc.record({
  at: fc.integer({ min: 0, max: 3 }).map((ms) => new Date(ms)),
  kind: fc.constantFrom(...TIME_LINE_KINDS),
  id: fc.constantFrom('A', 'B', 'C'),
});

/** What a kind's own statement keeps of its rows. */
const isKept = (row: Place, after: Place): boolean => {
  const { at, belowId } = boundOf(row.kind, after);
  return row.at < at || (row.at.getTime() === at.getTime() && row.id < belowId);
};

const OPEN = { healthIsClosed: false };

const may = (...list: Permission[]) => new Set<Permission>(list);

describe('the time line of a client', () => {
  it('goes on after a place with exactly what comes after it, whatever happened in one moment', () => {
    fc.assert(
      fc.property(aPlace, aPlace, (row, after) => {
        expect(isKept(row, after)).toBe(comparePlaces(after, row) < 0);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('begins with what happened this very moment', () => {
    const now = new Date(5);
    for (const kind of TIME_LINE_KINDS)
      expect(isKept({ at: now, kind, id: '01J' }, startAt(now))).toBe(true);
  });

  it('finds its place again from what it wrote', () => {
    const place: Place = { at: new Date(1_700_000_000_123), kind: 'top_up', id: '01J8' };
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it.each(['', 'x', 'MS54Lnk', '..'])('refuses the place %j, which it never wrote', (text) => {
    expect(() => readPlace(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  it('shows no money to whoever may not read wallets, and no bills to whoever may not read bills', () => {
    expect(kindsFor(undefined, may('appointments.read'), OPEN)).toEqual(['visit', 'message']);
    expect(kindsFor('money', may('wallet.read'), OPEN)).not.toContain('bill');
    expect(kindsFor('money', may('wallet.read', 'bills.read'), OPEN)).toContain('bill');
    expect(kindsFor('money', may('clients.read'), OPEN)).toEqual([]);
    expect(kindsFor('papers', may('clients.read'), OPEN)).toEqual(['consent', 'questionnaire']);
  });

  it('is silent of what closes with her consent to health data', () => {
    expect(kindsFor('care', may('health.read'), { healthIsClosed: true })).toEqual([
      ...['treatment', 'health'],
    ]);
  });
});
