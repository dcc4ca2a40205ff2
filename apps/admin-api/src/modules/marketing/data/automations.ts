import type { AutomationState, LeapDay } from '@yance/shared-types';
import {
  fromJsonColumn,
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { AutomationDraft } from '../rules/automation-draft.js';

/** Something that the salon does by itself, as it stands. */
export interface Automation extends AutomationDraft {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface AutomationChange {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly automation: AutomationDraft;
}

type Row = Omit<Automation, 'storeIds' | 'state' | 'leapDay' | 'budgetFen' | 'bySms' | 'byCall'> & {
  state: AutomationState;
  leapDay: LeapDay;
  budgetFen: unknown;
  bySms: number;
  byCall: number;
};

const SELECT = `SELECT a.id, a.name, a.state, a.template_id AS templateId, a.days_before AS daysBefore,
    a.days_after AS daysAfter, a.leap_day AS leapDay, a.budget_count AS budgetCount,
    a.budget_fen AS budgetFen, a.words, a.by_sms AS bySms, a.by_call AS byCall, a.version, a.updated_at AS updatedAt
  FROM automation a`;

async function withStores(reader: Reader, rows: readonly Row[]): Promise<Automation[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const stores = await reader.rows<{ automationId: string; storeId: string }>(
    `SELECT automation_id AS automationId, store_id AS storeId FROM automation_store
     WHERE automation_id IN (${placeholders(ids)}) ORDER BY automation_id, store_id`,
    ids,
  );
  return rows.map((row) => ({
    ...row,
    budgetFen: row.budgetFen === null ? null : toSafeInteger(row.budgetFen),
    ...{ bySms: row.bySms === 1, byCall: row.byCall === 1 },
    storeIds: stores.flatMap((one) => (one.automationId === row.id ? [one.storeId] : [])),
  }));
}

/** All of them, oldest first. */
export async function allAutomations(reader: Reader): Promise<Automation[]> {
  return withStores(reader, await reader.rows<Row>(`${SELECT} ORDER BY a.id`));
}

export async function automationById(reader: Reader, id: string): Promise<Automation | undefined> {
  return (await withStores(reader, await reader.rows<Row>(`${SELECT} WHERE a.id = ?`, [id])))[0];
}

/** Locks one, which orders those who change it. */
export async function lockAutomation(tx: Tx, id: string): Promise<Automation | undefined> {
  const rows = await tx.rows<Row>(`${SELECT} WHERE a.id = ? FOR UPDATE`, [id]);
  return (await withStores(tx, rows))[0];
}

/** Which version of it stands now; undefined where there is none. */
export async function versionOf(reader: Reader, id: string): Promise<number | undefined> {
  const sql = 'SELECT version FROM automation WHERE id = ?';
  return (await reader.row<{ version: number }>(sql, [id]))?.version;
}

const COLUMNS = [
  ...['name', 'state', 'template_id', 'days_before', 'days_after', 'leap_day', 'budget_count'],
  ...['budget_fen', 'words', 'by_sms', 'by_call', 'version', 'updated_at'],
];

const valuesOf = (draft: AutomationDraft, version: number, at: Date): unknown[] => [
  ...[draft.name, draft.state, draft.templateId, draft.daysBefore, draft.daysAfter],
  ...[draft.leapDay, draft.budgetCount, draft.budgetFen, draft.words],
  ...[Number(draft.bySms), Number(draft.byCall), version, at],
];

export async function insertAutomation(
  tx: Tx,
  id: string,
  draft: AutomationDraft,
  at: Date,
): Promise<void> {
  await tx.run(insertSql('automation', ['id', 'kind', 'created_at', ...COLUMNS], 1), [
    ...[id, 'birthday', at, ...valuesOf(draft, 1, at)],
  ]);
  await writeStores(tx, id, draft);
}

export async function updateAutomation(
  tx: Tx,
  id: string,
  draft: AutomationDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE automation SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...valuesOf(draft, version, at), id],
  );
  await tx.run('DELETE FROM automation_store WHERE automation_id = ?', [id]);
  await writeStores(tx, id, draft);
}

async function writeStores(tx: Tx, id: string, { storeIds }: AutomationDraft): Promise<void> {
  await tx.run(
    insertSql('automation_store', ['automation_id', 'store_id'], storeIds.length),
    storeIds.flatMap((storeId) => [id, storeId]),
  );
}

export async function appendAutomationChange(
  tx: Tx,
  id: string,
  change: AutomationChange & { readonly byId: string },
): Promise<void> {
  const { version, byId, byName, automation, at } = change;
  await tx.run(
    `INSERT INTO automation_change (automation_id, seq, by_id, by_name, automation, at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, version, byId, byName, JSON.stringify(automation), at],
  );
}

/** Its history, latest first. */
export async function automationChanges(reader: Reader, id: string): Promise<AutomationChange[]> {
  const rows = await reader.rows<Omit<AutomationChange, 'automation'> & { automation: unknown }>(
    `SELECT seq AS version, by_name AS byName, automation, at FROM automation_change
     WHERE automation_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({
    ...row,
    automation: fromJsonColumn(row.automation) as AutomationDraft,
  }));
}
