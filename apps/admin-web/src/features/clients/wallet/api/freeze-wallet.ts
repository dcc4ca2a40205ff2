import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

interface Call {
  key: string;
  body: { storeId: string; reason: string };
}

/** Stops a wallet. @throws ApiProblem WALLET_FROZEN */
export async function freezeWallet(id: string, { key, body }: Call): Promise<void> {
  await answerOf(
    api.POST('/api/staff/clients/{id}/freeze', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

/** Lets a wallet be used again. @throws ApiProblem WALLET_NOT_FROZEN */
export async function unfreezeWallet(id: string, { key, body }: Call): Promise<void> {
  await answerOf(
    api.POST('/api/staff/clients/{id}/unfreeze', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useFreeze = (id: string, isFrozen: boolean) =>
  useWrite((call: Call) => (isFrozen ? unfreezeWallet : freezeWallet)(id, call), [keys.wallet(id)]);
