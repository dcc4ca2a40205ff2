import { Injectable } from '@nestjs/common';
import { Clock, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { Database, type Reader } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { policyOf, type BookingPolicy } from './data/booking-policy.js';
import { historySince } from './data/visit-reads.js';
import { byPhoneWords, standingOf, type BookingStanding } from './rules/booking-standing.js';
import type { StoreSetup } from './store-setups.js';

const DAYS_A_MONTH = 30;

/** What a client's visits of the last months mean for booking in a store. They count in whatever store they were. */
@Injectable()
export class ClientStanding {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As the desk reads it. */
  async of(customerId: string, storeId: string, timeZone: string): Promise<BookingStanding> {
    const policy = await policyOf(this.database, storeId);
    return this.#read(this.database, customerId, policy, timeZone);
  }

  /** @throws Refusal BOOK_BY_PHONE with the reason in words */
  async require(reader: Reader, customerId: string, { policy, store }: StoreSetup): Promise<void> {
    // Most stores do not mind, and then nothing is read.
    if (policy.mostNoShows === null && policy.mostLateCancels === null) return;
    const standing = await this.#read(reader, customerId, policy, store.timeZone);
    if (!standing.byPhoneOnly) return;
    const { noShows, lateCancels } = standing;
    const extras = { noShows, lateCancels, phone: store.phone };
    refuse('BOOK_BY_PHONE', { detail: byPhoneWords(standing, policy), extras });
  }

  async #read(
    reader: Reader,
    customerId: string,
    policy: BookingPolicy,
    zone: string,
  ): Promise<BookingStanding> {
    const today = localDate(this.clock.now(), zone);
    const from = instantOf(addDays(today, -DAYS_A_MONTH * policy.historyMonths), 0, zone);
    return standingOf(await historySince(reader, customerId, from), policy);
  }
}
