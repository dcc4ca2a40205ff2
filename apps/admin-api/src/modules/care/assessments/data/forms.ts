import type { AssessmentKind } from '@yance/shared-types';
import {
  fromJsonColumn,
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { AssessmentForm, FormFields } from '../rules/form.js';

interface Row {
  readonly kind: AssessmentKind;
  readonly version: number;
  readonly name: string;
  readonly fields: unknown;
}

/** Every version of every form, the latest of each kind first. */
export async function allForms(reader: Reader): Promise<AssessmentForm[]> {
  const rows = await reader.rows<Row>(
    'SELECT kind, version, name, fields FROM assessment_form ORDER BY kind, version DESC',
  );
  return rows.map(({ fields, ...row }) => ({ ...row, ...(fromJsonColumn(fields) as FormFields) }));
}

/** The latest version of each form. */
export const currentForms = (forms: readonly AssessmentForm[]): AssessmentForm[] =>
  forms.filter(({ kind }, place) => forms.findIndex((one) => one.kind === kind) === place);

/** @returns false when somebody published this version first */
export async function insertForm(
  tx: Tx,
  { kind, version, name, ...fields }: AssessmentForm,
  by: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const columns = ['kind', 'version', 'name', 'fields', 'by_name', 'published_at'];
  try {
    await tx.run(insertSql('assessment_form', columns, 1), [
      ...[kind, version, name, JSON.stringify(fields), by.name, by.at],
    ]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
