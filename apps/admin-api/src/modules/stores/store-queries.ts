import { Injectable } from '@nestjs/common';
import { Clock, addDays, localDate, weekdayOf } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { openOn, type OpenRange, type WeekdayHours } from './rules/opening-hours.js';
import { openStores, openingTimesOf, storesByIds, type Store } from './data/store-rows.js';

/** A store as its screens show it. */
export interface ListedStore {
  readonly store: Store;
  readonly hours: readonly WeekdayHours[];
  /** Null when the store stays closed today, by its own calendar. */
  readonly openToday: OpenRange | null;
}

/** Reads of stores for screens. */
@Injectable()
export class StoreQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Stores that take bookings. */
  async listForClients(): Promise<ListedStore[]> {
    return this.#withHours(await openStores(this.database));
  }

  /** The stores of a member of staff, paused ones too. */
  async listForStaff(storeIds: readonly string[]): Promise<ListedStore[]> {
    return this.#withHours(await storesByIds(this.database, storeIds));
  }

  async #withHours(stores: readonly Store[]): Promise<ListedStore[]> {
    const now = this.clock.now();
    const utcDate = localDate(now, 'UTC');
    const ids = stores.map((store) => store.id);
    // Somewhere on earth it is a day earlier or later than in UTC.
    const times = await openingTimesOf(
      this.database,
      ids,
      addDays(utcDate, -1),
      addDays(utcDate, 1),
    );
    return stores.map((store) => {
      const { hours, closures } = times.get(store.id) ?? { hours: [], closures: [] };
      const today = localDate(now, store.timeZone);
      return { store, hours, openToday: openOn(today, weekdayOf(today), hours, closures) };
    });
  }
}
