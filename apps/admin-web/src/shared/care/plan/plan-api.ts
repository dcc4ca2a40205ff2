import { useQuery } from '@tanstack/react-query';
import type {
  CarePlan,
  CarePlanDraft,
  PlannedVisitWish,
  StaffAppointment,
} from '../../api/contract';
import { keys } from '../../api/keys';
import { answerOf, api } from '../../api/transport';
import { keyHeader, useWrite } from '../../api/use-write';

/** The plan that goes on for a client, or the last one that she had. Each read is written down. */
export async function readPlan(clientId: string, signal?: AbortSignal): Promise<CarePlan | null> {
  const params = { path: { id: clientId } };
  return (await answerOf(api.GET('/api/staff/clients/{id}/care-plan', { params, signal }))).plan;
}

export const useCarePlan = (clientId: string) =>
  useQuery({
    queryKey: keys.carePlan(clientId),
    queryFn: ({ signal }) => readPlan(clientId, signal),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });

/** A plan as it is sent; with `change` it is a further version of one that stands. */
export interface PlanSave {
  draft: CarePlanDraft;
  change: { planId: string; version: number; reason: string } | null;
}

/** @throws ApiProblem CARE_PLAN_CHANGED, CARE_PLAN_GOES_ON when somebody was faster, CARE_CONTRAINDICATED */
export const useSavePlan = (clientId: string) =>
  useWrite(
    async ({ key, body: { draft, change } }: { key: string; body: PlanSave }) => {
      const headers = keyHeader(key);
      if (change === null)
        return answerOf(
          api.POST('/api/staff/clients/{id}/care-plan', {
            params: { path: { id: clientId } },
            ...{ headers, body: draft },
          }),
        );
      const { planId, version, reason } = change;
      return answerOf(
        api.POST('/api/staff/care-plans/{planId}/versions', {
          params: { path: { planId } },
          ...{ headers, body: { ...draft, version, reason } },
        }),
      );
    },
    [keys.carePlan(clientId), keys.care],
  );

export interface PlanTurn {
  planId: string;
  version: number;
  to: 'paused' | 'active' | 'stopped';
}

/** Lets a plan rest, go on or end. @throws ApiProblem CARE_PLAN_CHANGED, CARE_PLAN_STATE */
export const useTurnPlan = (clientId: string) =>
  useWrite(
    ({ key, body: { planId, ...body } }: { key: string; body: PlanTurn }) =>
      answerOf(
        api.POST('/api/staff/care-plans/{planId}/state', {
          params: { path: { planId } },
          ...{ headers: keyHeader(key), body },
        }),
      ),
    [keys.carePlan(clientId)],
  );

/** Books a planned visit. @throws ApiProblem SLOT_TAKEN, CARE_PLAN_TOO_SOON with `earliestOn`, CARE_CONTRAINDICATED */
export const useBookPlanned = () =>
  useWrite(
    ({ key, body }: { key: string; body: PlannedVisitWish }): Promise<StaffAppointment> =>
      answerOf(api.POST('/api/staff/planned-visits', { headers: keyHeader(key), body })),
    [keys.visits, keys.clientPages],
  );
