import { Injectable } from '@nestjs/common';
import { durationMinutes, servicesOfStore, type ServiceDefinition } from '../catalog/index.js';
import { resourcesOfStore } from '../scheduling/index.js';
import { isCertificateRequired, membersOfStore } from '../staff/index.js';
import { turnRulesOf } from '../turns/index.js';
import { openingTimesOf, storeById, type OpeningTimes, type Store } from '../stores/index.js';
import { Database, setupVersion } from '../../platform/database/index.js';
import { policyOf, type BookingPolicy } from './data/booking-policy.js';
import { capsOf, type DailyCap } from './data/daily-caps.js';
import { peakTimesOf, type PeakTime } from './data/peak-times.js';
import type { StoreMeans } from './rules/visit-chain.js';

/** Stores that a process keeps at most; a store with sixty services and thirty people is about 100 KB. */
const MOST_STORES = 100;
/** All closures that there are: a few a year. */
const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31'];

/** Everything of a store that visits are planned from and that changes a few times a week. Shared: never written to. */
export interface StoreSetup {
  readonly store: Store;
  readonly times: OpeningTimes;
  readonly means: StoreMeans;
  /** Whether nobody treats here without a valid health certificate. */
  readonly needsCertificate: boolean;
  /** What the store offers now, by id. */
  readonly services: ReadonlyMap<string, ServiceDefinition>;
  readonly policy: BookingPolicy;
  /** What a day takes at most, by kind and id. */
  readonly caps: readonly DailyCap[];
  /** The hours that it keeps for members. */
  readonly peaks: readonly PeakTime[];
  /** Clients who ask for nobody go to whoever is next in the day's queue. */
  readonly keepsTurns: boolean;
  /** Minutes of the shortest service, waits within it included: a hole shorter than it cannot be sold. */
  readonly shortestMinutes: number;
}

interface Kept {
  readonly version: number;
  readonly setup: Promise<StoreSetup | undefined>;
}

/**
 * Keeps how stores are set up, as long as the database says that nobody changed it: each question costs one read by
 * key instead of seven with joins. What another process commits counts from the next question on.
 */
@Injectable()
export class StoreSetups {
  /** The store asked for last is the last one. */
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly database: Database) {}

  /** @returns undefined where there is no such store */
  async of(storeId: string): Promise<StoreSetup | undefined> {
    const version = await setupVersion(this.database);
    const known = this.#kept.get(storeId);
    this.#kept.delete(storeId);
    const kept = known?.version === version ? known : { version, setup: this.#read(storeId) };
    this.#kept.set(storeId, kept);
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= MOST_STORES) break;
      this.#kept.delete(oldest);
    }
    const setup = await kept.setup.catch((error: unknown) => {
      this.#forget(storeId, kept);
      throw error;
    });
    // Ids of stores come from outside: those that name none must not push out those that do.
    if (!setup) this.#forget(storeId, kept);
    return setup;
  }

  #forget(storeId: string, kept: Kept): void {
    if (this.#kept.get(storeId) === kept) this.#kept.delete(storeId);
  }

  async #read(storeId: string): Promise<StoreSetup | undefined> {
    const [store, times, members, resources, services, policy, needsCertificate, turns, decided] =
      await Promise.all([
        storeById(this.database, storeId),
        openingTimesOf(this.database, [storeId], FIRST_DAY, LAST_DAY),
        membersOfStore(this.database, storeId),
        resourcesOfStore(this.database, storeId),
        servicesOfStore(this.database, storeId),
        policyOf(this.database, storeId),
        isCertificateRequired(this.database, storeId),
        turnRulesOf(this.database, storeId),
        Promise.all([capsOf(this.database, storeId), peakTimesOf(this.database, storeId)]),
      ]);
    if (!store) return undefined;
    const [caps, peaks] = decided;
    const lengths = services
      .map((service) => durationMinutes(service.segments))
      .filter((minutes) => minutes > 0);
    return {
      store,
      times: times.get(storeId) ?? { hours: [], closures: [] },
      means: { members, resources },
      policy,
      caps,
      peaks,
      needsCertificate,
      keepsTurns: turns.isKept,
      services: new Map(services.map((service) => [service.id, service])),
      shortestMinutes: lengths.length > 0 ? Math.min(...lengths) : 0,
    };
  }
}
