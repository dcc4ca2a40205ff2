import type { Transferred, TransferDraft } from '../../../../shared/api/contract';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Hands value on to another client. @throws ApiProblem PASSWORD_WRONG, MEMBER_CODE_WRONG, CARD_CAP_EXCEEDED */
export function transferValue(
  id: string,
  { key, body }: { key: string; body: TransferDraft },
): Promise<Transferred> {
  return answerOf(
    api.POST('/api/staff/clients/{id}/transfers', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

/** Both wallets change. */
export const useTransferValue = (id: string) =>
  useWrite(
    (call: { key: string; body: TransferDraft }) => transferValue(id, call),
    [['wallet'], ['money']],
  );
