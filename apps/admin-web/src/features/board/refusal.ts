import type { StaffAppointment } from '../../shared/api/contract';
import { ApiProblem } from '../../shared/api/problem';
import { actorWord, transitionWord } from '../../shared/format/words';

interface Alternative {
  start: string;
}

/** The near times that a refusal offers, if it does. */
export function alternativesOf(error: unknown): Alternative[] {
  const offered = error instanceof ApiProblem ? error.extras['alternatives'] : undefined;
  return Array.isArray(offered)
    ? offered.filter(
        (one): one is Alternative => typeof one === 'object' && one !== null && 'start' in one,
      )
    : [];
}

/** Whether the act was refused because the visit is no longer as it was shown. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof ApiProblem && ['APPOINTMENT_CHANGED', 'TRANSITION_REFUSED'].includes(error.code);

/** Who changed the visit last, how, and what it is now; null when nothing has happened to it. */
export function lastChangeWords(
  changes: StaffAppointment['changes'],
  stateWord: string,
): string | null {
  const last = changes.at(-1);
  if (!last) return null;
  const who = last.byName || actorWord(last.byKind);
  return `${who}已${transitionWord(last.transition)}，现在是「${stateWord}」。`;
}
