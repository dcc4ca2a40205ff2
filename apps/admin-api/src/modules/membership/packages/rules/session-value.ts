import { addDays, daysBetween, type LocalDate } from '../../../../platform/clock/index.js';

/** What one use takes out of what is left, in fen: an equal part, gifts counted in, and the last takes the residue. */
export function sessionValue(leftFen: number, sessionsLeft: number): number {
  if (sessionsLeft <= 0) throw new RangeError('there is no session left');
  return sessionsLeft === 1 ? leftFen : Math.floor(leftFen / sessionsLeft);
}

/** How many of the gifts are left: they lapse, so they are used before what was paid for. */
export function giftsLeft(item: {
  readonly giftSessions: number;
  readonly sessions: number;
  readonly unitsLeft: number;
}): number {
  const gone = item.sessions + item.giftSessions - item.unitsLeft;
  return Math.max(0, item.giftSessions - gone);
}

/** The last day of something that is valid for some days from this one on. */
export const lastDay = (from: LocalDate, days: number | null): LocalDate | null =>
  days === null ? null : addDays(from, days - 1);

/** What the days from `from` to `to` (both included) of a card by time are worth. */
export interface DayShares {
  readonly amountFen: number;
  readonly days: number;
}

/**
 * The share of some days of what is left of a card by time; the last day of the card takes the residue.
 * @param leftFen what is left before `from`
 */
export function dayShares(
  leftFen: number,
  card: { readonly from: LocalDate; readonly to: LocalDate; readonly expiresOn: LocalDate },
): DayShares {
  const days = daysBetween(card.from, card.to) + 1;
  const all = daysBetween(card.from, card.expiresOn) + 1;
  if (days <= 0 || all <= 0) return { amountFen: all <= 0 ? leftFen : 0, days: 0 };
  let open = leftFen;
  for (let left = all; left > all - Math.min(days, all); left -= 1)
    open -= sessionValue(open, left);
  return { amountFen: leftFen - open, days: Math.min(days, all) };
}
