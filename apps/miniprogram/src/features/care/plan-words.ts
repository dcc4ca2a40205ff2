import { CARE_PLAN_STATE_WORDS } from '@yance/shared-types';
import type { CarePlanView, CareStepView } from '@/api/types';
import { dayWord, monthDay } from '@/lib/time';

/** Where the plan stands, as she is told. */
export const stateWords = ({ state }: CarePlanView): string =>
  state === 'proposed'
    ? '等您同意'
    : state === 'agreed'
      ? '您已同意'
      : CARE_PLAN_STATE_WORDS[state];

/** `做完 2 次，共 6 次`. */
export const progressWords = ({ progress: { done, total } }: CarePlanView): string =>
  `做完 ${done} 次，共 ${total} 次`;

/** When a visit was, is, or should be. */
export function stepWords(step: CareStepView, today: string): string {
  const { stage, visitOn, plannedOn, earliestOn, latestOn } = step;
  const on = (day: string) => `${monthDay(day, today)} ${dayWord(day, today)}`;
  if (stage === 'done' && visitOn) return `${on(visitOn)} 做过`;
  if (stage === 'booked' && visitOn) return `约在 ${on(visitOn)}`;
  if (stage === 'later') return `大约 ${monthDay(plannedOn, today)}`;
  if (stage === 'overdue') return `建议 ${monthDay(latestOn, today)} 前来，现在就可以约`;
  return `建议 ${monthDay(earliestOn, today)} 至 ${monthDay(latestOn, today)}`;
}

/** How far along the path she sees at once: what is done stays, of what comes later a few. */
export function shownSteps(steps: readonly CareStepView[], mostLater: number) {
  let later = 0;
  const shown = steps.filter((step) => step.stage !== 'later' || (later += 1) <= mostLater);
  return { shown, hidden: steps.length - shown.length };
}
