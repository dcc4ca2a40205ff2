import { api } from './api';
import { useRemote } from './remote';
import type { AvailableDay } from './types';

export interface AvailabilityQuestion {
  storeId: string;
  serviceIds: string[];
  staffId: string | undefined;
  /** Local date in the store's zone. */
  from: string;
  /** At most 31. */
  days: number;
}

async function availability(question: AvailabilityQuestion): Promise<AvailableDay[]> {
  const { storeId, serviceIds, staffId, from, days } = question;
  const query = { storeId, serviceIds: serviceIds.join(), staffId, from, days };
  const answer = await api<{ days: AvailableDay[] }>({
    method: 'GET',
    path: '/client/availability',
    query,
  });
  return answer.days;
}

/** Start times with somebody and a room free; a null question asks nothing. */
export function useAvailability(question: AvailabilityQuestion | null) {
  const key = question && `/client/availability?${Object.values(question).join('&')}`;
  return useRemote(key, () => (question ? availability(question) : Promise.resolve([])));
}
