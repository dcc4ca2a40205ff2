const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A client stays signed in this long after her last visit to the mini-program. */
const CLIENT_LIFE_MS = 30 * DAY;
/** Her session is prolonged once it has lost this much: at most one write a day, never one per request. */
const CLIENT_SLIDE_MS = DAY;

/** A console left alone is signed out: long enough for a treatment, short enough for an unattended desk. */
const STAFF_IDLE_MS = 4 * HOUR;
/** Nobody works longer without signing in again. */
const STAFF_LIFE_MS = 16 * HOUR;
/** Being seen is written down at most this often. */
const STAFF_SEEN_MS = 5 * MINUTE;

const after = (instant: Date, milliseconds: number): Date =>
  new Date(instant.getTime() + milliseconds);

export function clientSessionEnd(now: Date): Date {
  return after(now, CLIENT_LIFE_MS);
}

export function shouldProlong(expiresAt: Date, now: Date): boolean {
  return expiresAt.getTime() - now.getTime() < CLIENT_LIFE_MS - CLIENT_SLIDE_MS;
}

export function staffSessionEnd(now: Date): Date {
  return after(now, STAFF_LIFE_MS);
}

/** Never later than the end of the session itself. */
export function staffIdleEnd(now: Date, expiresAt: Date): Date {
  return new Date(Math.min(now.getTime() + STAFF_IDLE_MS, expiresAt.getTime()));
}

export function shouldNoteSeen(lastSeenAt: Date, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= STAFF_SEEN_MS;
}
