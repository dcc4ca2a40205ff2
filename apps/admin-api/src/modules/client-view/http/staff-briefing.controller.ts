import { Controller, Get, Param } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { BriefingQueries } from '../briefing-queries.js';
import { BriefingView } from './dto/briefing.dto.js';
import { presentBriefing } from './present-briefing.js';

/** The client of a visit, for whoever prepares it. */
@Controller('staff/appointments')
export class StaffBriefingController {
  constructor(private readonly briefings: BriefingQueries) {}

  /** What to know before she comes in. Words about health only for those who treat; each read leaves its entry. */
  @Get(':id/briefing')
  @StaffRoute('appointments.read')
  async get(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<BriefingView> {
    return presentBriefing(await this.briefings.of(staff, id));
  }
}
