import { listPriceOf } from '../rules/plan-draft.js';
import { contentWords } from '../rules/contract-body.js';
import type { StoresById } from '../../http/present-wallet.js';
import type { PackagePlan, PackagePlanChange } from '../data/package-plans.js';
import type {
  PackagePlanChangeDto,
  PackagePlanDto,
  StaffPackagePlanDto,
} from './dto/package-plan.dto.js';

export type NamesById = ReadonlyMap<string, string>;

export const presentServices = (ids: readonly string[], names: NamesById) =>
  ids.map((id) => ({ id, name: names.get(id) ?? '' }));

export function presentPackagePlan(
  plan: PackagePlan,
  stores: StoresById,
  names: NamesById,
): PackagePlanDto {
  return {
    ...{ id: plan.id, name: plan.name, kind: plan.kind, priceFen: plan.priceFen },
    ...{ listPriceFen: listPriceOf(plan), validDays: plan.validDays },
    ...{ usesPerDay: plan.usesPerDay, validEverywhere: plan.validEverywhere },
    items: plan.items.map(({ serviceIds, ...item }) => ({
      ...item,
      services: presentServices(serviceIds, names),
    })),
    stores: plan.storeIds.map((id) => ({ id, name: stores.get(id)?.name ?? '' })),
    refundTerms: plan.refundTerms,
  };
}

export function presentStaffPackagePlan(
  plan: PackagePlan,
  stores: StoresById,
  names: NamesById,
): StaffPackagePlanDto {
  return {
    ...presentPackagePlan(plan, stores, names),
    ...{ onPhone: plan.onPhone, ownReasonBasis: plan.ownReasonBasis, state: plan.state },
    ...{ sort: plan.sort, version: plan.version, updatedAt: plan.updatedAt.toISOString() },
  };
}

export const presentPackagePlanChange = ({
  version,
  at,
  byName,
  plan,
}: PackagePlanChange): PackagePlanChangeDto => ({
  ...{ version, at: at.toISOString(), byName, name: plan.name, priceFen: plan.priceFen },
  ...{ state: plan.state, content: contentWords(plan) },
});
