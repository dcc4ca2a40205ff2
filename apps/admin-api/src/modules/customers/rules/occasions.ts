import { addDays, type LocalDate } from '../../../platform/clock/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { formatBirthday, readDay, type Birthday } from './birthday.js';
import { birthdaysOn } from './birthday-days.js';

/** Of one client. */
export const MOST_OCCASIONS = 12;
const LATEST = '2199-12-31';
/**
 * A lunar day comes again within thirteen months, one of a leap month too: it is kept in the month itself then. The last
 * day of a lunar year is at most this far from the January that has its number.
 */
const LOOK_DAYS = 420;

/** A day that matters to a client beside her birthday. */
export interface Occasion extends Birthday {
  /** In her own words: 结婚纪念日, 女儿生日. */
  readonly label: string;
  /** False for a day that comes once; it has a year then. */
  readonly yearly: boolean;
}

/** How an occasion comes in. */
export interface OccasionText {
  readonly label: string;
  /** `2015-05-20`, or `--05-20` without a year; a lunar one by the lunar year, month and day. */
  readonly date: string;
  readonly calendar?: Birthday['calendar'];
  readonly leapMonth?: boolean;
  /** true unless told */
  readonly yearly?: boolean;
}

/** @throws Refusal INVALID_INPUT naming the member, such as `occasions.0.date` */
export function readOccasions(texts: readonly OccasionText[]): Occasion[] {
  return texts.map(({ label: typed, date, calendar = 'solar', leapMonth = false, ...rest }, n) => {
    const [label, yearly, here] = [typed.trim(), rest.yearly ?? true, `occasions.${n}`];
    if (label === '') return refuseField(`${here}.label`, '请写下是什么日子');
    const names = { text: `${here}.date`, leapMonth: `${here}.leapMonth` };
    const day = readDay({ text: date, calendar, leapMonth }, LATEST, names);
    if (!yearly && day.year === null) return refuseField(`${here}.date`, '只有一次的日子要写年份');
    return { ...day, label, yearly };
  });
}

/** The next day on which it is kept, today included; null for one that is over. */
export function nextOn(occasion: Occasion, today: LocalDate): LocalDate | null {
  const firstYear = `${occasion.year ?? 1900}-01-01`;
  const from = firstYear > today ? firstYear : today;
  for (let ahead = 0; ahead <= LOOK_DAYS; ahead += 1) {
    const on = addDays(from, ahead);
    const isIt = birthdaysOn(on, 'feb28').some(
      (one) =>
        one.calendar === occasion.calendar &&
        one.month === occasion.month &&
        one.day === occasion.day &&
        one.leapMonth === occasion.leapMonth &&
        (occasion.yearly ? one.year >= (occasion.year ?? 0) : one.year === occasion.year),
    );
    if (isIt) return on;
  }
  return null;
}

/** As it stands in a history: `结婚纪念日 农历闰6-8`. */
export function occasionWords(occasion: Occasion): string {
  const calendar = occasion.calendar === 'lunar' ? '农历' : '';
  const date = formatBirthday(occasion).replace('--', '');
  return `${occasion.label} ${calendar}${occasion.leapMonth ? '闰' : ''}${date}`;
}

/** Whether two are the same in every word. */
export const sameOccasion = (a: Occasion, b: Occasion): boolean =>
  occasionWords(a) === occasionWords(b) && a.yearly === b.yearly;
