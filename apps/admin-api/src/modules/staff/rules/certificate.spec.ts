import { describe, expect, it } from '@jest/globals';
import { certificateStanding, lastDayToTreat } from './certificate.js';

const anna = { position: 'therapist', certifiedUntil: '2026-12-24' } as const;

describe('who may treat', () => {
  it('is whoever treats until her certificate ends, where the store asks for one', () => {
    expect(lastDayToTreat(anna, true)).toBe('2026-12-24');
    expect(lastDayToTreat(anna, false)).toBeNull();
    expect(lastDayToTreat({ ...anna, position: 'front_desk' }, true)).toBeNull();
  });

  it('is never somebody who treats without one', () => {
    const last = lastDayToTreat({ ...anna, certifiedUntil: null }, true) ?? '9999';
    expect(last < '2000-01-01').toBe(true);
  });
});

describe('a certificate', () => {
  it.each([
    [null, 'none'],
    ['2026-11-23', 'expired'],
    ['2026-11-24', 'soon'],
    ['2026-12-24', 'soon'],
    ['2026-12-25', 'valid'],
  ] as const)('until %s stands as %s on 24 November', (until, standing) => {
    expect(certificateStanding(until, '2026-11-24')).toBe(standing);
  });
});
