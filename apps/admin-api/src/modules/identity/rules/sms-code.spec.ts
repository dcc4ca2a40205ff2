import { newSmsCode, nextSmsCode, type SmsHistory } from './sms-code.js';

const now = new Date('2026-11-22T10:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

function sent(times: number): SmsHistory {
  return { resendAt: now, sentCount: times, windowStartedAt: now };
}

describe('codes by SMS', () => {
  it('have six digits, leading zeros too', () => {
    expect(Array.from({ length: 50 }, newSmsCode).every((code) => /^\d{6}$/.test(code))).toBe(true);
  });

  it('are good for five minutes', () => {
    expect(nextSmsCode(undefined, now)).toMatchObject({ send: true, expiresAt: later(5) });
  });

  it('are sent to a phone once a minute', () => {
    const history = { ...sent(1), resendAt: later(1) };
    expect(nextSmsCode(history, later(0.5))).toEqual({ send: false, retryAfterSeconds: 30 });
    expect(nextSmsCode(history, later(1))).toMatchObject({ send: true, history: { sentCount: 2 } });
  });

  it('are sent to a phone ten times a day', () => {
    expect(nextSmsCode(sent(10), later(60))).toEqual({ send: false, retryAfterSeconds: 23 * 3600 });
    expect(nextSmsCode(sent(10), later(24 * 60))).toMatchObject({
      send: true,
      history: { sentCount: 1 },
    });
  });
});
