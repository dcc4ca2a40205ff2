import { api } from './api';
import { useRemote } from './remote';
import type { AvailableDay } from './types';

export interface AvailabilityQuestion {
  storeId: string;
  serviceIds: string[];
  staffId: string | undefined;
  /** A visit of hers that is about to move: its own time counts as free. */
  moving?: string;
  /** Local date in the store's zone. */
  from: string;
  /** At most 31. */
  days: number;
}

async function availability(question: AvailabilityQuestion): Promise<AvailableDay[]> {
  const query = { ...question, serviceIds: question.serviceIds.join() };
  return (await api('get', '/api/client/availability', { query })).days;
}

/** Start times with somebody and a room free; a null question asks nothing. */
export function useAvailability(question: AvailabilityQuestion | null) {
  const key = question && `/client/availability?${Object.values(question).join('&')}`;
  return useRemote(key, () => (question ? availability(question) : Promise.resolve([])));
}
