import type { Spend, SpendDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Charges a wallet. @throws ApiProblem BALANCE_TOO_LOW, MEMBER_CODE_WRONG, SLIP_USED, WALLET_FROZEN */
export function spendValue(
  id: string,
  { key, body }: { key: string; body: SpendDraft },
): Promise<Spend> {
  return answerOf(
    api.POST('/api/staff/clients/{id}/spends', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useSpendValue = (id: string) =>
  useWrite(
    (call: { key: string; body: SpendDraft }) => spendValue(id, call),
    [keys.wallet(id), keys.money],
  );
