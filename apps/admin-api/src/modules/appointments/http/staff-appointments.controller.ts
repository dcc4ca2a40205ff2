import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import {
  PlanVisits,
  SecondPairOfEyes,
  type GrantedOverride,
  type OverrideWish,
} from '../../care/index.js';
import { AdvanceAppointment, type Step } from '../advance-appointment.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { BookAppointment } from '../book-appointment.js';
import { CancelAppointment } from '../cancel-appointment.js';
import { MoveAppointment } from '../move-appointment.js';
import {
  BookPlannedVisitDto,
  BookVisitForClientDto,
  CancelVisitForClientDto,
  MoveVisitDto,
  StartVisitDto,
  StoreVisitsQueryDto,
} from './dto/visit-input.dto.js';
import { StaffVisitDto, StaffVisitListDto } from './dto/visit.dto.js';
import { StaffVisitPresenter } from './staff-visit-presenter.js';

@Controller('staff')
export class StaffAppointmentsController {
  constructor(
    private readonly bookVisit: BookAppointment,
    private readonly advance: AdvanceAppointment,
    private readonly cancelVisit: CancelAppointment,
    private readonly moveVisit: MoveAppointment,
    private readonly queries: AppointmentQueries,
    private readonly presenter: StaffVisitPresenter,
    private readonly idempotent: IdempotentWork,
    private readonly eyes: SecondPairOfEyes,
    private readonly plans: PlanVisits,
    private readonly database: Database,
  ) {}

  /** A store's visits on a day, or those of a state on any day: `state=requested` is what waits for an answer. */
  @Get('appointments')
  @StaffRoute('appointments.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, date, state }: StoreVisitsQueryDto,
  ): Promise<StaffVisitListDto> {
    requireStore(staff, storeId);
    const store = await this.queries.store(storeId);
    const found = date
      ? await this.queries.ofDay(store, date)
      : await this.queries.ahead(store, state ?? refuseField('state', '请给出日期或状态'));
    const items = this.presenter.list(staff, found);
    return { items: state ? items.filter((visit) => visit.state === state) : items };
  }

  @Get('appointments/:id')
  @StaffRoute('appointments.read')
  async one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<StaffVisitDto> {
    return this.presenter.one(staff, await this.queries.byId(staff, id));
  }

  /** Books for a client who stands at the desk, calls or walks in. 409 SLOT_TAKEN carries `alternatives`. */
  @Post('appointments')
  @StaffRoute('appointments.book')
  async book(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { override: wish, ...body }: BookVisitForClientDto,
  ): Promise<StaffVisitDto> {
    requireStore(staff, body.storeId);
    const customer = await this.presenter.customer(body.customerId);
    return this.#answered(call, staff, wish, (override) => {
      const request = { ...body, start: new Date(body.start), override };
      return this.bookVisit.execute(staff, request, call, this.presenter.inside(staff, customer));
    });
  }

  /** Books a visit of a care plan for those who treat her. 409 CARE_PLAN_TOO_SOON carries `earliestOn`. */
  @Post('planned-visits')
  @StaffRoute('care.plan')
  async bookPlanned(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { storeId, start, planStepId, staffId, useSession }: BookPlannedVisitDto,
  ): Promise<StaffVisitDto> {
    requireStore(staff, storeId);
    const { customerId, serviceId } = await this.plans.wanted(this.database, planStepId);
    const customer = await this.presenter.customer(customerId);
    const service = {
      serviceId,
      ...(staffId === undefined ? {} : { staffId }),
      ...(useSession === undefined ? {} : { useSession }),
    };
    const request = {
      ...{ storeId, customerId, planStepId, services: [service] },
      ...{ start: new Date(start), channel: 'desk' as const },
    };
    return this.bookVisit.execute(staff, request, call, this.presenter.inside(staff, customer));
  }

  @Post('appointments/:id/confirm')
  @HttpCode(200)
  @StaffRoute('appointments.decide')
  confirm(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<StaffVisitDto> {
    return this.#step(staff, id, 'confirm', call);
  }

  @Post('appointments/:id/arrive')
  @HttpCode(200)
  @StaffRoute('appointments.serve')
  arrive(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<StaffVisitDto> {
    return this.#step(staff, id, 'arrive', call);
  }

  @Post('appointments/:id/start')
  @HttpCode(200)
  @StaffRoute('appointments.serve')
  async start(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { override: wish }: StartVisitDto,
  ): Promise<StaffVisitDto> {
    const present = await this.presenter.forVisit(staff, id);
    return this.#answered(call, staff, wish, (override) =>
      this.advance.execute(staff, id, 'start', call, present, override),
    );
  }

  @Post('appointments/:id/complete')
  @HttpCode(200)
  @StaffRoute('appointments.serve')
  complete(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<StaffVisitDto> {
    return this.#step(staff, id, 'complete', call);
  }

  @Post('appointments/:id/no-show')
  @HttpCode(200)
  @StaffRoute('appointments.decide')
  noShow(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<StaffVisitDto> {
    return this.#step(staff, id, 'no_show', call);
  }

  @Post('appointments/:id/cancel')
  @HttpCode(200)
  @StaffRoute('appointments.decide')
  async cancel(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: CancelVisitForClientDto,
  ): Promise<StaffVisitDto> {
    const present = await this.presenter.forVisit(staff, id);
    return this.cancelVisit.execute(staff, id, reason.trim(), call, present);
  }

  /** Moves to another time or person; 409 SLOT_TAKEN carries `alternatives`, APPOINTMENT_CHANGED means look again. */
  @Post('appointments/:id/move')
  @HttpCode(200)
  @StaffRoute('appointments.move')
  async move(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: MoveVisitDto,
  ): Promise<StaffVisitDto> {
    const present = await this.presenter.forVisit(staff, id);
    const request = { ...body, start: new Date(body.start) };
    return this.moveVisit.execute(staff, id, request, call, present);
  }

  /** Asks the second person before the deed; a repeat is answered by what was done, whatever the password is by now. */
  #answered(
    call: IdempotentCall,
    staff: StaffPrincipal,
    wish: OverrideWish | undefined,
    deed: (override: GrantedOverride | undefined) => Promise<StaffVisitDto>,
  ): Promise<StaffVisitDto> {
    return this.idempotent.settle(call, async () =>
      deed(wish && (await this.eyes.ask(staff, wish))),
    );
  }

  async #step(
    staff: StaffPrincipal,
    id: string,
    step: Step,
    call: IdempotentCall,
  ): Promise<StaffVisitDto> {
    return this.advance.execute(staff, id, step, call, await this.presenter.forVisit(staff, id));
  }
}
