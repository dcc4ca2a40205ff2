import {
  clientSessionEnd,
  shouldNoteSeen,
  shouldProlong,
  staffIdleEnd,
  staffSessionEnd,
} from './session-times.js';
import { hashToken, isToken, newToken } from './token.js';

const HOUR = 3_600_000;
const now = new Date('2026-11-22T10:00:00Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * HOUR);

describe('sessions', () => {
  it('prolongs a client once a day, not once a request', () => {
    const end = clientSessionEnd(now);
    expect(shouldProlong(end, later(23))).toBe(false);
    expect(shouldProlong(end, later(25))).toBe(true);
  });

  it('never lets an idle limit outlast the session', () => {
    const end = staffSessionEnd(now);
    expect(staffIdleEnd(later(15), end)).toEqual(end);
    expect(staffIdleEnd(now, end)).toEqual(later(4));
  });

  it('writes down at most every five minutes that staff were seen', () => {
    expect(shouldNoteSeen(now, later(4 / 60))).toBe(false);
    expect(shouldNoteSeen(now, later(5 / 60))).toBe(true);
  });

  it('gives out tokens of 256 bits and keeps their hash', () => {
    const { token, hash } = newToken();
    expect(isToken(token)).toBe(true);
    expect(hashToken(token)).toEqual(hash);
    expect(hash).toHaveLength(32);
    expect(newToken().token).not.toBe(token);
  });

  it('knows what cannot be a token without asking the database', () => {
    expect(isToken('x'.repeat(42))).toBe(false);
    expect(isToken("' OR 1=1")).toBe(false);
  });
});
