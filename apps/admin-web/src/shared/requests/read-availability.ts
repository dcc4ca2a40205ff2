import { useQuery } from '@tanstack/react-query';
import type { AvailabilityDay } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

export interface AvailabilityQuery {
  readonly storeId: string;
  /** In the order in which they follow each other. */
  readonly serviceIds: readonly string[];
  /** Absent: anybody who can. */
  readonly staffId?: string;
  /** A visit that is about to move: its own time counts as free. */
  readonly moving?: string;
  readonly from: string;
  readonly days: number;
}

/** Every start that works for the services in a row; staff see all of them, also those that leave a gap. */
export async function readAvailability(
  { serviceIds, ...query }: AvailabilityQuery,
  signal?: AbortSignal,
): Promise<AvailabilityDay[]> {
  const answer = await answerOf(
    api.GET('/api/staff/availability', {
      params: { query: { ...query, serviceIds: serviceIds.join(',') } },
      signal,
    }),
  );
  return answer.days;
}

export function useAvailability(query: AvailabilityQuery) {
  return useQuery({
    queryKey: keys.availability(query),
    queryFn: ({ signal }) => readAvailability(query, signal),
    enabled: query.serviceIds.length > 0,
    staleTime: 5000,
  });
}
