import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  Automation,
  AutomationDraft,
  AutomationGrant,
  AutomationHistory,
  AutomationMessages,
  AutomationRun,
} from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

const EVERY_MS = 15_000;

/** All that the salon does by itself, oldest first. */
export async function listAutomations(signal?: AbortSignal): Promise<Automation[]> {
  return (await answerOf(api.GET('/api/staff/automations', { signal }))).items;
}

export const useAutomations = () =>
  useQuery({
    queryKey: keys.automations,
    queryFn: ({ signal }) => listAutomations(signal),
    refetchInterval: EVERY_MS,
  });

/** One with its last days and every version. @throws ApiProblem AUTOMATION_NOT_FOUND */
export function readAutomation(
  automationId: string,
  signal?: AbortSignal,
): Promise<AutomationHistory> {
  const params = { path: { automationId } };
  return answerOf(api.GET('/api/staff/automations/{automationId}', { params, signal }));
}

export const useAutomation = (id: string) =>
  useQuery({
    queryKey: keys.automation(id),
    queryFn: ({ signal }) => readAutomation(id, signal),
  });

/** A coupon that was given, and what became of telling its client. */
export type ToldGrant = AutomationGrant &
  Pick<AutomationMessages['items'][number], 'couponState' | 'messages'>;

/** Who was given one, latest first, a page with its messages and the counts of all. */
export interface ToldGrants {
  readonly items: readonly ToldGrant[];
  readonly counts: AutomationMessages['counts'];
  readonly nextCursor?: string | undefined;
}

/** Who was given one and how each was told. @throws ApiProblem AUTOMATION_NOT_FOUND */
export async function listGrants(
  automationId: string,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<ToldGrants> {
  const params = { path: { automationId }, query: cursor === undefined ? {} : { cursor } };
  const [{ items, nextCursor }, told] = await Promise.all([
    answerOf(api.GET('/api/staff/automations/{automationId}/grants', { params, signal })),
    answerOf(api.GET('/api/staff/automations/{automationId}/messages', { params, signal })),
  ]);
  const fates = new Map(told.items.map((one) => [one.couponId, one]));
  return {
    items: items.map((grant) => {
      const { couponState = 'issued', messages = [] } = fates.get(grant.couponId) ?? {};
      return { ...grant, couponState, messages };
    }),
    counts: told.counts,
    nextCursor,
  };
}

export const useGrants = (id: string) =>
  useInfiniteQuery({
    queryKey: keys.automationGrants(id),
    queryFn: ({ pageParam, signal }) => listGrants(id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

interface Call<Body> {
  key: string;
  body: Body;
}

/** Sets one up, or the next version of one. @throws ApiProblem AUTOMATION_CHANGED, INVALID_INPUT */
export function saveAutomation(
  automation: Automation | null,
  { key, body }: Call<AutomationDraft>,
): Promise<Automation> {
  const headers = keyHeader(key);
  return answerOf(
    automation
      ? api.PUT('/api/staff/automations/{automationId}', {
          params: { path: { automationId: automation.id } },
          headers,
          body: { ...body, version: automation.version },
        })
      : api.POST('/api/staff/automations', { headers, body }),
  );
}

export const useSaveAutomation = (automation: Automation | null) =>
  useWrite((call: Call<AutomationDraft>) => saveAutomation(automation, call), [keys.automations]);

/** Runs it now, or looks who would get one and gives nothing. @throws ApiProblem AUTOMATION_STATE */
export function runAutomation(
  automationId: string,
  { key, body: { dryRun } }: Call<{ dryRun: boolean }>,
): Promise<AutomationRun> {
  return answerOf(
    api.POST('/api/staff/automations/{automationId}/run-now', {
      params: { path: { automationId }, query: dryRun ? { dryRun: '1' } : {} },
      headers: keyHeader(key),
    }),
  );
}

export const useRunAutomation = (id: string) =>
  useWrite((call: Call<{ dryRun: boolean }>) => runAutomation(id, call), [keys.automations]);

/** Looks again each time it is opened: what was true a minute ago says nothing. */
export const useDryRun = (id: string) =>
  useQuery({
    queryKey: [...keys.automation(id), 'dry-run'],
    queryFn: () => runAutomation(id, { key: crypto.randomUUID(), body: { dryRun: true } }),
    staleTime: 0,
    gcTime: 0,
  });
