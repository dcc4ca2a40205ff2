import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { SaveDailyCaps } from '../save-daily-caps.js';
import { DailyCapsDto, DailyCapsInputDto } from './dto/daily-cap.dto.js';

/** In a path, a store of others is no store. @throws Refusal STORE_NOT_FOUND */
function requireOwn(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('STORE_NOT_FOUND');
}

/** What a day of a store takes at most. */
@Controller('staff/stores/:id/daily-caps')
export class DailyCapsController {
  constructor(private readonly caps: SaveDailyCaps) {}

  @Get()
  @StaffRoute('appointments.read')
  async read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
  ): Promise<DailyCapsDto> {
    requireOwn(staff, storeId);
    return { items: await this.caps.read(storeId) };
  }

  /** Holds for what is booked from now on. */
  @Put()
  @StaffRoute('appointments.policy')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
    @Body() { caps }: DailyCapsInputDto,
  ): Promise<DailyCapsDto> {
    requireOwn(staff, storeId);
    return { items: await this.caps.execute(staff, storeId, caps) };
  }
}
