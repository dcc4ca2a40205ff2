import { PERSON_POLICY, countAttempt, placeOf, type ThrottleState } from './throttle.js';

const START = new Date('2026-11-22T10:00:00Z');
const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

function after(attempts: number): ThrottleState | undefined {
  let state: ThrottleState | undefined;
  let at = START.getTime();
  for (let count = 0; count < attempts; count += 1) {
    at = Math.max(at, state?.blockedUntil?.getTime() ?? 0);
    const decision = countAttempt(state, new Date(at), PERSON_POLICY);
    if (decision.allowed) state = decision.next;
  }
  return state;
}

describe('attempts at a secret', () => {
  it('lets five through, then makes the next wait', () => {
    expect(after(4)?.blockedUntil).toBeNull();
    expect(countAttempt(after(5), START, PERSON_POLICY)).toEqual({
      allowed: false,
      retryAfterMs: 30_000,
    });
  });

  it('doubles the wait with each further attempt, up to a quarter of an hour', () => {
    const pauses = [5, 6, 7, 8, 20].map((attempts) => {
      const state = after(attempts);
      return ((state?.blockedUntil?.getTime() ?? 0) - (state?.lastAttemptAt.getTime() ?? 0)) / 1000;
    });
    expect(pauses).toEqual([30, 60, 120, 240, 900]);
  });

  it('forgets after half an hour without an attempt', () => {
    const decision = countAttempt(after(4), later(1800), PERSON_POLICY);
    expect(decision).toEqual({ allowed: true, next: expect.objectContaining({ attempts: 1 }) });
  });

  it('never answers a wait of nothing', () => {
    expect(countAttempt(after(5), later(30), PERSON_POLICY).allowed).toBe(true);
  });
});

describe('the place an attempt comes from', () => {
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['::ffff:203.0.113.7', '203.0.113'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', undefined],
    ['127.0.0.1', undefined],
  ])('puts %s into %s', (address, place) => expect(placeOf(address)).toBe(place));
});
