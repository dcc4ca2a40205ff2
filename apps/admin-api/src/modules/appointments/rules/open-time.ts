/** From when to when a store is open; instants in milliseconds. */
export interface OpenStretch {
  readonly from: number;
  readonly to: number;
}

/** How long the salon has for an answer, and when its manager is told. */
export interface AnswerTimes {
  readonly escalatesAt: Date;
  readonly expiresAt: Date;
}

/** How much open time lies between two instants, in milliseconds. */
function openBetween(stretches: readonly OpenStretch[], from: number, to: number): number {
  return stretches.reduce(
    (sum, each) => sum + Math.max(0, Math.min(each.to, to) - Math.max(each.from, from)),
    0,
  );
}

/** The instant at which so much open time has passed since `from`; undefined where there is not so much. */
function afterOpen(
  stretches: readonly OpenStretch[],
  from: number,
  budget: number,
): number | undefined {
  let left = budget;
  for (const stretch of stretches) {
    const begins = Math.max(stretch.from, from);
    const lasts = Math.max(0, stretch.to - begins);
    if (lasts >= left) return begins + left;
    left -= lasts;
  }
  return undefined;
}

/**
 * By when a request is answered: so many minutes in which the store is open, since nobody answers at night, and never
 * after the visit would begin. The manager is told when half of that time is over.
 * @param stretches in order of time, without overlaps
 */
export function timesToAnswer(
  stretches: readonly OpenStretch[],
  now: Date,
  startsAt: Date,
  answerMinutes: number,
): AnswerTimes {
  const [from, end] = [now.getTime(), startsAt.getTime()];
  const open = openBetween(stretches, from, end);
  const budget = Math.min(answerMinutes * 60_000, open);
  const last = budget < open ? afterOpen(stretches, from, budget) : undefined;
  const half = budget > 0 ? afterOpen(stretches, from, Math.floor(budget / 2)) : undefined;
  const expiresAt = Math.min(last ?? end, end);
  return {
    expiresAt: new Date(expiresAt),
    escalatesAt: new Date(Math.min(half ?? from, expiresAt)),
  };
}
