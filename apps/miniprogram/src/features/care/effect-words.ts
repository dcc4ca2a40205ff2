import {
  effectOf,
  servedOf,
  type AssessmentKind,
  type ScoreEffect,
  type ScoreLine,
  type ServedStep,
} from '@yance/shared-types';
import type { AssessmentView, CarePlanView } from '@/api/types';
import { monthDay } from '@/lib/time';

/** Scores of one kind over time, oldest reading first, each of a day too, as far as they were released to her. */
export function scoreLines(items: readonly AssessmentView[], kind: AssessmentKind): ScoreLine[] {
  const lines = new Map<string, ScoreLine & { points: { on: string; value: number }[] }>();
  for (const { on, scores } of items.filter((one) => one.kind === kind).reverse())
    for (const { key, name, value } of scores) {
      const points = lines.get(key)?.points ?? [];
      lines.set(key, { key, name, points: [...points, { on, value }] });
    }
  return [...lines.values()];
}

/** What her plan did for her, of the kind that was looked at last; undefined while nothing can be told. */
export function herEffect(
  items: readonly AssessmentView[],
  plan: Pick<CarePlanView, 'steps'> | null | undefined,
): { readonly effects: ScoreEffect[]; readonly served: ServedStep[] } | undefined {
  const [latest] = items;
  if (!latest || !plan) return undefined;
  const served = servedOf(plan.steps);
  const effects = effectOf(scoreLines(items, latest.kind), served[0]?.on ?? null);
  return effects.length === 0 ? undefined : { effects, served };
}

/** What became of a score, in kind words. */
export function effectWords({ from, now, change }: ScoreEffect, today: string): string {
  if (!from || !now) return '';
  if (change === null) return '这是第一次评估，下次就能看到变化';
  const since = `从${monthDay(from.on, today)}的 ${from.value} 到现在的 ${now.value}`;
  if (change > 0) return `${since}，好了 ${change}`;
  return change === 0 ? `${since}，保持得住` : `${since}，这阵子多照顾一点`;
}

/** How often she came in between. */
export const servedWords = (served: readonly ServedStep[]): string =>
  served.length === 0
    ? '方案里的护理做过以后，会标在图上'
    : `绿色竖线是做过的 ${served.length} 次护理`;
