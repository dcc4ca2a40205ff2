import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { allPackagePlans, packagePlanById, packagePlanChanges } from '../data/package-plans.js';
import { SavePackagePlan } from '../save-package-plan.js';
import {
  ChangePackagePlanDto,
  CreatePackagePlanDto,
  PackagePlanHistoryDto,
  StaffPackagePlanDto,
  StaffPackagePlanListDto,
} from './dto/package-plan.dto.js';
import { PackageScreens } from './package-screens.js';
import { presentPackagePlanChange } from './present-package-plan.js';

/** Package plans as the salon keeps them. A brand's plans are one list; each says which stores sell it. */
@Controller('staff/package-plans')
export class StaffPackagePlansController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly savePlan: SavePackagePlan,
    private readonly screens: PackageScreens,
  ) {}

  /** Every plan, also drafts and those that are no longer sold. */
  @Get()
  @StaffRoute('plans.read')
  async list(): Promise<StaffPackagePlanListDto> {
    return { items: await this.screens.plans(await allPackagePlans(this.database)) };
  }

  /** A plan with its history. */
  @Get(':planId')
  @StaffRoute('plans.read')
  async one(@Param('planId', IdPipe) id: string): Promise<PackagePlanHistoryDto> {
    const plan = await this.#plan(id);
    const changes = await packagePlanChanges(this.database, id);
    return { plan, changes: changes.map(presentPackagePlanChange) };
  }

  @Post()
  @StaffRoute('plans.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreatePackagePlanDto,
  ): Promise<StaffPackagePlanDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.savePlan.create(tx, staff, body)).id,
    }));
    return this.#plan(id);
  }

  /** What was sold before keeps its own terms. */
  @Patch(':planId')
  @StaffRoute('plans.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('planId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangePackagePlanDto,
  ): Promise<StaffPackagePlanDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.savePlan.change(tx, staff, id, body);
      return {};
    });
    return this.#plan(id);
  }

  async #plan(id: string): Promise<StaffPackagePlanDto> {
    const plan = (await packagePlanById(this.database, id)) ?? refuse('PACKAGE_PLAN_NOT_FOUND');
    const [shown] = await this.screens.plans([plan]);
    return shown ?? refuse('PACKAGE_PLAN_NOT_FOUND');
  }
}
