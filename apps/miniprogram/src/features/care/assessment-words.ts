import { ZONES } from '@yance/shared-types';
import type { AssessmentView } from '@/api/types';

/** A score in kind words: nobody is told that she is bad at something. */
export function scoreWords(value: number): string {
  if (value >= 80) return '很好';
  if (value >= 60) return '不错';
  return value >= 40 ? '还可以更好' : '正在照顾';
}

/** Against the time before; empty at the first and where nothing changed. */
export function changeWords(change: number | null): string {
  if (change === null || change === 0) return '';
  return change > 0 ? `比上次好 ${change}` : '这阵子多照顾一点';
}

const CARE_WORDS = ['', '有一点', '需要照顾', '重点照顾'];

/** `左颊：泛红需要照顾`, a line for each zone. */
export function zoneLines({ kind, findings }: Pick<AssessmentView, 'kind' | 'findings'>): string[] {
  return ZONES[kind].flatMap(({ key, name }) => {
    const here = findings.filter(({ zone }) => zone === key);
    if (here.length === 0) return [];
    const words = here.map((one) => `${one.name}${CARE_WORDS[one.severity] ?? ''}`);
    return [`${name}：${words.join('，')}`];
  });
}

/** The latest of each kind, in the order in which they were made last. */
export const latestOfEach = (items: readonly AssessmentView[]): AssessmentView[] =>
  items.filter(({ kind }, place) => items.findIndex((one) => one.kind === kind) === place);
