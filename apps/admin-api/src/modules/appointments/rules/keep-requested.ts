import type { VisitItem, VisitPlan } from '../data/visit.js';

/** 点客 says what the client asked for; that the desk fixed a person while moving does not make it her wish. */
export function keepRequested(
  plan: VisitPlan,
  before: readonly Pick<VisitItem, 'requested' | 'staffId'>[],
): VisitPlan {
  const items = plan.items.map((item, seq) => {
    const was = before[seq];
    return { ...item, requested: was?.requested === true && was.staffId === item.staffId };
  });
  return { ...plan, items };
}
