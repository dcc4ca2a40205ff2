import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../../platform/auth/index.js';
import type { Tx } from '../../../../platform/database/index.js';
import { CareOverrides } from '../../health/data/care-overrides.js';
import { CarePlanQueries } from '../care-plan-queries.js';
import type { CarePlanAnswerDto } from './dto/plan.dto.js';
import { presentPlan } from './present-plan.js';

/** Plans as those who treat see them. */
@Injectable()
export class PlanScreens {
  constructor(
    private readonly queries: CarePlanQueries,
    private readonly overrides: CareOverrides,
  ) {}

  /** The plan that goes on, or the last one that she had; the look is written down. */
  async ofClient(tx: Tx, staff: StaffPrincipal, customerId: string): Promise<CarePlanAnswerDto> {
    const plan = await this.queries.current(tx, customerId);
    if (!plan) return { plan: null };
    await this.queries.noteRead(tx, staff, customerId);
    const given = await this.overrides.ofClient(tx, customerId);
    const its = given.filter(({ context }) => context.kind === 'plan' && context.id === plan.id);
    return { plan: presentPlan(plan, await this.queries.versions(tx, plan), its) };
  }
}
