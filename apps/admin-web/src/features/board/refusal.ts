import { ApiProblem, sentenceOf } from '../../shared/api/problem';
import { clockOf, dateOf, monthDayLabel } from '../../shared/format/time';

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

/** What went wrong and, where the API offers them, the near times that are free. */
export function explainRefusal(error: unknown): string {
  const near = alternativesOf(error)
    .slice(0, 3)
    .map(({ start }) => `${monthDayLabel(dateOf(start))} ${clockOf(start)}`);
  return near.length > 0 ? `${sentenceOf(error)}可改到：${near.join('、')}。` : sentenceOf(error);
}
