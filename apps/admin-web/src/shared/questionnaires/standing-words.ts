import type { QuestionnaireStanding } from '../api/contract';
import type { Tone } from '../ui/amount';

/** Where a client stands with a questionnaire, as a coloured word. */
export function standingTag({ state }: Pick<QuestionnaireStanding, 'state'>): {
  readonly tone: Tone;
  readonly word: string;
} {
  if (state === 'filled') return { tone: 'leaf', word: '已填' };
  return { tone: 'amber', word: state === 'expired' ? '已过期' : '未填' };
}

/** When she answered, and how long it counts. */
export function standingNote({
  answeredOn,
  answeredVersion,
  version,
  until,
}: Pick<QuestionnaireStanding, 'answeredOn' | 'answeredVersion' | 'version' | 'until'>): string {
  if (answeredOn === null) return `第 ${version} 版`;
  const which = answeredVersion === version ? '' : `（填的是第 ${answeredVersion} 版）`;
  return `${answeredOn} 填写${which}${until === null ? '' : `，有效至 ${until}`}`;
}
