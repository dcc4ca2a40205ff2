import { useQuery } from '@tanstack/react-query';
import type { DeadJob } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Background jobs that gave up after all their tries. */
export async function listDeadJobs(signal?: AbortSignal): Promise<DeadJob[]> {
  const query = { state: 'dead' } as const;
  return (await answerOf(api.GET('/api/staff/jobs', { params: { query }, signal }))).items;
}

export function useDeadJobs() {
  return useQuery({ queryKey: keys.deadJobs, queryFn: ({ signal }) => listDeadJobs(signal) });
}
