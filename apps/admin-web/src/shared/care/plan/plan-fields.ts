import type { CarePlan, CarePlanDraft } from '../../api/contract';

/** A service of a plan as it is typed. */
export interface LineFields {
  lineId: string | null;
  serviceId: string | undefined;
  productIds: string[];
  times: number | null;
  minDays: number | null;
  maxDays: number | null;
  firstOn: string;
}

/** A plan as it is typed. */
export interface PlanFields {
  goal: string;
  problems: string;
  homeCare: string;
  lines: LineFields[];
  reason?: string;
}

/** A service that nothing is known of yet: once a fortnight or so. */
export const emptyLine = (today: string): LineFields => ({
  ...{ lineId: null, serviceId: undefined, productIds: [], firstOn: today },
  ...{ times: 3, minDays: 14, maxDays: 21 },
});

/** What the form begins with: the plan that stands, or one empty service. */
export function fieldsOf(plan: CarePlan | null, today: string): PlanFields {
  if (plan === null)
    return { goal: '', problems: '', homeCare: '', lines: [emptyLine(today)], reason: '' };
  const { goal, problems, homeCare, lines } = plan;
  return {
    ...{ goal, problems, homeCare, reason: '' },
    lines: lines.map(({ products, serviceName: _name, ...line }) => ({
      ...line,
      productIds: products.map(({ productId }) => productId),
    })),
  };
}

/** As it is sent. */
export function draftOf(fields: PlanFields, storeId: string, propose: boolean): CarePlanDraft {
  return {
    ...{ storeId, propose },
    ...{ goal: fields.goal.trim(), problems: fields.problems.trim() },
    homeCare: fields.homeCare.trim(),
    lines: fields.lines.map(
      ({ lineId, serviceId, productIds, times, minDays, maxDays, firstOn }) => ({
        ...{ lineId, serviceId: serviceId ?? '', productIds, firstOn },
        ...{ times: times ?? 1, minDays: minDays ?? 1, maxDays: maxDays ?? 1 },
      }),
    ),
  };
}
