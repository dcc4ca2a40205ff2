import type { MemberCodeView } from '@/api/types';

/** A code with the difference between the server's clock and this phone's. */
export interface HeldCode {
  code: string;
  shown: string;
  /** Milliseconds since the epoch by this phone's clock. */
  until: number;
}

/** A code is good for the minute after the one in which it is shown: reading and typing takes time. */
const GRACE_MS = 60_000;

/** Takes a code over; a phone whose clock is wrong counts by the server's. */
export function heldCode(
  view: Pick<MemberCodeView, 'code' | 'shown' | 'shownUntil' | 'now'>,
  phoneNow: number,
): HeldCode {
  const left = Date.parse(view.shownUntil) - Date.parse(view.now);
  return { code: view.code, shown: view.shown, until: phoneNow + left };
}

/**
 * - fresh: the code of this minute, with the seconds until the next
 * - late: its minute is over and no newer one came; it still works for so many seconds
 * - over: it works no more
 */
export type CodeState = { kind: 'fresh' | 'late'; secondsLeft: number } | { kind: 'over' };

export function codeState(held: HeldCode, phoneNow: number): CodeState {
  const left = held.until - phoneNow;
  if (left > 0) return { kind: 'fresh', secondsLeft: Math.ceil(left / 1_000) };
  const grace = left + GRACE_MS;
  if (grace > 0) return { kind: 'late', secondsLeft: Math.ceil(grace / 1_000) };
  return { kind: 'over' };
}
