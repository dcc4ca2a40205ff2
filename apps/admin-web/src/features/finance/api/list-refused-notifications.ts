import { useQuery } from '@tanstack/react-query';
import type { PaymentNotification } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** What WeChat told us that agrees with no order. */
export async function listRefusedNotifications(
  signal?: AbortSignal,
): Promise<PaymentNotification[]> {
  return (await answerOf(api.GET('/api/staff/payment-notifications/refused', { signal }))).items;
}

export function useRefusedNotifications() {
  return useQuery({
    queryKey: keys.refusedNotifications,
    queryFn: ({ signal }) => listRefusedNotifications(signal),
  });
}
