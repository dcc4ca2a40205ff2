import {
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { DuplicateChoice } from './imports.js';

/** What became of a row. */
export const ROW_STATES = [
  ...(['read', 'ready', 'bad', 'duplicate', 'created', 'added', 'skipped', 'undone'] as const),
  'kept',
  'shared',
] as const;
export type RowState = (typeof ROW_STATES)[number];

/** Why the undo left what a row had written. */
export const KEPT_REASONS = ['changed', 'joined', 'in_use', 'used', 'reversed'] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/** A row of a file. `no` is its number there. */
export interface ImportRow {
  readonly no: number;
  readonly state: RowState;
  readonly choice: DuplicateChoice | null;
  /** The file here that has her phone and name; of a `shared` row the one that has her phone. */
  readonly matchId: string | null;
  /** An earlier row with her phone and name; of a `shared` row one with her phone. */
  readonly sameAsRow: number | null;
  readonly customerId: string | null;
  /** Of her file after the row was written. */
  readonly fileVersion: number | null;
  /** Her file was joined with another since. */
  readonly joined: boolean;
  readonly keptBecause: KeptReason | null;
  readonly cellsSealed: Buffer | null;
  readonly faultsSealed: Buffer | null;
  readonly beforeSealed: Buffer | null;
  /** The entry of what she brought along. */
  readonly topUpId: string | null;
}

const SELECT = `SELECT row_no AS no, state, choice, match_id AS matchId, same_as_row AS sameAsRow,
    customer_id AS customerId, file_version AS fileVersion, joined, kept_because AS keptBecause,
    cells_sealed AS cellsSealed, faults_sealed AS faultsSealed, before_sealed AS beforeSealed, top_up_id AS topUpId
  FROM client_import_row`;

type RowRecord = Omit<ImportRow, 'joined'> & { readonly joined: number };
const toRow = (row: RowRecord): ImportRow => ({ ...row, joined: row.joined === 1 });

/** Rows with their cells, sealed, in one insert. */
export async function insertRows(
  tx: Tx,
  importId: string,
  rows: readonly { readonly no: number; readonly cellsSealed: Buffer }[],
): Promise<void> {
  const columns = ['import_id', 'row_no', 'state', 'cells_sealed'];
  const values = rows.flatMap(({ no, cellsSealed }) => [importId, no, 'read', cellsSealed]);
  await tx.run(insertSql('client_import_row', columns, rows.length), values);
}

/** Rows after a number, in their order; of some states only where they are told. */
export async function rowsAfter(
  reader: Reader,
  importId: string,
  after: number,
  limit: number,
  states: readonly RowState[] = ROW_STATES,
): Promise<ImportRow[]> {
  const some = states.length === ROW_STATES.length ? '' : `AND state IN (${placeholders(states)})`;
  const rows = await reader.rows<RowRecord>(
    `${SELECT} WHERE import_id = ? AND row_no > ? ${some} ORDER BY row_no LIMIT ?`,
    [importId, after, ...(some === '' ? [] : states), limit],
  );
  return rows.map(toRow);
}

/** The last rows in these states, latest first: what came later is undone first. */
export async function lastRows(
  tx: Tx,
  importId: string,
  states: readonly RowState[],
  limit: number,
): Promise<ImportRow[]> {
  const rows = await tx.rows<RowRecord>(
    `${SELECT} WHERE import_id = ? AND state IN (${placeholders(states)}) ORDER BY row_no DESC LIMIT ?`,
    [importId, ...states, limit],
  );
  return rows.map(toRow);
}

/** How many rows there are in each state. */
export async function countRows(
  reader: Reader,
  importId: string,
): Promise<Partial<Record<RowState, number>>> {
  const rows = await reader.rows<{ state: RowState; n: unknown }>(
    'SELECT state, COUNT(*) AS n FROM client_import_row WHERE import_id = ? GROUP BY state',
    [importId],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, toSafeInteger(n)]));
}

/** States in which a person says what is done with a row. */
const QUESTIONED = ['duplicate', 'shared'] as const;
type Questioned = (typeof QUESTIONED)[number];
/** What waits to be written. */
export const SOUND: readonly RowState[] = ['ready', ...QUESTIONED];

/** What the check found of a row. */
export interface CheckedRow extends Pick<ImportRow, 'no' | 'matchId' | 'sameAsRow'> {
  readonly state: 'ready' | 'bad' | Questioned;
  readonly faultsSealed: Buffer | null;
}

