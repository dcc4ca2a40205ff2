import { randomInt } from 'node:crypto';

const MINUTE = 60_000;

/** How long a code is good for. */
export const CODE_LIFE_MS = 5 * MINUTE;
/** Guesses per code; the sixth is refused even when right. */
export const CODE_TRIES = 5;
const RESEND_MS = MINUTE;
/** Codes one phone gets in a day: a stranger must not be able to flood somebody's phone at our cost. */
const CODES_PER_WINDOW = 10;
const WINDOW_MS = 24 * 60 * MINUTE;

/** What is kept of the codes sent to one phone for one purpose. */
export interface SmsHistory {
  readonly resendAt: Date;
  readonly sentCount: number;
  readonly windowStartedAt: Date;
}

export type SmsDecision =
  | { readonly send: true; readonly history: SmsHistory; readonly expiresAt: Date }
  | { readonly send: false; readonly retryAfterSeconds: number };

/** Six digits, each of the million equally likely. */
export function newSmsCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Whether a phone may be sent a code now: one a minute, ten a day, whoever asks. */
export function nextSmsCode(history: SmsHistory | undefined, now: Date): SmsDecision {
  const at = now.getTime();
  const later = (instant: number): SmsDecision => ({
    send: false,
    retryAfterSeconds: Math.max(1, Math.ceil((instant - at) / 1000)),
  });
  if (history && history.resendAt.getTime() > at) return later(history.resendAt.getTime());
  const windowEnd = history ? history.windowStartedAt.getTime() + WINDOW_MS : 0;
  const sameWindow = history !== undefined && windowEnd > at;
  if (sameWindow && history.sentCount >= CODES_PER_WINDOW) return later(windowEnd);
  return {
    send: true,
    expiresAt: new Date(at + CODE_LIFE_MS),
    history: {
      resendAt: new Date(at + RESEND_MS),
      sentCount: sameWindow ? history.sentCount + 1 : 1,
      windowStartedAt: sameWindow ? history.windowStartedAt : now,
    },
  };
}
