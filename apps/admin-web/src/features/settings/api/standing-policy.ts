import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  StageLimits,
  StandingLimits,
  StandingPolicy,
  StandingPreview,
} from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useWrite } from '../../../shared/api/use-write';

/** While clients are judged anew, it is looked again after so long. */
const AGAIN_MS = 5_000;

/** By what clients stand. */
export function readStandingPolicy(signal?: AbortSignal): Promise<StandingPolicy> {
  return answerOf(api.GET('/api/staff/client-standing-policy', { signal }));
}

export const useStandingPolicy = () =>
  useQuery({
    queryKey: keys.standingPolicy,
    queryFn: ({ signal }) => readStandingPolicy(signal),
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? AGAIN_MS : false),
  });

/** How many clients would be in each stage today. @throws ApiProblem INVALID_INPUT */
export function previewStages(query: StageLimits, signal?: AbortSignal): Promise<StandingPreview> {
  return answerOf(
    api.GET('/api/staff/client-standing-policy/preview', { params: { query }, signal }),
  );
}

/** Asks nothing while the limits do not go together. */
export const usePreviewStages = (limits: StageLimits | undefined) =>
  useQuery({
    queryKey: keys.stagePreview(limits ?? {}),
    queryFn: ({ signal }) => previewStages(limits ?? {}, signal),
    enabled: limits !== undefined,
    placeholderData: keepPreviousData,
  });

/** @throws ApiProblem INVALID_INPUT */
export const useSaveStandingPolicy = () =>
  useWrite(
    ({ body }: { key: string; body: StandingLimits }) =>
      answerOf(api.PUT('/api/staff/client-standing-policy', { body })),
    [keys.standingPolicy, ['clients']],
  );
