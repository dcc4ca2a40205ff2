import type { ToldMeaning } from '../api/contract';

/** What a caution turned out to be, as it is typed. */
export interface MeaningFields {
  readonly kind: ToldMeaning['kind'];
  readonly text: string;
  readonly severity: 'mild' | 'severe';
  readonly conditionId: string | null;
}

/** What is still missing, in words. */
export function faultOfMeaning({ kind, text, conditionId }: MeaningFields): string | undefined {
  if (kind === 'condition') return conditionId === null ? '请选择是哪种情况' : undefined;
  if (text.trim() !== '') return undefined;
  return kind === 'allergy' ? '请写下她对什么过敏' : '请写明为什么无需留意';
}

/** As it is sent: what its kind has no use for is left out. */
export function meaningOf({ kind, text, severity, conditionId }: MeaningFields): ToldMeaning {
  if (kind === 'condition') return { kind, conditionId };
  return { kind, text: text.trim(), ...(kind === 'allergy' ? { severity } : {}) };
}
