import type { AssessmentKind } from '@yance/shared-types';
import type { AssessmentForm, ClientAssessments } from '../../../shared/api/contract';

/** A dimension over time. */
export interface ScoreRow {
  key: string;
  name: string;
  /** Oldest first. */
  points: { on: string; value: number }[];
  last: number;
  /** Against the time before; null at the first. */
  change: number | null;
}

/** The form in force of a kind: the API names it first. */
export const currentForm = (
  { forms }: Pick<ClientAssessments, 'forms'>,
  kind: AssessmentKind,
): AssessmentForm | undefined => forms.find((form) => form.kind === kind);

/** The form that something was written by. */
export const formOf = (
  { forms }: Pick<ClientAssessments, 'forms'>,
  kind: AssessmentKind,
  version: number,
): AssessmentForm | undefined =>
  forms.find((form) => form.kind === kind && form.version === version);

/** Scores of one kind by dimension, in the order of the form in force; what it does not ask any more comes last. */
export function scoreRows(found: Pick<ClientAssessments, 'forms' | 'items'>, kind: AssessmentKind) {
  const rows = new Map<string, { name: string; points: { on: string; value: number }[] }>();
  for (const { key, name } of currentForm(found, kind)?.scores ?? [])
    rows.set(key, { name, points: [] });
  for (const { on, versions } of found.items.filter((one) => one.kind === kind).reverse()) {
    const [now] = versions;
    const form = now && formOf(found, kind, now.formVersion);
    for (const { key, value } of now?.contents.scores ?? []) {
      const name = form?.scores.find((one) => one.key === key)?.name ?? key;
      const row = rows.get(key) ?? { name, points: [] };
      row.points.push({ on, value });
      rows.set(key, row);
    }
  }
  return [...rows].flatMap(([key, { name, points }]): ScoreRow[] => {
    const last = points.at(-1)?.value;
    if (last === undefined) return [];
    const before = points.at(-2)?.value;
    return [{ key, name, points, last, change: before === undefined ? null : last - before }];
  });
}
