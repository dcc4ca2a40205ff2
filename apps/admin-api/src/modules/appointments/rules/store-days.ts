import { slotAt } from '../../scheduling/index.js';
import { openOn, type OpeningTimes, type Store } from '../../stores/index.js';
import { addDays, instantOf, localDate, weekdayOf } from '../../../platform/clock/index.js';

/** One local day of a look: when the store is open, in slots; from = to when it is closed. */
export interface DayLook {
  readonly date: string;
  /** Local midnight, where the day's grid of starts begins. */
  readonly midnight: number;
  readonly from: number;
  readonly to: number;
}

/** When a store is open. */
interface Hours {
  readonly store: Pick<Store, 'timeZone'>;
  readonly times: OpeningTimes;
}

/** Some local days of a store in a row. */
export function daysOf({ store, times }: Hours, fromDate: string, dayCount: number): DayLook[] {
  const dates = Array.from({ length: dayCount }, (_, index) => addDays(fromDate, index));
  return dates.map((date) => {
    const open = openOn(date, weekdayOf(date), times.hours, times.closures);
    const slotOf = (minute: number): number =>
      slotAt(instantOf(date, minute, store.timeZone).getTime());
    const from = slotOf(open?.opensMinute ?? 0);
    const to = open ? slotOf(open.closesMinute) : from;
    return { date, midnight: slotOf(0), from, to };
  });
}

/** The day of the store in which something starts; a start after midnight may belong to the night of the day before. */
export function dayAt(hours: Hours, start: Date): DayLook | undefined {
  const slot = slotAt(start.getTime());
  const date = localDate(start, hours.store.timeZone);
  return daysOf(hours, addDays(date, -1), 2).find((day) => slot >= day.from && slot < day.to);
}
