import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { peakTimesOf, type PeakTime } from '../data/peak-times.js';
import { SavePeakTimes } from '../save-peak-times.js';
import { PeakTimesDto } from './dto/peak-times.dto.js';

/** What stands on the page before anybody decided. */
const USUAL_HOURS = 24;

/** In a path, a store of others is no store. @throws Refusal STORE_NOT_FOUND */
function requireOwn(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('STORE_NOT_FOUND');
}

const present = (peaks: readonly PeakTime[]): PeakTimesDto => ({
  releaseHours: peaks[0]?.releaseHours ?? USUAL_HOURS,
  windows: peaks.map(({ weekday, fromMinute, toMinute }) => ({ weekday, fromMinute, toMinute })),
});

/** The hours that a store keeps for members. */
@Controller('staff/stores/:id/peak-times')
export class PeakTimesController {
  constructor(
    private readonly save: SavePeakTimes,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @StaffRoute('appointments.read')
  async read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
  ): Promise<PeakTimesDto> {
    requireOwn(staff, storeId);
    return present(await peakTimesOf(this.database, storeId));
  }

  /** Holds for what is booked from now on. */
  @Put()
  @StaffRoute('appointments.policy')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
    @Body() { releaseHours, windows }: PeakTimesDto,
  ): Promise<PeakTimesDto> {
    requireOwn(staff, storeId);
    const peaks = windows.map((window) => ({ ...window, releaseHours }));
    const saved = await this.unitOfWork.run((tx) => this.save.execute(tx, staff, storeId, peaks));
    return { ...present(saved), releaseHours };
  }
}
