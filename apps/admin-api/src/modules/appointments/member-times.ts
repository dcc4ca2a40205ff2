import { Injectable } from '@nestjs/common';
import { TierQueries } from '../membership/index.js';
import { slotAt } from '../scheduling/index.js';
import { addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { reservedOn, type Reserved } from './rules/peak-times.js';
import type { DayLook } from './rules/store-days.js';
import type { StoreSetup } from './store-setups.js';

/** What is kept for members, by local day, and for whom. */
export interface ReservedTimes {
  readonly byDate: ReadonlyMap<string, readonly Reserved[]>;
  /** Names of the tiers that they are kept for, from the lowest up. */
  readonly tierNames: readonly string[];
}

/** Nothing is kept. */
export const NOTHING_RESERVED: ReservedTimes = { byDate: new Map(), tierNames: [] };

/** What a client's tier lets her book that others may not: days further ahead, and peak times. */
@Injectable()
export class MemberTimes {
  constructor(
    private readonly tiers: TierQueries,
    private readonly database: Database,
  ) {}

  /** The first slot that a client cannot book yet. Her tier is asked only about days that are too far for others. */
  async horizonSlot(
    { store }: StoreSetup,
    customerId: string | undefined,
    days: readonly DayLook[],
    now: Date,
  ): Promise<number> {
    const { timeZone: zone, settings } = store;
    const today = localDate(now, zone);
    const after = (ahead: number): number =>
      slotAt(instantOf(addDays(today, ahead + 1), 0, zone).getTime());
    const forAll = after(settings.horizonDays);
    if (customerId === undefined || !days.some(({ from }) => from >= forAll)) return forAll;
    const hers = await this.tiers.horizonDays(this.database, customerId);
    return after(Math.max(settings.horizonDays, hers ?? 0));
  }

  /**
   * What of some days is kept for members and not for this client. Nobody is asked where nothing is kept, and nothing
   * is where no tier has it.
   */
  async reserved(
    { store, peaks }: StoreSetup,
    customerId: string | undefined,
    days: readonly DayLook[],
    now: Date,
  ): Promise<ReservedTimes> {
    if (peaks.length === 0) return NOTHING_RESERVED;
    const byDate = new Map(
      days.map(({ date }) => [date, reservedOn(peaks, date, store.timeZone, now)] as const),
    );
    if (![...byDate.values()].some((kept) => kept.length > 0)) return NOTHING_RESERVED;
    const tierNames = await this.tiers.withPeakFirst(this.database);
    if (tierNames.length === 0) return NOTHING_RESERVED;
    const isHers =
      customerId !== undefined && (await this.tiers.peakFirst(this.database, customerId));
    return isHers ? NOTHING_RESERVED : { byDate, tierNames };
  }
}
