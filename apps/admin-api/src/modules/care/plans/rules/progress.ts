import type { CarePlanState, PlanStepStage } from '@yance/shared-types';

/** What the path has to know of a planned visit. */
export interface StepOnPath {
  readonly lineId: string;
  readonly state: 'planned' | 'booked' | 'done' | 'dropped';
  readonly latestOn: string;
}

/** How far a plan is. */
export interface Progress {
  readonly done: number;
  readonly booked: number;
  readonly overdue: number;
  readonly total: number;
}

/** States in which somebody may come for a visit of the plan. */
export const GOES_ON: readonly CarePlanState[] = ['proposed', 'agreed', 'active'];

/** States of a plan that is over. */
export const OVER: readonly CarePlanState[] = ['done', 'stopped'];

/**
 * Where each visit stands on the path, in the order given. Of each service one visit is next; it is overdue once the
 * last day that its rhythm allows has passed. While a plan rests or is over, nothing is next.
 * @param today the local day
 */
export function stagesOf(
  state: CarePlanState,
  steps: readonly StepOnPath[],
  today: string,
): PlanStepStage[] {
  const seen = new Set<string>();
  return steps.map((step) => {
    if (step.state === 'done' || step.state === 'booked') return step.state;
    const isNext = GOES_ON.includes(state) && !seen.has(step.lineId);
    seen.add(step.lineId);
    if (!isNext) return 'later';
    return step.latestOn < today ? 'overdue' : 'next';
  });
}

/** The stages of a plan counted. */
export function progressOf(stages: readonly PlanStepStage[]): Progress {
  const count = (stage: PlanStepStage): number => stages.filter((one) => one === stage).length;
  return {
    ...{ done: count('done'), booked: count('booked'), overdue: count('overdue') },
    total: stages.length,
  };
}

/** The mean of what she gave, one decimal; null while she rated nothing. */
export function meanScore(scores: readonly (number | null)[]): number | null {
  const given = scores.filter((score) => score !== null);
  if (given.length === 0) return null;
  return Math.round((given.reduce((sum, score) => sum + score, 0) / given.length) * 10) / 10;
}
