import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { Plan, PlanChange } from '../data/plans.js';
import type { PlanChangeDto, PlanDto, StaffPlanDto } from './dto/plan.dto.js';
import type { StoresById } from './present-wallet.js';

export function presentPlan(plan: Plan, stores: StoresById): PlanDto {
  return {
    ...{ id: plan.id, name: plan.name, priceFen: plan.priceFen, bonusFen: plan.bonusFen },
    ...{ spendOrder: plan.spendOrder, validEverywhere: plan.validEverywhere },
    stores: plan.storeIds.map((id) => ({ id, name: stores.get(id)?.name ?? '' })),
    refundTerms: plan.refundTerms,
  };
}

export function presentStaffPlan(plan: Plan, stores: StoresById): StaffPlanDto {
  return {
    ...presentPlan(plan, stores),
    ...{ onPhone: plan.onPhone, ownReasonBasis: plan.ownReasonBasis, state: plan.state },
    ...{ sort: plan.sort, version: plan.version, updatedAt: toRfc3339(plan.updatedAt, HOME_ZONE) },
  };
}

export function presentPlanChange({ version, at, byName, plan }: PlanChange): PlanChangeDto {
  const { name, priceFen, bonusFen, spendOrder, validEverywhere, onPhone, refundTerms } = plan;
  const { ownReasonBasis, state, sort } = plan;
  return {
    ...{ version, at: toRfc3339(at, HOME_ZONE), byName },
    plan: {
      ...{ name, priceFen, bonusFen, spendOrder, validEverywhere, onPhone, refundTerms },
      ...{ ownReasonBasis, state, sort, storeIds: [...plan.storeIds] },
    },
  };
}
