import { Injectable } from '@nestjs/common';
import { servicesForBooking } from '../../catalog/index.js';
import { membersByIds } from '../../staff/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { ID_PATTERN } from '../../../platform/ids/index.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { leads } from '../rules/visit-chain.js';
import { TimeFinder } from '../time-finder.js';
import { VisitPlanner } from '../visit-planner.js';
import type { AvailabilityDto, AvailabilityQueryDto } from './dto/availability.dto.js';

const DEFAULT_DAYS = 7;
const MAX_SERVICES = 6;

/** Answers the availability question of both faces: the same wish, seen by a client or by staff. */
@Injectable()
export class AvailabilityReader {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly times: TimeFinder,
    private readonly visits: AppointmentQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal APPOINTMENT_NOT_FOUND when the visit that is to move is a stranger's, and the planner's */
  async read(query: AvailabilityQueryDto, by: Principal): Promise<AvailabilityDto> {
    const audience = by.kind === 'client' ? 'client' : 'staff';
    const moving = query.moving && (await this.visits.byId(by, query.moving)).id;
    const serviceIds = readServiceIds(query.serviceIds);
    const services = await this.#withStaff(query, serviceIds);
    const { storeId } = query;
    const customerId = by.kind === 'client' ? by.customerId : undefined;
    // Staff see all times; a full day is asked about when they book.
    const context = await this.planner.context({
      ...{ storeId, services, audience, customerId, beyondCaps: audience === 'staff' },
    });
    const from = query.from ?? localDate(this.clock.now(), context.store.timeZone);
    return { days: await this.times.days(context, from, query.days ?? DEFAULT_DAYS, moving) };
  }

  /** The one person asked for does what she can lead; other services of the visit stay with anybody. */
  async #withStaff(
    { storeId, staffId }: AvailabilityQueryDto,
    serviceIds: readonly string[],
  ): Promise<{ serviceId: string; staffId?: string }[]> {
    if (!staffId) return serviceIds.map((serviceId) => ({ serviceId }));
    const [[member], services] = await Promise.all([
      membersByIds(this.database, [staffId]),
      servicesForBooking(this.database, serviceIds, storeId),
    ]);
    const hers = new Set(services.filter((s) => member && leads(member, s)).map((s) => s.id));
    if (services.length > 0 && hers.size === 0) return refuse('STAFF_NOT_AVAILABLE');
    return serviceIds.map((id) => (hers.has(id) ? { serviceId: id, staffId } : { serviceId: id }));
  }
}

function readServiceIds(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim());
  if (ids.length > MAX_SERVICES) return refuseField('serviceIds', '一次最多选六个项目');
  if (!ids.every((id) => ID_PATTERN.test(id)))
    return refuseField('serviceIds', '项目编号格式不正确');
  return ids;
}
