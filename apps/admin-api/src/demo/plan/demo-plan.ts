import { addDays } from '../../platform/clock/index.js';
import { CLOSURES } from '../content/absences.js';
import type { StoreKey } from '../content/content-types.js';
import { PEOPLE } from '../content/staff.js';
import { STORES } from '../content/stores.js';
import { planClients, type PlannedClient } from './client-plan.js';
import { SeededRandom } from './seeded-random.js';
import { planShifts, type PlannedShift } from './shift-plan.js';
import { planVisits, type PlannedVisit } from './visit-plan.js';

/** Everything that the demo tells, before any of it is in the database. */
export interface DemoPlan {
  readonly today: string;
  readonly closures: Readonly<Record<StoreKey, readonly { date: string; reason: string }[]>>;
  readonly shifts: readonly PlannedShift[];
  readonly clients: readonly PlannedClient[];
  readonly visits: readonly PlannedVisit[];
}

const SEED = 20_170_618;
const CLIENTS = 236;
const SHIFT_DAYS = 60;
const HISTORY_DAYS = 35;
/** Clients can book 30 days ahead; few have done so for the last week of them. */
const UPCOMING_DAYS = 21;

/** Plans the demo around a local day; the same day gives the same plan. */
export function planDemo(today: string): DemoPlan {
  const random = new SeededRandom(SEED);
  const closures = {
    wukang: CLOSURES.wukang.map(({ fromDay, reason }) => ({
      date: addDays(today, fromDay),
      reason,
    })),
    binjiang: CLOSURES.binjiang.map(({ fromDay, reason }) => ({
      date: addDays(today, fromDay),
      reason,
    })),
  };
  const hoursOf = (store: StoreKey, weekday: number) => {
    const hours = STORES[store].hours.find((day) => day.weekday === weekday);
    if (!hours) throw new Error(`${store} has no hours on weekday ${weekday}`);
    return hours;
  };
  const shifts = planShifts(PEOPLE, {
    fromDate: addDays(today, -SHIFT_DAYS),
    toDate: addDays(today, SHIFT_DAYS),
    isClosed: (store, date) => closures[store].some((closure) => closure.date === date),
    opensMinute: (store, weekday) => hoursOf(store, weekday).opensMinute,
    closesMinute: (store, weekday) => hoursOf(store, weekday).closesMinute,
  });
  const clients = planClients(random, CLIENTS, today);
  const days = { today, historyDays: HISTORY_DAYS, upcomingDays: UPCOMING_DAYS };
  return { today, closures, shifts, clients, visits: planVisits(random, clients, shifts, days) };
}
