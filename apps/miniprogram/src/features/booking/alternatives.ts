import type { OfferedTime } from '@/api/types';
import { type ApiProblem, isRecord } from '@/lib/failure';

/** The times that a SLOT_TAKEN offers instead; the message alone still makes sense without them. */
export function alternativesIn(problem: ApiProblem): OfferedTime[] {
  const offered = problem.extras['alternatives'];
  if (!Array.isArray(offered)) return [];
  return offered.filter(
    (time): time is OfferedTime =>
      isRecord(time) && typeof time['start'] === 'string' && typeof time['end'] === 'string',
  );
}
