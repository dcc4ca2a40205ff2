import {
  fromJsonColumn,
  insertSql,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { QuestionnaireForm, QuestionnaireVersion } from '../rules/questionnaire.js';

/** What somebody is writing for the next version. */
export interface QuestionnaireDraft {
  readonly form: QuestionnaireForm;
  readonly byName: string;
  readonly at: Date;
}

export interface Questionnaire {
  readonly id: string;
  /** In force; 0 while none was published. */
  readonly version: number;
  /** Counts the drafts, over all versions. */
  readonly revision: number;
  readonly draft: QuestionnaireDraft | null;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly draft: unknown;
  readonly draftBy: string;
  readonly draftAt: Date;
}

interface VersionRow extends Omit<QuestionnaireVersion, keyof QuestionnaireForm> {
  readonly form: unknown;
}

const COLUMNS = `id, version, draft_revision AS revision, draft, draft_by AS draftBy, draft_at AS draftAt`;
const VERSION = `v.questionnaire_id AS questionnaireId, v.version, v.form, v.by_name AS byName,
  v.published_at AS publishedAt`;

const toQuestionnaire = ({ draft, draftBy, draftAt, ...row }: Row): Questionnaire => ({
  ...row,
  draft:
    draft === null
      ? null
      : { form: fromJsonColumn(draft) as QuestionnaireForm, byName: draftBy, at: draftAt },
});

const toVersion = ({ form, ...row }: VersionRow): QuestionnaireVersion => ({
  ...row,
  ...(fromJsonColumn(form) as QuestionnaireForm),
});

/** All of the house, the latest first. */
export async function allQuestionnaires(reader: Reader): Promise<Questionnaire[]> {
  const rows = await reader.rows<Row>(`SELECT ${COLUMNS} FROM questionnaire ORDER BY id DESC`);
  return rows.map(toQuestionnaire);
}

export async function questionnaireById(
  reader: Reader,
  id: string,
): Promise<Questionnaire | undefined> {
  const row = await reader.row<Row>(`SELECT ${COLUMNS} FROM questionnaire WHERE id = ?`, [id]);
  return row && toQuestionnaire(row);
}

/** Locks one: its row orders drafts and versions. */
export async function lockQuestionnaire(tx: Tx, id: string): Promise<Questionnaire | undefined> {
  const sql = `SELECT ${COLUMNS} FROM questionnaire WHERE id = ? FOR UPDATE`;
  const row = await tx.row<Row>(sql, [id]);
  return row && toQuestionnaire(row);
}

/** The versions in force, also of those that are asked for no more. */
export async function versionsInForce(reader: Reader): Promise<QuestionnaireVersion[]> {
  const rows = await reader.rows<VersionRow>(
    `SELECT ${VERSION} FROM questionnaire q
     JOIN questionnaire_version v ON v.questionnaire_id = q.id AND v.version = q.version ORDER BY q.id`,
  );
  return rows.map(toVersion);
}

/** Every version of one, the latest first. */
export async function versionsOf(reader: Reader, id: string): Promise<QuestionnaireVersion[]> {
  const rows = await reader.rows<VersionRow>(
    `SELECT ${VERSION} FROM questionnaire_version v WHERE v.questionnaire_id = ? ORDER BY v.version DESC`,
    [id],
  );
  return rows.map(toVersion);
}

/** The versions that a client answered to. */
export async function versionsAnsweredBy(
  reader: Reader,
  customerId: string,
): Promise<QuestionnaireVersion[]> {
  const rows = await reader.rows<VersionRow>(
    `SELECT ${VERSION} FROM questionnaire_version v
     WHERE EXISTS (SELECT 1 FROM questionnaire_answer a WHERE a.customer_id = ?
       AND a.questionnaire_id = v.questionnaire_id AND a.version = v.version)`,
    [customerId],
  );
  return rows.map(toVersion);
}

export async function insertQuestionnaire(
  tx: Tx,
  id: string,
  { form, byName, at }: QuestionnaireDraft,
): Promise<void> {
  const columns = ['id', 'version', 'draft', 'draft_revision', 'draft_by', 'draft_at'];
  await tx.run(insertSql('questionnaire', columns, 1), [
    ...[id, 0, JSON.stringify(form), 1, byName, at],
  ]);
}

/** The questionnaire is locked. */
export async function keepQuestionnaireDraft(
  tx: Tx,
  id: string,
  revision: number,
  { form, byName, at }: QuestionnaireDraft,
): Promise<void> {
  await tx.run(
    'UPDATE questionnaire SET draft = ?, draft_revision = ?, draft_by = ?, draft_at = ? WHERE id = ?',
    [JSON.stringify(form), revision, byName, at, id],
  );
}

/** Puts a version in force; the draft that it came from goes. The questionnaire is locked. */
export async function insertVersion(
  tx: Tx,
  { questionnaireId, version, byName, publishedAt, ...form }: QuestionnaireVersion,
): Promise<void> {
  const columns = ['questionnaire_id', 'version', 'form', 'by_name', 'published_at'];
  await tx.run(insertSql('questionnaire_version', columns, 1), [
    ...[questionnaireId, version, JSON.stringify(form), byName, publishedAt],
  ]);
  const sql = 'UPDATE questionnaire SET version = ?, draft = NULL WHERE id = ?';
  await tx.run(sql, [version, questionnaireId]);
}
