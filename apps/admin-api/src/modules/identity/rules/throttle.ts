const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What is kept of the sign-ins tried under one key. */
export interface ThrottleState {
  readonly attempts: number;
  readonly lastAttemptAt: Date;
  readonly blockedUntil: Date | null;
}

export interface ThrottlePolicy {
  /** Attempts before the first pause. */
  readonly free: number;
  /** Pauses double from here… */
  readonly firstPauseMs: number;
  /** …up to here. */
  readonly longestPauseMs: number;
  /** All is forgotten after this long without an attempt. */
  readonly forgetMs: number;
}

export type ThrottleDecision =
  | { readonly allowed: true; readonly next: ThrottleState }
  | { readonly allowed: false; readonly retryAfterMs: number };

/** One person at one place, or one known device: five tries, then 30 s, 60 s, … up to 15 min. */
export const PERSON_POLICY: ThrottlePolicy = {
  free: 5,
  firstPauseMs: 30 * SECOND,
  longestPauseMs: 15 * MINUTE,
  forgetMs: 30 * MINUTE,
};

/**
 * One place, any names from browsers we do not know: a shop behind one address has many who mistype, a guesser has
 * more. Short and never long, for a stranger on the guest Wi-Fi makes everybody's new browser there wait too: two tries
 * a minute are few for a guesser with many names, and each name has its own counters.
 */
export const PLACE_POLICY: ThrottlePolicy = {
  free: 50,
  firstPauseMs: 10 * SECOND,
  longestPauseMs: 30 * SECOND,
  forgetMs: 15 * MINUTE,
};

/** One name from places and devices we do not know: slows a guesser who has many addresses. */
export const NAME_POLICY: ThrottlePolicy = {
  free: 100,
  firstPauseMs: MINUTE,
  longestPauseMs: 15 * MINUTE,
  forgetMs: 60 * MINUTE,
};

/**
 * Counts an attempt before its outcome is known, so that guesses sent at once cannot pass together: success gives
 * it back.
 */
export function countAttempt(
  state: ThrottleState | undefined,
  now: Date,
  policy: ThrottlePolicy,
): ThrottleDecision {
  const at = now.getTime();
  const blockedFor = (state?.blockedUntil?.getTime() ?? 0) - at;
  if (blockedFor > 0) return { allowed: false, retryAfterMs: blockedFor };
  const forgotten = !state || at - state.lastAttemptAt.getTime() >= policy.forgetMs;
  const attempts = (forgotten ? 0 : state.attempts) + 1;
  const over = attempts - policy.free;
  // 2 to the 20th is beyond any longest pause; more would only overflow.
  const pause = Math.min(policy.firstPauseMs * 2 ** Math.min(over, 20), policy.longestPauseMs);
  const blockedUntil = over >= 0 ? new Date(at + pause) : null;
  return { allowed: true, next: { attempts, lastAttemptAt: now, blockedUntil } };
}

/** The block an address is in: IPv4 by /24, IPv6 by /64, as providers hand them out. Undefined for loopback. */
export function placeOf(address: string): string | undefined {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (plain === '::1' || plain.startsWith('127.')) return undefined;
  if (!plain.includes(':')) return plain.split('.').slice(0, 3).join('.');
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing =
    tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length;
  const whole = [
    ...groups,
    ...Array.from({ length: missing }, () => '0'),
    ...(tail?.split(':') ?? []),
  ];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
