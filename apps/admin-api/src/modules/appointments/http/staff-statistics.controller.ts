import { Controller, Get, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { isLocalDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { membersByIds } from '../../staff/index.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { VisitStatistics } from '../visit-statistics.js';
import { StatisticsDto, StatisticsQueryDto } from './dto/statistics.dto.js';

/** Figures of a store's calendar. */
@Controller('staff/appointment-statistics')
export class StaffStatisticsController {
  constructor(
    private readonly statistics: VisitStatistics,
    private readonly queries: AppointmentQueries,
    private readonly database: Database,
  ) {}

  /** How full the days were, how early clients book, who did not come: of visits that begin on these days. */
  @Get()
  @StaffRoute('appointments.statistics')
  async of(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, from, to }: StatisticsQueryDto,
  ): Promise<StatisticsDto> {
    requireStore(staff, storeId);
    if (!isLocalDate(from)) refuseField('from', '没有这一天');
    if (!isLocalDate(to)) refuseField('to', '没有这一天');
    const found = await this.statistics.of(await this.queries.store(storeId), from, to);
    const ids = [...new Set(found.loads.map(({ staffId }) => staffId))];
    const members = await membersByIds(this.database, ids);
    const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
    const loads = found.loads.map((load) => ({
      ...load,
      staffName: names.get(load.staffId) ?? '员工',
    }));
    return { ...found, loads, leads: [...found.leads] };
  }
}
