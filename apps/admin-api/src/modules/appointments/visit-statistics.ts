import { Injectable } from '@nestjs/common';
import {
  addDays,
  daysBetween,
  instantOf,
  localDate,
  type LocalDate,
} from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { blocksBetween, shiftsWithBreaks } from '../scheduling/index.js';
import type { Store } from '../stores/index.js';
import { LEAD_DAYS, servedSteps, visitCounts, type VisitCount } from './data/visit-statistics.js';
import { dayLoads, type DayLoad } from './rules/occupancy.js';

const MOST_DAYS = 62;

/** How a store's days were used, how early its clients book, and who did not come. */
export interface StoreStatistics {
  readonly loads: readonly DayLoad[];
  readonly leads: readonly { readonly fromDays: number; readonly visits: number }[];
  /** Visits that were agreed on and came due, or were called off too late. */
  readonly due: number;
  readonly noShows: number;
  readonly lateCancels: number;
}

const CAME: readonly VisitCount['state'][] = ['arrived', 'in_service', 'completed'];

/** Figures of a store for those who lead it. */
@Injectable()
export class VisitStatistics {
  constructor(private readonly database: Database) {}

  /**
   * Of the visits that begin on these local days, both included.
   * @throws Refusal INVALID_INPUT for days that are turned round, or too many
   */
  async of(store: Store, fromDate: LocalDate, toDate: LocalDate): Promise<StoreStatistics> {
    const days = daysBetween(fromDate, toDate);
    if (days < 0 || days >= MOST_DAYS) refuseField('to', `请选择不超过 ${MOST_DAYS} 天的一段日期`);
    const zone = store.timeZone;
    const from = instantOf(fromDate, 0, zone);
    const until = instantOf(addDays(toDate, 1), 0, zone);
    const [shifts, blocks, steps, counts] = await Promise.all([
      shiftsWithBreaks(this.database, store.id, from, until),
      blocksBetween(this.database, store.id, from, until),
      servedSteps(this.database, store.id, from, until),
      visitCounts(this.database, store.id, from, until),
    ]);
    const ofPeriod = shifts.filter((one) => one.localDate >= fromDate && one.localDate <= toDate);
    const dated = steps.map((step) => ({ ...step, localDate: localDate(step.startsAt, zone) }));
    const sum = (of: (count: VisitCount) => boolean): number =>
      counts.filter(of).reduce((total, { visits }) => total + visits, 0);
    const noShows = sum(({ state }) => state === 'no_show');
    const lateCancels = sum(({ state, lateCancel }) => state === 'cancelled' && lateCancel);
    return {
      loads: dayLoads(ofPeriod, blocks, dated),
      leads: LEAD_DAYS.map((fromDays) => ({
        fromDays,
        visits: sum(({ leadDays, state }) => leadDays === fromDays && state !== 'expired'),
      })),
      ...{ due: sum(({ state }) => CAME.includes(state)) + noShows + lateCancels },
      ...{ noShows, lateCancels },
    };
  }
}
