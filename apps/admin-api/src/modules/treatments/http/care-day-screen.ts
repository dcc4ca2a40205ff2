import { Injectable } from '@nestjs/common';
import {
  AppointmentQueries,
  Viewer,
  visitsByIds,
  type VisitDetail,
} from '../../appointments/index.js';
import { CustomerQueries, type CustomerSummary } from '../../customers/index.js';
import { requireStore, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, addDays, instantOf, localDate, toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { draftedAmong } from '../data/drafts.js';
import { recordedAmong, unrecordedVisits } from '../data/records.js';
import { RECORDED_STATES, mayRecord, served } from '../rules/who-writes.js';
import type { CareDayDto, CareVisitDto } from './dto/treatment.dto.js';

const LOOKS_BACK_DAYS = 30;
const MOST_UNWRITTEN = 50;
/** Over without having been: nothing was done at them. */
const FELL_THROUGH: readonly string[] = ['cancelled', 'no_show', 'expired', 'held'];
const STEPS = ['arrive', 'start', 'complete'] as const;

/** A day of care as a therapist's phone shows it. */
@Injectable()
export class CareDayScreen {
  constructor(
    private readonly visits: AppointmentQueries,
    private readonly customers: CustomerQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WRONG_STORE, STORE_NOT_FOUND */
  async read(staff: StaffPrincipal, storeId: string, day: string | undefined): Promise<CareDayDto> {
    requireStore(staff, storeId);
    const store = await this.visits.store(storeId);
    const { timeZone } = store;
    const date = day ?? localDate(this.clock.now(), timeZone);
    const found = await this.visits.ofDay(store, date);
    const here = found.visits.filter(({ state }) => !FELL_THROUGH.includes(state));
    const unwritten = await visitsByIds(
      this.database,
      await unrecordedVisits(
        this.database,
        storeId,
        {
          staffId: staff.roles.includes('manager') ? null : staff.staffId,
          from: instantOf(addDays(date, -LOOKS_BACK_DAYS), 0, timeZone),
          until: instantOf(date, 0, timeZone),
        },
        MOST_UNWRITTEN,
      ),
    );
    const customers = await this.#customers([...here, ...unwritten]);
    const ids = [...here, ...unwritten].map(({ id }) => id);
    const [recorded, drafted] = await Promise.all([
      recordedAmong(this.database, ids),
      draftedAmong(this.database, ids, staff.staffId),
    ]);
    const viewer = new Viewer(staff, this.clock.now());
    const show = (visit: VisitDetail): CareVisitDto => ({
      ...shown(visit, staff, customers.get(visit.customerId)),
      next: STEPS.find((step) => viewer.due(visit).includes(step)) ?? null,
      record: recorded.has(visit.id) ? 'written' : drafted.has(visit.id) ? 'draft' : 'none',
    });
    return { date, visits: here.map(show), unwritten: unwritten.map(show) };
  }

  async #customers(visits: readonly VisitDetail[]): Promise<ReadonlyMap<string, CustomerSummary>> {
    const ids = [...new Set(visits.map(({ customerId }) => customerId))];
    const summaries = await this.customers.summaries(this.database, ids);
    return new Map(summaries.map((one) => [one.id, one]));
  }
}

function shown(
  visit: VisitDetail,
  staff: StaffPrincipal,
  customer: CustomerSummary | undefined,
): Omit<CareVisitDto, 'next' | 'record'> {
  const { id, customerId, state, timeZone } = visit;
  const rooms = visit.allocations.filter(({ kind }) => kind === 'room').map(({ name }) => name);
  return {
    ...{ id, customerId, state, customerName: customer?.name ?? '' },
    start: toRfc3339(visit.startsAt, timeZone),
    end: toRfc3339(visit.endsAt, timeZone),
    services: visit.items.map(({ serviceId, serviceName, staffName }) => ({
      ...{ serviceId, serviceName, staffName },
    })),
    rooms: [...new Set(rooms)],
    mine: served(staff.staffId, visit),
    writable: RECORDED_STATES.includes(state) && mayRecord(staff, visit),
  };
}
