import type { TopUp, TopUpDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Sells a plan at the desk. @throws ApiProblem CARD_CAP_EXCEEDED, PLAN_NOT_ON_SALE, WALLET_FROZEN */
export function topUp(
  id: string,
  { key, body }: { key: string; body: TopUpDraft },
): Promise<TopUp> {
  return answerOf(
    api.POST('/api/staff/clients/{id}/top-ups', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useTopUp = (id: string) =>
  useWrite(
    (call: { key: string; body: TopUpDraft }) => topUp(id, call),
    [keys.wallet(id), keys.money],
  );
