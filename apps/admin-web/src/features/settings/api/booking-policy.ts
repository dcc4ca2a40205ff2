import { useQuery } from '@tanstack/react-query';
import type { BookingPolicy } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useWrite } from '../../../shared/api/use-write';

const PATH = '/api/staff/stores/{id}/booking-policy';

export const useBookingPolicy = (id: string) =>
  useQuery({
    queryKey: keys.bookingPolicy(id),
    queryFn: ({ signal }): Promise<BookingPolicy> =>
      answerOf(api.GET(PATH, { params: { path: { id } }, signal })),
  });

export const useSaveBookingPolicy = (id: string) =>
  useWrite(
    ({ body }: { key: string; body: BookingPolicy }): Promise<BookingPolicy> =>
      answerOf(api.PUT(PATH, { params: { path: { id } }, body })),
    [keys.bookingPolicy(id)],
  );
