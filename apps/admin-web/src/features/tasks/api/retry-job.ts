import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Puts a dead job back in its queue. */
export async function retryJob(id: string): Promise<void> {
  await answerOf(api.POST('/api/staff/jobs/{id}/retry', { params: { path: { id } } }));
}

export function useRetryJob() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: retryJob,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.deadJobs }),
  });
}
