import { api } from './api';
import type { Given } from './contract';
import type { StartedTopUp } from './types';
import { useIdempotentWrite } from './use-idempotent-write';
import { walletChanged } from './wallet';

export type TopUpBody = Given<'post', '/api/client/top-ups'>['body'];

async function start(body: TopUpBody, idempotencyKey: string): Promise<StartedTopUp> {
  const started = await api('post', '/api/client/top-ups', { body }, idempotencyKey);
  walletChanged();
  return started;
}

/** @throws ApiProblem CONTRACT_TEXT_CHANGED, CARD_CAP_EXCEEDED, PLAN_NOT_ON_SALE, WECHAT_PAY_UNAVAILABLE */
export const useStartTopUp = () => useIdempotentWrite('top-up', start);
