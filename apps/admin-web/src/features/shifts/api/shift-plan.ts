import { useQuery } from '@tanstack/react-query';
import type { PlanOutcome, ShiftPlan, WantedDay } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Who works when in a month, with leave and how many visits each has. */
export function readShiftPlan(
  storeId: string,
  from: string,
  days: number,
  signal?: AbortSignal,
): Promise<ShiftPlan> {
  const query = { storeId, from, days };
  return answerOf(api.GET('/api/staff/shift-plan', { params: { query }, signal }));
}

export const useShiftPlan = (storeId: string, from: string, days: number) =>
  useQuery({
    queryKey: keys.shiftPlan(storeId, from),
    queryFn: ({ signal }) => readShiftPlan(storeId, from, days, signal),
  });

/** Days as they are to be; a dry run changes nothing. */
export interface PlanChange {
  readonly storeId: string;
  readonly days: WantedDay[];
  readonly dryRun: boolean;
  readonly seenVisits: string[];
}

interface Changing {
  key: string;
  body: PlanChange;
}

/** Changes days of the plan. @throws ApiProblem SHIFT_TOUCHES_VISITS, SHIFT_TEMPLATE_NOT_FOUND */
export function changeShiftPlan({ key, body }: Changing): Promise<PlanOutcome> {
  return answerOf(
    api.POST('/api/staff/shift-plan/changes', {
      params: {},
      headers: keyHeader(key),
      body,
    }),
  );
}

/** Says what would become of a change. */
export const useTryPlan = () => useWrite(changeShiftPlan, []);

export const useChangePlan = () => useWrite(changeShiftPlan, [['shifts'], keys.visits]);
