import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { allPlans, planById, planChanges, type Plan } from '../data/plans.js';
import { SavePlan } from '../save-plan.js';
import {
  ChangePlanDto,
  CreatePlanDto,
  PlanHistoryDto,
  StaffPlanDto,
  StaffPlanListDto,
} from './dto/plan.dto.js';
import { presentPlanChange, presentStaffPlan } from './present-plan.js';
import { ScreenStores } from './screen-stores.js';

/** Stored-value plans as the salon keeps them. A brand's plans are one list; each says which stores sell it. */
@Controller('staff/stored-value-plans')
export class StaffPlansController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly savePlan: SavePlan,
    private readonly stores: ScreenStores,
  ) {}

  /** Every plan, also drafts and those that are no longer sold. */
  @Get()
  @StaffRoute('plans.read')
  async list(): Promise<StaffPlanListDto> {
    const plans = await allPlans(this.database);
    const stores = await this.stores.of(plans.flatMap((plan) => plan.storeIds));
    return { items: plans.map((plan) => presentStaffPlan(plan, stores)) };
  }

  /** A plan with its history. */
  @Get(':planId')
  @StaffRoute('plans.read')
  async one(@Param('planId', IdPipe) id: string): Promise<PlanHistoryDto> {
    const plan = (await planById(this.database, id)) ?? refuse('PLAN_NOT_FOUND');
    const changes = await planChanges(this.database, id);
    return { plan: await this.#present(plan), changes: changes.map(presentPlanChange) };
  }

  @Post()
  @StaffRoute('plans.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreatePlanDto,
  ): Promise<StaffPlanDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.savePlan.create(tx, staff, body)).id,
    }));
    return this.#present((await planById(this.database, id)) ?? refuse('PLAN_NOT_FOUND'));
  }

  /** What was sold before keeps its own terms. */
  @Patch(':planId')
  @StaffRoute('plans.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('planId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangePlanDto,
  ): Promise<StaffPlanDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.savePlan.change(tx, staff, id, body);
      return {};
    });
    return this.#present((await planById(this.database, id)) ?? refuse('PLAN_NOT_FOUND'));
  }

  async #present(plan: Plan): Promise<StaffPlanDto> {
    return presentStaffPlan(plan, await this.stores.of(plan.storeIds));
  }
}