/** Writes what the check found, in one statement; a choice that was made stays with a row of which the same is asked. */
export async function markChecked(
  tx: Tx,
  importId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  const columns = ['import_id', 'row_no', 'state', 'match_id', 'same_as_row', 'faults_sealed'];
  const values = rows.flatMap(({ no, state, matchId, sameAsRow, faultsSealed }) => [
    ...[importId, no, state, matchId, sameAsRow, faultsSealed],
  ]);
  await tx.run(
    `${insertSql('client_import_row', columns, rows.length)} ON DUPLICATE KEY UPDATE
       choice = IF(VALUES(state) = state AND state IN (${placeholders(QUESTIONED)}), choice, NULL), state = VALUES(state),
       match_id = VALUES(match_id), same_as_row = VALUES(same_as_row), faults_sealed = VALUES(faults_sealed)`,
    [...values, ...QUESTIONED],
  );
}

/** @returns false when there is no such row, or nothing is asked of it */
export async function chooseFor(
  tx: Tx,
  importId: string,
  no: number,
  choice: DuplicateChoice,
): Promise<boolean> {
  const row = await tx.row<{ state: RowState }>(
    'SELECT state FROM client_import_row WHERE import_id = ? AND row_no = ? FOR UPDATE',
    [importId, no],
  );
  if (!QUESTIONED.some((state) => state === row?.state)) return false;
  await tx.run('UPDATE client_import_row SET choice = ? WHERE import_id = ? AND row_no = ?', [
    ...[choice, importId, no],
  ]);
  return true;
}

/** What became of a row when it was written, or its writing undone. */
export type RowOutcome = Partial<
  Pick<
    ImportRow,
    | 'state'
    | 'customerId'
    | 'fileVersion'
    | 'keptBecause'
    | 'beforeSealed'
    | 'faultsSealed'
    | 'matchId'
    | 'topUpId'
  >
>;

const OUTCOME_COLUMNS = {
  state: 'state',
  customerId: 'customer_id',
  fileVersion: 'file_version',
  keptBecause: 'kept_because',
  beforeSealed: 'before_sealed',
  faultsSealed: 'faults_sealed',
  matchId: 'match_id',
  topUpId: 'top_up_id',
} as const;

export async function settleRow(
  tx: Tx,
  importId: string,
  no: number,
  outcome: RowOutcome,
): Promise<void> {
  const list = Object.entries(outcome) as [keyof RowOutcome, unknown][];
  const sets = list.map(([name]) => `${OUTCOME_COLUMNS[name]} = ?`);
  await tx.run(
    `UPDATE client_import_row SET ${sets.join(', ')} WHERE import_id = ? AND row_no = ?`,
    [...list.map(([, value]) => value), importId, no],
  );
}

/** A file that was joined to another: what the import wrote is hers now, and nobody takes it back. */
export async function moveRows(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run('UPDATE client_import_row SET customer_id = ?, joined = 1 WHERE customer_id = ?', [
    to,
    from,
  ]);
  await tx.run('UPDATE client_import_row SET match_id = ? WHERE match_id = ?', [to, from]);
}

/** Empties what the rows said; what became of them stays. */
export async function emptyRows(tx: Tx, importId: string): Promise<void> {
  await tx.run(
    `UPDATE client_import_row SET cells_sealed = NULL, faults_sealed = NULL, before_sealed = NULL
     WHERE import_id = ?`,
    [importId],
  );
}

/** Keeps a piece of the file; one that came twice is the same. */
export async function keepPart(
  tx: Tx,
  importId: string,
  seq: number,
  contentSealed: Buffer,
): Promise<void> {
  await tx.run(
    `INSERT INTO client_import_part (import_id, seq, content_sealed) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE content_sealed = VALUES(content_sealed)`,
    [importId, seq, contentSealed],
  );
}

/** The pieces in their order. */
export const partsOf = (
  reader: Reader,
  importId: string,
): Promise<{ readonly seq: number; readonly contentSealed: Buffer }[]> =>
  reader.rows(
    'SELECT seq, content_sealed AS contentSealed FROM client_import_part WHERE import_id = ? ORDER BY seq',
    [importId],
  );

export async function dropParts(tx: Tx, importId: string): Promise<void> {
  await tx.run('DELETE FROM client_import_part WHERE import_id = ?', [importId]);
}
