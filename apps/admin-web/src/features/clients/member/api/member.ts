import { useQuery } from '@tanstack/react-query';
import type {
  ClientPoints,
  HandOverDraft,
  MemberTier,
  PointsAdjustment,
  PointsAdjustmentDraft,
  PointsRedemption,
  TierByHand,
} from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** A client's tier, what is missing to the next, and how she came to it. @throws ApiProblem CLIENT_NOT_FOUND */
export function readMemberTier(id: string, signal?: AbortSignal): Promise<MemberTier> {
  return answerOf(api.GET('/api/staff/clients/{id}/tier', { params: { path: { id } }, signal }));
}

export function useMemberTier(id: string) {
  return useQuery({
    queryKey: keys.memberTier(id),
    queryFn: ({ signal }) => readMemberTier(id, signal),
  });
}

/** A client's points, what she redeemed, and what was set right by hand. @throws ApiProblem CLIENT_NOT_FOUND */
export function readClientPoints(id: string, signal?: AbortSignal): Promise<ClientPoints> {
  return answerOf(api.GET('/api/staff/clients/{id}/points', { params: { path: { id } }, signal }));
}

export function useClientPoints(id: string) {
  return useQuery({
    queryKey: keys.clientPoints(id),
    queryFn: ({ signal }) => readClientPoints(id, signal),
  });
}

interface Call<Body> {
  key: string;
  body: Body;
}

/** Gives or takes a tier by hand. @throws ApiProblem TIER_NOT_FOUND, INVALID_INPUT */
export const useSetTier = (id: string) =>
  useWrite(
    ({ key, body }: Call<TierByHand>): Promise<MemberTier> =>
      answerOf(
        api.POST('/api/staff/clients/{id}/tier', {
          ...{ params: { path: { id } }, headers: keyHeader(key), body },
        }),
      ),
    [keys.wallet(id)],
  );

/** Gives or takes points by hand. @throws ApiProblem POINTS_TOO_LOW */
export const useAdjustPoints = (id: string) =>
  useWrite(
    ({ key, body }: Call<PointsAdjustmentDraft>): Promise<PointsAdjustment> =>
      answerOf(
        api.POST('/api/staff/clients/{id}/points-adjustments', {
          ...{ params: { path: { id } }, headers: keyHeader(key), body },
        }),
      ),
    [keys.wallet(id)],
  );

/** Decides on points by hand as the second person. @throws ApiProblem SECOND_PERSON_NEEDED, ADJUSTMENT_STATE */
export const useDecideAdjustment = (id: string, adjustmentId: string) =>
  useWrite(
    ({ key, body }: Call<{ agree: boolean }>): Promise<PointsAdjustment> =>
      answerOf(
        api.POST('/api/staff/points-adjustments/{adjustmentId}/decide', {
          ...{ params: { path: { adjustmentId } }, headers: keyHeader(key), body },
        }),
      ),
    [keys.wallet(id)],
  );

/** Hands a reward over. @throws ApiProblem CARE_CONTRAINDICATED, REDEMPTION_CODE_WRONG, REDEMPTION_STATE */
export const useHandOver = (id: string, redemptionId: string) =>
  useWrite(
    ({ key, body }: Call<HandOverDraft>): Promise<PointsRedemption> =>
      answerOf(
        api.POST('/api/staff/points-redemptions/{redemptionId}/hand-over', {
          ...{ params: { path: { redemptionId } }, headers: keyHeader(key), body },
        }),
      ),
    [keys.wallet(id)],
  );
