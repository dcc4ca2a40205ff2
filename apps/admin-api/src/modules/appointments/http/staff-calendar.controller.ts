import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, addDays, instantOf, toRfc3339, weekdayOf } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import {
  blocksBetween,
  resourcesOfStore,
  shiftsWithBreaks,
  type Block,
  type Shift,
  type Stretch,
} from '../../scheduling/index.js';
import { membersByIds, type StaffMember } from '../../staff/index.js';
import { openOn, openingTimesOf, type Store } from '../../stores/index.js';
import { AppointmentQueries, type KeptForClient } from '../appointment-queries.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ClientStanding } from '../client-standing.js';
import { AvailabilityReader } from './availability-reader.js';
import { AvailabilityDto, AvailabilityQueryDto } from './dto/availability.dto.js';
import { BookingStandingDto, BookingStandingQueryDto } from './dto/answer.dto.js';
import { CalendarDto, StoreDayQueryDto, type CalendarStaffDto } from './dto/calendar.dto.js';
import { StaffVisitPresenter } from './staff-visit-presenter.js';

@Controller('staff')
export class StaffCalendarController {
  constructor(
    private readonly availability: AvailabilityReader,
    private readonly queries: AppointmentQueries,
    private readonly presenter: StaffVisitPresenter,
    private readonly standings: ClientStanding,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything the board of one store and day shows, in one request. */
  @Get('calendar')
  @StaffRoute('calendar.read')
  async calendar(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, date }: StoreDayQueryDto,
  ): Promise<CalendarDto> {
    requireStore(staff, storeId);
    const store = await this.queries.store(storeId);
    const zone = store.timeZone;
    const [from, to] = [instantOf(date, 0, zone), instantOf(addDays(date, 1), 0, zone)];
    const [shifts, blocks, resources, times, found, kept] = await Promise.all([
      shiftsWithBreaks(this.database, storeId, from, to),
      blocksBetween(this.database, storeId, from, to),
      resourcesOfStore(this.database, storeId),
      openingTimesOf(this.database, [storeId], date, date),
      this.queries.ofDay(store, date),
      this.queries.keptOf(store, date),
    ]);
    const visiting = found.visits.flatMap((visit) => visit.items.map((item) => item.staffId));
    const keptFor = kept.map((each) => each.staffId);
    const staffIds = [
      ...new Set([...shifts.map((shift) => shift.staffId), ...visiting, ...keptFor]),
    ];
    const members = await membersByIds(this.database, staffIds);
    const { hours, closures } = times.get(storeId) ?? { hours: [], closures: [] };
    const open = openOn(date, weekdayOf(date), hours, closures);
    const at = (minute: number): string => toRfc3339(instantOf(date, minute, zone), zone);
    return {
      date,
      storeId,
      opensAt: open && at(open.opensMinute),
      closesAt: open && at(open.closesMinute),
      now: toRfc3339(this.clock.now(), zone),
      staff: members.map((member) => presentColumn(member, { shifts, blocks, kept }, store)),
      rooms: resources.flatMap(({ id, name, kind }) =>
        kind === 'staff' ? [] : [{ id, name, kind }],
      ),
      appointments: this.presenter.list(staff, found),
    };
  }

  /** What a client's visits of the last months mean for booking in a store. */
  @Get('clients/:id/booking-standing')
  @StaffRoute('appointments.read')
  async standing(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Query() { storeId }: BookingStandingQueryDto,
  ): Promise<BookingStandingDto> {
    requireStore(staff, storeId);
    await this.presenter.customer(customerId);
    const { timeZone } = await this.queries.store(storeId);
    return this.standings.of(customerId, storeId, timeZone);
  }

  /** Free times as the desk sees them: all of them, without lead time and horizon. */
  @Get('availability')
  @StaffRoute('appointments.read')
  read(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: AvailabilityQueryDto,
  ): Promise<AvailabilityDto> {
    requireStore(staff, query.storeId);
    return this.availability.read(query, staff);
  }
}

/** What takes people's time on a day besides visits. */
interface DayOfStore {
  readonly shifts: readonly Shift[];
  readonly blocks: readonly Block[];
  readonly kept: readonly KeptForClient[];
}

function presentColumn(
  member: StaffMember,
  { shifts, blocks, kept }: DayOfStore,
  store: Store,
): CalendarStaffDto {
  const show = ({ startsAt, endsAt }: Stretch): { start: string; end: string } => ({
    start: toRfc3339(startsAt, store.timeZone),
    end: toRfc3339(endsAt, store.timeZone),
  });
  const hers = shifts.filter((shift) => shift.staffId === member.id);
  const breaks = hers.flatMap((shift) =>
    shift.breaks.map((each) => ({ ...show(each), kind: 'break' as const, reason: null })),
  );
  const leave = blocks
    .filter((block) => block.staffId === member.id)
    .map((block) => ({ ...show(block), kind: block.kind, reason: block.reason }));
  const offers = kept
    .filter(({ staffId }) => staffId === member.id)
    .map((each) => ({ ...show(each), kind: 'offer' as const, reason: each.customerName }));
  return {
    id: member.id,
    name: member.displayName,
    title: member.title,
    position: member.position,
    grade: member.grade,
    shifts: hers.map(show),
    blocks: [...breaks, ...leave, ...offers],
  };
}
