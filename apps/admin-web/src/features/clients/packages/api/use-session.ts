import type { SessionUse, SessionUseDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Uses a session up at the desk. @throws ApiProblem CARE_CONTRAINDICATED, NOTICE_UNSIGNED, SESSION_NOT_AVAILABLE, MEMBER_CODE_WRONG, SLIP_USED, PACKAGE_FROZEN */
export function takeSession(
  id: string,
  { key, body }: { key: string; body: SessionUseDraft },
): Promise<SessionUse> {
  return answerOf(
    api.POST('/api/staff/clients/{id}/session-uses', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useUseSession = (id: string) =>
  useWrite(
    (call: { key: string; body: SessionUseDraft }) => takeSession(id, call),
    [keys.wallet(id), keys.money],
  );
