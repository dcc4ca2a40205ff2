import { addDays, type LocalDate } from '../../../platform/clock/index.js';
import type { TemplateDraft } from './template-draft.js';

/** Days on which a coupon is good, both included, by the wall of the store that issued it. */
export interface ValidDays {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

type Validity = Pick<TemplateDraft, 'validKind' | 'validFrom' | 'validUntil' | 'validDays'>;

const two = (number: number): string => String(number).padStart(2, '0');

/** The next month of this number that is not over, from its first to its last day. */
function monthOf(month: number, today: LocalDate): ValidDays {
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const of = thisMonth <= month ? year : year + 1;
  const next = month === 12 ? `${of + 1}-01-01` : `${of}-${two(month + 1)}-01`;
  return { from: `${of}-${two(month)}-01`, until: addDays(next, -1) };
}

/**
 * When a coupon that is issued today is good.
 * @param birthMonth month of the client's solar birthday; null where it is not known
 * @returns undefined where a birthday is needed and not known, `over` where the days have passed already
 */
export function validDays(
  validity: Validity,
  today: LocalDate,
  birthMonth: number | null,
): ValidDays | 'over' | undefined {
  const { validKind, validFrom, validUntil, validDays: days } = validity;
  if (validKind === 'birthday_month')
    return birthMonth === null ? undefined : monthOf(birthMonth, today);
  if (validKind === 'days') return { from: today, until: addDays(today, (days ?? 1) - 1) };
  if (validFrom === null || validUntil === null) throw new Error('fixed days are always given');
  return validUntil < today ? 'over' : { from: validFrom, until: validUntil };
}

/** The last day of a coupon that comes back today: its own, or so many days from today if that is later. */
export function returnedUntil(until: LocalDate, today: LocalDate, returnDays: number): LocalDate {
  const least = addDays(today, Math.max(1, returnDays) - 1);
  return until > least ? until : least;
}
