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
import { useDesk } from '../session/desk';
import type { CareQuestion } from './care-questions';

/** What speaks against services and products for a client, in the words that the reader may see. */
export async function checkCare(
  { clientId, storeId, plannedFor, start, subjectId, ...asked }: CareQuestion,
  signal?: AbortSignal,
): Promise<CareFinding[]> {
  const { serviceIds, productIds = [], packagePlanIds = [] } = asked;
  const query = {
    ...{ storeId, plannedFor },
    ...(serviceIds.length > 0 && { serviceIds: serviceIds.join(',') }),
    ...(productIds.length > 0 && { productIds: productIds.join(',') }),
    ...(packagePlanIds.length > 0 && { packagePlanIds: packagePlanIds.join(',') }),
    ...(start && { start }),
    ...(subjectId && { subjectId }),
  };
  const params = { path: { id: clientId }, query };
  return (await answerOf(api.GET('/api/staff/clients/{id}/care-check', { params, signal })))
    .findings;
}

/** Those who treat leave an entry with each read, so it is not read again by itself. */
export function useCareCheck(question: CareQuestion | null) {
  const { serviceIds = [], productIds = [], packagePlanIds = [] } = question ?? {};
  const asked = [...serviceIds, ...productIds, ...packagePlanIds];
  return useQuery({
    queryKey: keys.careCheck(question ?? {}),
    queryFn: ({ signal }) => (question ? checkCare(question, signal) : []),
    enabled: asked.length > 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** A client's cautions and the exceptions that two people answer for. */
export function readCareSummary(id: string, signal?: AbortSignal): Promise<CareSummary> {
  const params = { path: { id } };
  return answerOf(api.GET('/api/staff/clients/{id}/care-summary', { params, signal }));
}

/** Not asked for whoever may not know. */
export function useCareSummary(id: string) {
  const { may } = useDesk();
  return useQuery({
    queryKey: keys.careSummary(id),
    queryFn: ({ signal }) => readCareSummary(id, signal),
    enabled: may('care.check'),
  });
}

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
    // What to mind stands first on her page.
    [keys.health(id), keys.careSummary(id), keys.care, keys.clientPages],
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

/** The services whose risk notices a refusal asks for; none where it is about something else. */
export function unsignedServicesOf(cause: unknown): string[] {
  const isUnsigned = cause instanceof ApiProblem && cause.code === 'NOTICE_UNSIGNED';
  const notices = isUnsigned ? cause.extras['notices'] : [];
  if (!Array.isArray(notices)) return [];
  return [...new Set(notices.map(({ serviceId }: { serviceId: string }) => serviceId))];
}

/** What two people are asked to answer for. */
export interface CareRefusal {
  /** In words that say nothing of health. */
  readonly findings: readonly CareFinding[];
  /** Names them to the API, which takes nobody's word for anything else. */
  readonly seen: string;
  /** What the second person may look at in full, sealed until she says who she is; null where that is all. */
  readonly look: { readonly clientId: string; readonly sealed: string } | null;
}

/** What a refusal found. */
export const refusalOf = ({ extras }: ApiProblem): CareRefusal => ({
  findings: Array.isArray(extras['findings']) ? (extras['findings'] as CareFinding[]) : [],
  seen: String(extras['seen']),
  look: (extras['look'] ?? null) as CareRefusal['look'],
});
