import { Injectable } from '@nestjs/common';
import type { AppointmentState } from '@yance/shared-types';
import { CustomerQueries, type CustomerSummary } from '../customers/index.js';
import type { ClientPrincipal, Principal } from '../../platform/auth/index.js';
import { Clock, addDays, instantOf } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { ID_PATTERN } from '../../platform/ids/index.js';
import { storeById, type Store } from '../stores/index.js';
import {
  visitById,
  visitsAhead,
  visitsOfCustomer,
  visitsOfStore,
  type VisitCursor,
  type VisitScope,
} from './data/visit-reads.js';
import { keptBetween, type KeptStretch } from './data/visit-options.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';

const PAGE = 20;
const MOST_AHEAD = 200;

/** A stretch that is kept for a client's choice. */
export interface KeptForClient extends KeptStretch {
  readonly customerName: string;
}

/** Visits with the clients they belong to. */
export interface VisitsWithCustomers {
  readonly visits: readonly WordedVisit[];
  readonly customers: ReadonlyMap<string, CustomerSummary>;
}

/** Reads of visits, each scoped to who asks. */
@Injectable()
export class AppointmentQueries {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly words: VisitWords,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal APPOINTMENT_NOT_FOUND also when it is a stranger's */
  async byId(by: Principal, id: string): Promise<WordedVisit> {
    const visit = (await visitById(this.database, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    return this.words.openOne(this.database, visit);
  }

  /** A page of a client's own visits. */
  async pageOf(
    client: ClientPrincipal,
    scope: VisitScope,
    cursor: string | undefined,
  ): Promise<{ items: WordedVisit[]; nextCursor?: string }> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    const page = { now: this.clock.now(), limit: PAGE + 1, after };
    const found = await visitsOfCustomer(this.database, client.customerId, scope, page);
    const items = await this.words.open(this.database, found.slice(0, PAGE));
    const last = items[items.length - 1];
    return found.length > PAGE && last ? { items, nextCursor: writeCursor(last) } : { items };
  }

  /** All visits of a store on a local day. */
  async ofDay(store: Store, date: string): Promise<VisitsWithCustomers> {
    const zone = store.timeZone;
    const [from, to] = [instantOf(date, 0, zone), instantOf(addDays(date, 1), 0, zone)];
    const visits = await visitsOfStore(this.database, store.id, from, to);
    return this.withCustomers(await this.words.open(this.database, visits));
  }

  /** What of a store's people is kept on a local day for clients who choose among offered times. */
  async keptOf(store: Store, date: string): Promise<KeptForClient[]> {
    const zone = store.timeZone;
    const [from, to] = [instantOf(date, 0, zone), instantOf(addDays(date, 1), 0, zone)];
    const kept = await keptBetween(this.database, store.id, from, to);
    if (kept.length === 0) return [];
    const ids = [...new Set(kept.map(({ customerId }) => customerId))];
    const summaries = await this.customers.summaries(this.database, ids);
    const names = new Map(summaries.map(({ id, name }) => [id, name]));
    return kept.map((each) => ({ ...each, customerName: names.get(each.customerId) ?? '' }));
  }

  /** A store's visits of a state that are not over, on any day, the soonest first. */
  async ahead(store: Store, state: AppointmentState): Promise<VisitsWithCustomers> {
    const now = this.clock.now();
    const visits = await visitsAhead(this.database, store.id, state, now, MOST_AHEAD);
    return this.withCustomers(await this.words.open(this.database, visits));
  }

  async withCustomers(visits: readonly WordedVisit[]): Promise<VisitsWithCustomers> {
    const ids = [...new Set(visits.map((visit) => visit.customerId))];
    const summaries = await this.customers.summaries(this.database, ids);
    return { visits, customers: new Map(summaries.map((summary) => [summary.id, summary])) };
  }

  /** @throws Refusal STORE_NOT_FOUND */
  async store(storeId: string): Promise<Store> {
    return (await storeById(this.database, storeId)) ?? refuse('STORE_NOT_FOUND');
  }
}

function writeCursor(visit: VisitCursor): string {
  return Buffer.from(`${visit.startsAt.getTime()}.${visit.id}`).toString('base64url');
}

function readCursor(text: string): VisitCursor {
  const [time, id] = Buffer.from(text, 'base64url').toString('latin1').split('.');
  const startsAt = new Date(Number(time));
  if (!id || !ID_PATTERN.test(id) || Number.isNaN(startsAt.getTime())) {
    return refuseField('cursor', '翻页位置不正确，请从头看起');
  }
  return { startsAt, id };
}
