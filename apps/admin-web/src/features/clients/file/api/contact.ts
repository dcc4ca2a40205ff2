import { useMutation } from '@tanstack/react-query';
import type { ContactDetail } from '../../../../shared/api/contract';
import { answerOf, api } from '../../../../shared/api/transport';

/** Shows how a client is reached, whole; the API records who asked and why. @throws ApiProblem CLIENT_HAS_NO_CONTACT */
export async function revealContact(call: {
  id: string;
  detail: ContactDetail;
  reason: string;
}): Promise<string> {
  const { id, ...body } = call;
  const { value } = await answerOf(
    api.POST('/api/staff/clients/{id}/reveal-contact', { params: { path: { id } }, body }),
  );
  return value;
}

export const useRevealContact = () => useMutation({ mutationFn: revealContact });
