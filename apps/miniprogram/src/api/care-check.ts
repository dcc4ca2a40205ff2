import { api } from './api';
import { useRemote } from './remote';
import type { CareFinding } from './types';

export interface CareQuestion {
  storeId: string;
  serviceIds: string[];
  /** The chosen time; now until one is chosen. */
  start: string | undefined;
}

async function careCheck({ storeId, serviceIds, start }: CareQuestion): Promise<CareFinding[]> {
  const query = { storeId, serviceIds: serviceIds.join(), ...(start ? { start } : {}) };
  return (await api('get', '/api/client/care-check', { query })).findings;
}

/** Which of some services need a word first for her; a null question asks nothing. */
export function useCareCheck(question: CareQuestion | null) {
  const key = question && `/client/care-check?${Object.values(question).join('&')}`;
  return useRemote(key, () => (question ? careCheck(question) : Promise.resolve([])));
}
