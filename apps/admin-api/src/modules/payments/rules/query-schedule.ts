const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Counted from when the order was made: most people pay within a minute, and a lost notification must not wait long. */
const FIRST = [10 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE];
const THEN_EVERY = 5 * MINUTE;
/** After its end an order is asked about until it is closed. */
const AFTER_END = 5 * SECOND;
const CLOSING_EVERY = MINUTE;
const CLOSING_SLOWLY_AFTER = 15 * MINUTE;
const CLOSING_SLOWLY_EVERY = 15 * MINUTE;

/** When an open order is asked about next, seen from `now`; always later than `now`. */
export function nextQueryAt(
  order: { readonly createdAt: Date; readonly expiresAt: Date },
  now: Date,
): Date {
  const end = order.expiresAt.getTime() + AFTER_END;
  const time = now.getTime();
  if (time >= end) {
    const slowly = time - end >= CLOSING_SLOWLY_AFTER;
    return new Date(time + (slowly ? CLOSING_SLOWLY_EVERY : CLOSING_EVERY));
  }
  const age = time - order.createdAt.getTime();
  const first = FIRST.find((offset) => offset > age);
  const offset = first ?? Math.floor(age / THEN_EVERY + 1) * THEN_EVERY;
  return new Date(Math.min(order.createdAt.getTime() + offset, end));
}

/** Whether an order is over as far as paying goes, and has to be closed at WeChat. */
export function mustClose(order: { readonly expiresAt: Date }, now: Date): boolean {
  return now.getTime() >= order.expiresAt.getTime() + AFTER_END;
}

/**
 * How long after its end an order that WeChat does not know is given up: no request to open it can still be under way.
 */
export const NEVER_OPENED_AFTER_MS = MINUTE;

/** The first wait is longer than a try may take to be answered, so that one is over before the next begins. */
const RETRY = [10 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE];

/** A refund that was taken out of sending is looked for there a while longer, counted from then. */
const WATCH = [MINUTE, 10 * MINUTE, 60 * MINUTE, 24 * 60 * MINUTE];

/** When WeChat is asked next about a refund that is not to be there; null when it has been asked often enough. */
export function nextLookAt(takenOutAt: Date, now: Date): Date | null {
  const age = now.getTime() - takenOutAt.getTime();
  const next = WATCH.find((offset) => offset > age);
  return next === undefined ? null : new Date(takenOutAt.getTime() + next);
}

/** When something that did not work is tried again: `tries` have been made. */
export function nextTryAt(tries: number, now: Date): Date {
  const wait = RETRY[Math.min(tries, RETRY.length - 1)] ?? MINUTE;
  return new Date(now.getTime() + wait);
}
