import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { KeepDraft } from '../keep-draft.js';
import { RecordTreatment } from '../record-treatment.js';
import { CareDayScreen } from './care-day-screen.js';
import {
  CareDayQueryDto,
  CorrectTreatmentDto,
  TreatmentDraftInputDto,
  TreatmentInputDto,
  TreatmentsQueryDto,
} from './dto/treatment-input.dto.js';
import {
  CareDayDto,
  TreatmentDraftSavedDto,
  TreatmentRecordListDto,
  VisitTreatmentDto,
} from './dto/treatment.dto.js';
import { TreatmentScreens } from './treatment-screens.js';

/** What was done at visits, for those who treat. */
@Controller('staff')
export class StaffTreatmentsController {
  constructor(
    private readonly recordTreatment: RecordTreatment,
    private readonly keepDraft: KeepDraft,
    private readonly screens: TreatmentScreens,
    private readonly careDay: CareDayScreen,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly database: Database,
  ) {}

  /** A store's day with which records are written, and what was left unwritten before. */
  @Get('care-day')
  @StaffRoute('treatments.write')
  day(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, date }: CareDayQueryDto,
  ): Promise<CareDayDto> {
    return this.careDay.read(staff, storeId, date);
  }

  /** The record of a visit, the caller's draft and what the form begins with. */
  @Get('appointments/:id/treatment')
  @StaffRoute('health.read')
  ofVisit(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitTreatmentDto> {
    return this.screens.ofVisit(staff, id);
  }

  /** Keeps what was typed so far; only its author sees it. */
  @Put('appointments/:id/treatment/draft')
  @StaffRoute('treatments.write')
  draft(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { revision, ...typed }: TreatmentDraftInputDto,
  ): Promise<TreatmentDraftSavedDto> {
    return this.idempotent.run(call, async (tx) => ({
      revision: await this.keepDraft.execute(tx, staff, id, revision, typed),
    }));
  }

  /** Writes the record of a visit that is under way or over; one each. */
  @Post('appointments/:id/treatment')
  @StaffRoute('treatments.write')
  async write(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: TreatmentInputDto,
  ): Promise<VisitTreatmentDto> {
    // The answer that is kept with the key names the record only: what it says is read again.
    await this.idempotent.run(call, async (tx) => ({
      id: await this.recordTreatment.write(tx, staff, id, body),
    }));
    return this.screens.ofVisit(staff, id);
  }

  /** Corrects a record: a version of its own with its reason; what stood before stays. */
  @Post('treatments/:recordId/corrections')
  @StaffRoute('treatments.write')
  async correct(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('recordId', IdPipe) recordId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { version, reason, ...typed }: CorrectTreatmentDto,
  ): Promise<VisitTreatmentDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.recordTreatment.correct(tx, staff, recordId, { version, reason, typed });
      return { recordId };
    });
    return this.screens.ofRecord(staff, recordId);
  }

  /** A client's records, latest visit first. */
  @Get('clients/:id/treatments')
  @StaffRoute('health.read')
  async ofClient(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { cursor }: TreatmentsQueryDto,
  ): Promise<TreatmentRecordListDto> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    return this.screens.ofClient(staff, id, cursor);
  }
}
