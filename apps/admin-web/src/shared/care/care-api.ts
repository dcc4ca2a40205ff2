import { useQuery } from '@tanstack/react-query';
import type {
  CareFinding,
  CareKnowledge,
  CareSummary,
  HealthFile,
  HealthWish,
} from '../api/contract';
import { keys } from '../api/keys';
import { ApiProblem } from '../api/problem';
import { answerOf, api } from '../api/transport';
import { useWrite } from '../api/use-write';

export interface CareQuestion {
  clientId: string;
  storeId: string;
  serviceIds: readonly string[];
  start?: string | null;
}

/** What speaks against services for a client, in the words that the reader may see. */
export async function checkCare(
  { clientId, storeId, serviceIds, start }: CareQuestion,
  signal?: AbortSignal,
): Promise<CareFinding[]> {
  const query = {
    ...{ storeId, serviceIds: serviceIds.join(','), plannedFor: 'booking' as const },
    ...(start ? { start } : {}),
  };
  const params = { path: { id: clientId }, query };
  return (await answerOf(api.GET('/api/staff/clients/{id}/care-check', { params, signal })))
    .findings;
}

export function useCareCheck(question: CareQuestion | null) {
  return useQuery({
    queryKey: keys.careCheck(question ?? {}),
    queryFn: ({ signal }) => (question ? checkCare(question, signal) : []),
    enabled: question !== null && question.serviceIds.length > 0,
  });
}

/** A client's cautions and the exceptions that two people answer for. */
export function readCareSummary(id: string, signal?: AbortSignal): Promise<CareSummary> {
  const params = { path: { id } };
  return answerOf(api.GET('/api/staff/clients/{id}/care-summary', { params, signal }));
}

export const useCareSummary = (id: string) =>
  useQuery({
    queryKey: keys.careSummary(id),
    queryFn: ({ signal }) => readCareSummary(id, signal),
  });

/** A client's health file, for those who treat her. Each read is written down. */
export function readHealth(id: string, signal?: AbortSignal): Promise<HealthFile> {
  return answerOf(api.GET('/api/staff/clients/{id}/health', { params: { path: { id } }, signal }));
}

export const useHealth = (id: string) =>
  useQuery({ queryKey: keys.health(id), queryFn: ({ signal }) => readHealth(id, signal) });

/** Writes the whole file. @throws ApiProblem HEALTH_CHANGED when somebody was faster */
export const useSaveHealth = (id: string) =>
  useWrite(
    ({ body }: { body: HealthWish }) =>
      answerOf(api.PUT('/api/staff/clients/{id}/health', { params: { path: { id } }, body })),
    [keys.health(id), keys.careSummary(id), keys.care],
  );

/** Ingredients, conditions and what they mean for services and products. */
export function readCareKnowledge(signal?: AbortSignal): Promise<CareKnowledge> {
  return answerOf(api.GET('/api/staff/care-knowledge', { signal }));
}

export const useCareKnowledge = () =>
  useQuery({
    queryKey: keys.careKnowledge,
    queryFn: ({ signal }) => readCareKnowledge(signal),
  });

/** Whether something was refused because of what a client does not tolerate. */
export const isContraindicated = (cause: unknown): cause is ApiProblem =>
  cause instanceof ApiProblem && cause.code === 'CARE_CONTRAINDICATED';

/** What a refusal found, in words that say nothing of health. */
export function findingsOf(cause: unknown): CareFinding[] {
  const found = isContraindicated(cause) ? cause.extras['findings'] : [];
  return Array.isArray(found) ? (found as CareFinding[]) : [];
}
