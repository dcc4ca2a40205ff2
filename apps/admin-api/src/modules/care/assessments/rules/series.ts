import type { AssessmentKind } from '@yance/shared-types';
import type { AssessmentContents, AssessmentForm } from './form.js';

/** What an assessment says now, with the form that it was written by. */
export interface Scored {
  readonly kind: AssessmentKind;
  /** The local day. */
  readonly on: string;
  readonly form: AssessmentForm;
  readonly contents: AssessmentContents;
}

interface Reading {
  readonly on: string;
  readonly value: number;
}

/** A dimension over time. */
export interface ScoreSeries {
  readonly kind: AssessmentKind;
  readonly key: string;
  /** As the latest form that has it calls it. */
  readonly name: string;
  /** Oldest first; those of one day as they were entered: one looks before a treatment and after it. */
  readonly points: readonly Reading[];
}

/**
 * Scores of a client by dimension, whatever version of the form they were written by.
 * @param assessments oldest first, those of one day as they were entered
 */
export function seriesOf(assessments: readonly Scored[]): ScoreSeries[] {
  const found = new Map<string, Omit<ScoreSeries, 'points'> & { points: Reading[] }>();
  for (const { kind, on, form, contents } of assessments)
    for (const { key, value } of contents.scores) {
      const at = `${kind} ${key}`;
      const known = found.get(at);
      const name = form.scores.find((one) => one.key === key)?.name ?? known?.name ?? key;
      found.set(at, { kind, key, name, points: [...(known?.points ?? []), { on, value }] });
    }
  return [...found.values()];
}
