import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { CustomerQueries } from '../../../customers/index.js';
import { SecondPairOfEyes, type GrantedOverride } from '../../health/second-pair-of-eyes.js';
import { WritePlan } from '../write-plan.js';
import { CarePlanInputDto, ChangeCarePlanDto, TurnCarePlanDto } from './dto/plan-input.dto.js';
import { CarePlanAnswerDto } from './dto/plan.dto.js';
import { PlanScreens } from './plan-screens.js';

/** What is planned for a client, for those who treat. A plan is one in all stores, like what she does not tolerate. */
@Controller('staff')
export class StaffCarePlansController {
  constructor(
    private readonly writePlan: WritePlan,
    private readonly screens: PlanScreens,
    private readonly eyes: SecondPairOfEyes,
    private readonly customers: CustomerQueries,
    private readonly idempotent: IdempotentWork,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The plan that goes on, or the last one that she had, with how far it is and how she liked it. */
  @Get('clients/:id/care-plan')
  @StaffRoute('health.read')
  read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<CarePlanAnswerDto> {
    return this.unitOfWork.run((tx) => this.#shown(tx, staff, id));
  }

  /** Plans for her; one at a time. 409 CARE_CONTRAINDICATED asks for a second person. */
  @Post('clients/:id/care-plan')
  @StaffRoute('care.plan')
  create(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: CarePlanInputDto,
  ): Promise<CarePlanAnswerDto> {
    return this.#written(staff, call, body, async (tx, override) => {
      await this.writePlan.create(tx, staff, id, body, { storeId: body.storeId, override });
      return id;
    });
  }

  /** A version of its own with its reason; she is asked for her yes again. What is done or booked stays. */
  @Post('care-plans/:planId/versions')
  @StaffRoute('care.plan')
  change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('planId', IdPipe) planId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeCarePlanDto,
  ): Promise<CarePlanAnswerDto> {
    const { version, reason, storeId } = body;
    return this.#written(staff, call, body, (tx, override) => {
      const change = { version, reason, typed: body };
      return this.writePlan.change(tx, staff, planId, change, { storeId, override });
    });
  }

  /** Lets it rest, go on, or end. */
  @Post('care-plans/:planId/state')
  @HttpCode(200)
  @StaffRoute('care.plan')
  async turn(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('planId', IdPipe) planId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: TurnCarePlanDto,
  ): Promise<CarePlanAnswerDto> {
    const { customerId } = await this.idempotent.run(call, async (tx) => ({
      customerId: await this.writePlan.turn(tx, staff, planId, body),
    }));
    return this.unitOfWork.run((tx) => this.#shown(tx, staff, customerId));
  }

  /** Asks the second person before the deed; what is kept with the key names the client only. */
  async #written(
    staff: StaffPrincipal,
    call: IdempotentCall,
    { storeId, override: wish }: CarePlanInputDto,
    deed: (tx: Tx, override: GrantedOverride | undefined) => Promise<string>,
  ): Promise<CarePlanAnswerDto> {
    requireStore(staff, storeId);
    const { customerId } = await this.idempotent.settle(call, async () => {
      const override = wish && (await this.eyes.ask(staff, wish));
      return this.idempotent.run(call, async (tx) => ({ customerId: await deed(tx, override) }));
    });
    return this.unitOfWork.run((tx) => this.#shown(tx, staff, customerId));
  }

  async #shown(tx: Tx, staff: StaffPrincipal, customerId: string): Promise<CarePlanAnswerDto> {
    if (!(await this.customers.summary(tx, customerId))) refuse('CLIENT_NOT_FOUND');
    return this.screens.ofClient(tx, staff, customerId);
  }
}
