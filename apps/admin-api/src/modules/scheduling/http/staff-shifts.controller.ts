import { Controller, Get, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { addDays, instantOf, toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { membersByIds } from '../../staff/index.js';
import { storeById } from '../../stores/index.js';
import { shiftsWithBreaks, type Stretch } from '../data/shifts.js';
import { ShiftListDto, ShiftsQueryDto, type StretchDto } from './dto/shift.dto.js';

@Controller('staff/shifts')
export class StaffShiftsController {
  constructor(private readonly database: Database) {}

  /** Who works when in a store, over some days. */
  @Get()
  @StaffRoute('shifts.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, from, days }: ShiftsQueryDto,
  ): Promise<ShiftListDto> {
    requireStore(staff, storeId);
    const store = (await storeById(this.database, storeId)) ?? refuse('STORE_NOT_FOUND');
    const zone = store.timeZone;
    const [begin, end] = [instantOf(from, 0, zone), instantOf(addDays(from, days), 0, zone)];
    const shifts = await shiftsWithBreaks(this.database, storeId, begin, end);
    const members = await membersByIds(this.database, [...new Set(shifts.map((s) => s.staffId))]);
    const names = new Map(members.map((member) => [member.id, member.displayName]));
    const show = ({ startsAt, endsAt }: Stretch): StretchDto => ({
      start: toRfc3339(startsAt, zone),
      end: toRfc3339(endsAt, zone),
    });
    const items = shifts.map((shift) => ({
      staffId: shift.staffId,
      staffName: names.get(shift.staffId) ?? '',
      localDate: shift.localDate,
      ...show(shift),
      breaks: shift.breaks.map(show),
    }));
    return { items };
  }
}
