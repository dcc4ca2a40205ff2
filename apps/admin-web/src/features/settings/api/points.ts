import { useQuery } from '@tanstack/react-query';
import type { PointsRules, Reward, RewardDraft, RewardHistory } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** How points come and what they are worth, for the brand. */
export function readPointsRules(signal?: AbortSignal): Promise<PointsRules> {
  return answerOf(api.GET('/api/staff/points-rules', { signal }));
}

export function usePointsRules() {
  return useQuery({ queryKey: keys.pointsRules, queryFn: ({ signal }) => readPointsRules(signal) });
}

/** All rules as they are to be. @throws ApiProblem INVALID_INPUT */
export function changePointsRules({
  key,
  body,
}: {
  key: string;
  body: PointsRules;
}): Promise<PointsRules> {
  return answerOf(api.PATCH('/api/staff/points-rules', { headers: keyHeader(key), body }));
}

export const useChangePointsRules = () => useWrite(changePointsRules, [keys.pointsRules]);

/** Everything that points buy, also drafts and what is off offer. */
export async function listRewards(signal?: AbortSignal): Promise<Reward[]> {
  return (await answerOf(api.GET('/api/staff/points-rewards', { signal }))).items;
}

export function useRewards() {
  return useQuery({ queryKey: keys.rewards, queryFn: ({ signal }) => listRewards(signal) });
}

/** A reward with every version that it had. @throws ApiProblem REWARD_NOT_FOUND */
export function readReward(rewardId: string, signal?: AbortSignal): Promise<RewardHistory> {
  return answerOf(
    api.GET('/api/staff/points-rewards/{rewardId}', { params: { path: { rewardId } }, signal }),
  );
}

export function useReward(rewardId: string) {
  return useQuery({
    queryKey: keys.reward(rewardId),
    queryFn: ({ signal }) => readReward(rewardId, signal),
  });
}

interface Call {
  key: string;
  body: RewardDraft;
}

/** Makes a reward, or the next version of one. @throws ApiProblem REWARD_CHANGED, INVALID_INPUT */
export function saveReward(reward: Reward | null, { key, body }: Call): Promise<Reward> {
  const headers = keyHeader(key);
  return answerOf(
    reward
      ? api.PATCH('/api/staff/points-rewards/{rewardId}', {
          params: { path: { rewardId: reward.id } },
          headers,
          body: { ...body, version: reward.version },
        })
      : api.POST('/api/staff/points-rewards', { headers, body }),
  );
}

export const useSaveReward = (reward: Reward | null) =>
  useWrite((call: Call) => saveReward(reward, call), [keys.rewards]);
