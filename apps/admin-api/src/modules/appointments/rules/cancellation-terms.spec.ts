import { cancellationTerms, freeCancelUntil } from './cancellation-terms.js';

describe('cancellation', () => {
  const startsAt = new Date('2026-11-22T06:00:00Z');
  const visit = { freeCancelUntil: freeCancelUntil(startsAt, 2), heldFor: null };

  it('is free up to the last instant of the store’s free time, and late after it', () => {
    expect(cancellationTerms(visit, new Date('2026-11-22T04:00:00.000Z'), true).late).toBe(false);
    expect(cancellationTerms(visit, new Date('2026-11-22T04:00:00.001Z'), true).late).toBe(true);
  });

  it('is never the client’s lateness when the salon cancels', () => {
    expect(cancellationTerms(visit, startsAt, false).late).toBe(false);
  });

  it('is never late while she was asked to choose another time', () => {
    const offered = { ...visit, heldFor: 'choice' };
    expect(cancellationTerms(offered, startsAt, true).late).toBe(false);
  });
});
