import { useQuery } from '@tanstack/react-query';
import type { TurnQueue } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Who comes and goes is no event of a visit, so it is asked again. */
const EVERY_MS = 30_000;

/** Comes, goes, or passes her turn on; without a person it is the caller herself. */
export interface TurnDeed {
  readonly act: 'sign_in' | 'sign_out' | 'passed';
  readonly staffId?: string;
}

/** Today's queue of a store. */
export const useTurns = (storeId: string, isAllowed: boolean) =>
  useQuery({
    queryKey: keys.turns(storeId),
    queryFn: ({ signal }): Promise<TurnQueue> =>
      answerOf(api.GET('/api/staff/turns', { params: { query: { storeId } }, signal })),
    refetchInterval: EVERY_MS,
    enabled: isAllowed,
  });

/** @throws ApiProblem TURN_NOT_ON_DUTY, TURN_NOT_SIGNED_IN, TURNS_NOT_KEPT */
export const useActOnTurn = (storeId: string) =>
  useWrite(
    ({ key, body: { act, staffId } }: { key: string; body: TurnDeed }) => {
      const headers = keyHeader(key);
      return staffId === undefined
        ? answerOf(api.POST('/api/staff/my-turn', { headers, body: { storeId, act } }))
        : answerOf(api.POST('/api/staff/turns', { headers, body: { storeId, staffId, act } }));
    },
    [keys.turns(storeId)],
  );
