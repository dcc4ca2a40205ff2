import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, addDays, instantOf, localDate } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ChangePlan } from '../../scheduling/index.js';
import { SetClosure } from '../../stores/index.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { lockVisit } from '../data/appointment-repository.js';
import { keepVisit } from '../data/overtime.js';
import { FindStandIns } from '../find-stand-ins.js';
import { ReadShiftPlan } from '../read-shift-plan.js';
import { TouchedVisits } from '../touched-visits.js';
import { TouchingChange, type Touch, type Touching } from '../touching-change.js';
import {
  ChangeShiftPlanDto,
  CloseStoreDto,
  KeepVisitDto,
  LiftClosureDto,
  PlanOutcomeDto,
  ShiftPlanDto,
  ShiftPlanQueryDto,
  StandInListDto,
  StandInsQueryDto,
  TouchedVisitListDto,
  TouchedVisitsQueryDto,
} from './dto/shift-plan.dto.js';
import { presentShiftPlan } from './present-shift-plan.js';
import { PresentTouched } from './present-touched.js';

/** How far ahead visits are looked at whose person will not be there: as far as anybody books. */
const DAYS_AHEAD = 120;

/** The plan of a store's shifts, and the visits that it leaves without their person. */
@Controller('staff')
export class StaffShiftPlanController {
  constructor(
    private readonly queries: AppointmentQueries,
    private readonly readPlan: ReadShiftPlan,
    private readonly changePlan: ChangePlan,
    private readonly setClosure: SetClosure,
    private readonly touching: TouchingChange,
    private readonly touchedVisits: TouchedVisits,
    private readonly findStandIns: FindStandIns,
    private readonly presentTouched: PresentTouched,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who works when in a store, over up to six weeks, with leave and how many visits each has. */
  @Get('shift-plan')
  @StaffRoute('shifts.read')
  async plan(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, from, days }: ShiftPlanQueryDto,
  ): Promise<ShiftPlanDto> {
    requireStore(staff, storeId);
    const store = await this.queries.store(storeId);
    return presentShiftPlan(await this.readPlan.execute(store, from, days), store.timeZone);
  }

  /**
   * Changes days of the plan at once. A day that cannot be changed stays as it is and is named; visits keep their time
   * and person, and those that are touched are listed. 409 SHIFT_TOUCHES_VISITS: a visit came that was not shown yet.
   */
  @Post('shift-plan/changes')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, days, dryRun, seenVisits }: ChangeShiftPlanDto,
  ): Promise<PlanOutcomeDto> {
    requireStore(staff, storeId);
    const store = await this.queries.store(storeId);
    const change = {
      ...{ stores: [store], dates: days.map(({ date }) => date) },
      work: (tx: Tx) => this.changePlan.execute(tx, store, days),
    };
    const { result, touched } = await this.#carryOut(call, change, { dryRun, seenVisits });
    return { refused: [...result], touched: await this.presentTouched.execute(staff, touched) };
  }

  /** Closes the store on a day ahead. Visits on it stay and are listed, as with a change of the plan. */
  @Post('store-closures')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  async close(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, date, reason, dryRun, seenVisits }: CloseStoreDto,
  ): Promise<TouchedVisitListDto> {
    requireStore(staff, storeId);
    const store = await this.queries.store(storeId);
    if (date < localDate(this.clock.now(), store.timeZone)) refuseField('date', '这一天已经过去');
    const work = async (tx: Tx): Promise<object> => {
      await this.setClosure.close(tx, storeId, date, reason.trim());
      return {};
    };
    const change = { stores: [store], dates: [date], work };
    const { touched } = await this.#carryOut(call, change, { dryRun, seenVisits });
    return { items: await this.presentTouched.execute(staff, touched) };
  }

  /** Opens the store again on a day that was closed. */
  @Post('store-closures/lift')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  lift(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, date }: LiftClosureDto,
  ): Promise<LiftClosureDto> {
    requireStore(staff, storeId);
    return this.idempotent.run(call, async (tx) => {
      await this.setClosure.lift(tx, storeId, date);
      return { storeId, date };
    });
  }

  /** Visits ahead whose person will not be there, whatever the cause; those that were kept as they are come too. */
  @Get('touched-visits')
  @StaffRoute('appointments.move')
  async touched(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: TouchedVisitsQueryDto,
  ): Promise<TouchedVisitListDto> {
    requireStore(staff, storeId);
    const store = await this.queries.store(storeId);
    const today = localDate(this.clock.now(), store.timeZone);
    const from = instantOf(addDays(today, -1), 0, store.timeZone);
    const to = instantOf(addDays(today, DAYS_AHEAD), 0, store.timeZone);
    const found = await this.touchedVisits.between(this.database, store, from, to);
    return { items: await this.presentTouched.execute(staff, found) };
  }

  /** Who is able and free to take over from somebody at the same time. */
  @Get('appointments/:id/stand-ins')
  @StaffRoute('appointments.move')
  async standIns(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { staffId }: StandInsQueryDto,
  ): Promise<StandInListDto> {
    return { items: await this.findStandIns.execute(staff, id, staffId) };
  }

  /** Says that a visit stays as it is although its person is not on duty; a later change of it asks anew. */
  @Post('appointments/:id/keep')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  keep(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { version }: KeepVisitDto,
  ): Promise<KeepVisitDto> {
    return this.idempotent.run(call, async (tx) => {
      const visit = (await lockVisit(tx, staff, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      if (visit.version !== version) return refuse('APPOINTMENT_CHANGED');
      await keepVisit(tx, visit, staff);
      return { version };
    });
  }

  #carryOut<T>(
    call: IdempotentCall,
    change: Touching<T>,
    { dryRun, seenVisits }: { dryRun: boolean; seenVisits: readonly string[] },
  ): Promise<Touch<T>> {
    return dryRun ? this.touching.tryOut(change) : this.touching.save(call, change, seenVisits);
  }
}
