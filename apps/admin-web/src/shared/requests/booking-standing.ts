import { useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** What a client's last visits mean for booking in a store. */
export const useBookingStanding = (id: string, storeId: string) =>
  useQuery({
    queryKey: keys.bookingStanding(id, storeId),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/staff/clients/{id}/booking-standing', {
          params: { path: { id }, query: { storeId } },
          signal,
        }),
      ),
  });
