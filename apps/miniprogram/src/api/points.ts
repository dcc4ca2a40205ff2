import { useCallback } from 'react';
import { api } from './api';
import type { Given } from './contract';
import { couponsChanged } from './coupons';
import { forget, useRemote } from './remote';
import type { Page, PointsLine } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

export type RedeemBody = Given<'post', '/api/client/points-redemptions'>['body'];

/** What the client has, what lapses next, today's check-in, and what she redeemed. */
export const usePoints = () =>
  useRemote('/client/points', () => api('get', '/api/client/points', {}));

/** What points buy, also what is gone. */
export const useRewards = () =>
  useRemote(
    '/client/points-rewards',
    async () => (await api('get', '/api/client/points-rewards', {})).items,
  );

/** Movements, latest first. Each is an entry of its own. */
export async function loadPointsLines(cursor?: string): Promise<Page<PointsLine & { id: string }>> {
  const { items, nextCursor } = await api('get', '/api/client/points/history', {
    query: { cursor },
  });
  return {
    items: items.map((line) => ({ ...line, id: line.txId })),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
}

/** After points came or went: whoever shows them asks again. */
export function pointsChanged(): void {
  for (const prefix of ['/client/points', '/client/wallet']) forget(prefix);
}

async function checkIn(_: object, key: string) {
  try {
    return await api('post', '/api/client/check-ins', {}, key);
  } finally {
    // Also after a refusal: today may have been checked in on another phone.
    pointsChanged();
  }
}

/** 签到. @throws ApiProblem CHECKED_IN_ALREADY, POINTS_OFF */
export const useCheckIn = () => useIdempotentWrite('check-in', checkIn);

/** Buys a reward. @throws ApiProblem CARE_CONTRAINDICATED, REWARD_GONE, REWARD_CHANGED, REWARD_LIMIT, POINTS_TOO_LOW; of a coupon as claiming one */
export function useRedeemReward(rewardId: string) {
  const send = useCallback(async (body: RedeemBody, key: string) => {
    try {
      return await api('post', '/api/client/points-redemptions', { body }, key);
    } finally {
      // Also after a refusal: others were faster, and the page should say what is left.
      pointsChanged();
      couponsChanged();
    }
  }, []);
  return useIdempotentWrite(`redeem.${rewardId}`, send);
}
