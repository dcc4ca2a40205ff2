import type { Plan, PlanDraft } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

/** A plan as it is typed: money in yuan. */
export interface PlanFields extends Omit<PlanDraft, 'priceFen' | 'bonusFen' | 'sort'> {
  price: string;
  bonus: string;
  sort: string;
}

/** What the form opens with: the plan, or what most plans are like. */
export function fieldsOf(plan: Plan | null, storeIds: readonly string[]): PlanFields {
  if (!plan)
    return {
      ...{ name: '', price: '', bonus: '0', spendOrder: 'principal_first', sort: '0' },
      ...{ validEverywhere: true, onPhone: true, storeIds: [...storeIds], refundTerms: '' },
      ...{ ownReasonBasis: 'list_price', state: 'draft' },
    };
  const { name, spendOrder, validEverywhere, onPhone, refundTerms, ownReasonBasis, state } = plan;
  return {
    ...{ name, spendOrder, validEverywhere, onPhone, refundTerms, ownReasonBasis, state },
    storeIds: plan.stores.map(({ id }) => id),
    ...{ price: yuanText(plan.priceFen), bonus: yuanText(plan.bonusFen), sort: String(plan.sort) },
  };
}

/** What is sent. The form's own rules have held: what is no amount does not get here. */
export function draftOf({ price, bonus, sort, ...rest }: PlanFields): PlanDraft {
  return {
    ...rest,
    name: rest.name.trim(),
    refundTerms: rest.refundTerms.trim(),
    priceFen: readYuan(price) ?? 0,
    bonusFen: readYuan(bonus) ?? 0,
    sort: Number(sort),
  };
}
