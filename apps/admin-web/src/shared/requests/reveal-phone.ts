import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../api/transport';

/** Shows a client's whole number; the API records who asked and why. */
export async function revealPhone(call: {
  id: string;
  phoneId?: string;
  reason: string;
}): Promise<string> {
  const { phone } = await answerOf(
    api.POST('/api/staff/clients/{id}/reveal-phone', {
      params: { path: { id: call.id } },
      body: { reason: call.reason, phoneId: call.phoneId },
    }),
  );
  return phone;
}

export function useRevealPhone() {
  return useMutation({ mutationFn: revealPhone });
}
