import {
  fromJsonColumn,
  insertSql,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { SheetFormat } from '../reading/read-sheet.js';
import type { ColumnMapping } from '../rules/headings.js';

/** How far an import is. */
export const IMPORT_STATES = [
  ...(['uploading', 'read', 'checked', 'running', 'done', 'undoing', 'undone'] as const),
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What is done with a row whose client has a file: nothing, what is missing there is added, or a file of its own. */
export const DUPLICATE_CHOICES = ['skip', 'add', 'new'] as const;
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** One file of clients and how far it is. */
export interface ClientImport {
  readonly id: string;
  readonly storeId: string;
  readonly state: ImportState;
  readonly fileNameSealed: Buffer | null;
  readonly fileBytes: number;
  readonly partCount: number;
  readonly fileHash: Buffer | null;
  readonly format: SheetFormat | null;
  readonly headingsSealed: Buffer | null;
  readonly mapping: ColumnMapping | null;
  readonly onDuplicate: DuplicateChoice | null;
  readonly rowCount: number | null;
  /** Bad cells that the last check found. */
  readonly faultCount: number | null;
  readonly undoReasonSealed: Buffer | null;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly undoneBy: string | null;
  readonly undoneByName: string | null;
  readonly undoneAt: Date | null;
  readonly contentGoneAt: Date | null;
  /** Of the signed protocol by which value is brought along; null where none is. */
  readonly openingProtocolNo: string | null;
  /** Whether that value is good in all stores. */
  readonly openingEverywhere: boolean | null;
  /** What the last check found, in rows and fen. */
  readonly openingRows: number | null;
  readonly openingPrincipalFen: number | null;
  readonly openingBonusFen: number | null;
}

type ImportRecord = Omit<ClientImport, 'mapping' | 'openingEverywhere'> & {
  readonly mapping: unknown;
  readonly openingEverywhere: number | null;
};

const SELECT = `SELECT id, store_id AS storeId, state, file_name_sealed AS fileNameSealed, file_bytes AS fileBytes,
    part_count AS partCount, file_hash AS fileHash, format, headings_sealed AS headingsSealed, mapping,
    on_duplicate AS onDuplicate, row_count AS rowCount, fault_count AS faultCount,
    undo_reason_sealed AS undoReasonSealed, created_by AS createdBy, created_by_name AS createdByName,
    created_at AS createdAt, started_at AS startedAt, finished_at AS finishedAt, undone_by AS undoneBy,
    undone_by_name AS undoneByName, undone_at AS undoneAt, content_gone_at AS contentGoneAt,
    opening_protocol_no AS openingProtocolNo, opening_everywhere AS openingEverywhere,
    opening_rows AS openingRows, opening_principal_fen AS openingPrincipalFen,
    opening_bonus_fen AS openingBonusFen
  FROM client_import`;

const fenOf = (fen: unknown): number | null => (fen === null ? null : toSafeInteger(fen));

const toImport = (row: ImportRecord): ClientImport => ({
  ...row,
  mapping: fromJsonColumn(row.mapping) as ColumnMapping | null,
  openingEverywhere: row.openingEverywhere === null ? null : row.openingEverywhere === 1,
  openingPrincipalFen: fenOf(row.openingPrincipalFen),
  openingBonusFen: fenOf(row.openingBonusFen),
});

/** One import of one of these stores; undefined for a stranger's. */
export async function importById(
  reader: Reader,
  id: string,
  storeIds: readonly string[],
): Promise<ClientImport | undefined> {
  const row = await reader.row<ImportRecord>(`${SELECT} WHERE id = ?`, [id]);
  return row && storeIds.includes(row.storeId) ? toImport(row) : undefined;
}

/** Locks one import, which orders all who write to it. */
export async function lockImport(tx: Tx, id: string): Promise<ClientImport | undefined> {
  const row = await tx.row<ImportRecord>(`${SELECT} WHERE id = ? FOR UPDATE`, [id]);
  return row && toImport(row);
}

/** The latest imports of a store. */
export async function latestImports(
  reader: Reader,
  storeId: string,
  limit: number,
): Promise<ClientImport[]> {
  const sql = `${SELECT} WHERE store_id = ? ORDER BY id DESC LIMIT ?`;
  return (await reader.rows<ImportRecord>(sql, [storeId, limit])).map(toImport);
}

/** When this very file was imported before and stands; undefined when it was not. */
export async function importedBefore(
  reader: Reader,
  fileHash: Buffer,
  otherThan: string,
): Promise<Date | undefined> {
  const row = await reader.row<{ at: Date }>(
    `SELECT started_at AS at FROM client_import
     WHERE file_hash = ? AND id <> ? AND state IN ('running', 'done') ORDER BY started_at DESC LIMIT 1`,
    [fileHash, otherThan],
  );
  return row?.at;
}

/** Whether another file has brought value along by this protocol. */
export async function protocolUsed(
  reader: Reader,
  protocolNo: string,
  otherThan: string,
): Promise<boolean> {
  const row = await reader.row(
    `SELECT 1 FROM client_import
     WHERE opening_protocol_no = ? AND id <> ? AND started_at IS NOT NULL LIMIT 1`,
    [protocolNo, otherThan],
  );
  return row !== undefined;
}

/** A file that is to come. */
export interface NewImport {
  readonly id: string;
  readonly storeId: string;
  readonly fileNameSealed: Buffer;
  readonly fileBytes: number;
  readonly partCount: number;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly at: Date;
}

export async function insertImport(tx: Tx, one: NewImport): Promise<void> {
  const columns = [
    ...['id', 'store_id', 'state', 'file_name_sealed', 'file_bytes', 'part_count'],
    ...['created_by', 'created_by_name', 'created_at'],
  ];
  await tx.run(insertSql('client_import', columns, 1), [
    ...[one.id, one.storeId, 'uploading', one.fileNameSealed, one.fileBytes, one.partCount],
    ...[one.createdBy, one.createdByName, one.at],
  ]);
}

const COLUMN_OF = {
  state: 'state',
  running: 'running',
  fileHash: 'file_hash',
  format: 'format',
  headingsSealed: 'headings_sealed',
  mapping: 'mapping',
  onDuplicate: 'on_duplicate',
  rowCount: 'row_count',
  faultCount: 'fault_count',
  fileNameSealed: 'file_name_sealed',
  undoReasonSealed: 'undo_reason_sealed',
  checkedAt: 'checked_at',
  startedAt: 'started_at',
  finishedAt: 'finished_at',
  undoneBy: 'undone_by',
  undoneByName: 'undone_by_name',
  undoneAt: 'undone_at',
  contentGoneAt: 'content_gone_at',
  openingProtocolNo: 'opening_protocol_no',
  openingEverywhere: 'opening_everywhere',
  openingRows: 'opening_rows',
  openingPrincipalFen: 'opening_principal_fen',
  openingBonusFen: 'opening_bonus_fen',
} as const;

/** What a step changes. */
export type ImportChange = Partial<
  Pick<
    ClientImport,
    Exclude<keyof typeof COLUMN_OF, 'mapping' | 'running' | 'checkedAt'> & keyof ClientImport
  >
> & {
  readonly mapping?: ColumnMapping;
  /** 1 while rows are written, so that one import does it at a time. */
  readonly running?: 1 | null;
  readonly checkedAt?: Date;
};

/** The key that lets one import write at a time. */
export const RUNNING_KEY = 'uq_client_import_running';

/** Changes a locked import. */
export async function changeImport(tx: Tx, id: string, change: ImportChange): Promise<void> {
  const list = Object.entries(change) as [keyof typeof COLUMN_OF, unknown][];
  const sets = list.map(([name]) => `${COLUMN_OF[name]} = ?`);
  const values = list.map(([name, value]) => (name === 'mapping' ? JSON.stringify(value) : value));
  await tx.run(`UPDATE client_import SET ${sets.join(', ')} WHERE id = ?`, [...values, id]);
}

/** Imports whose content is older than this and still there. */
export async function withOldContent(
  reader: Reader,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT id FROM client_import
     WHERE content_gone_at IS NULL AND created_at < ? AND state NOT IN ('running', 'undoing')
     ORDER BY created_at LIMIT ?`,
    [before, limit],
  );
  return rows.map(({ id }) => id);
}

/** Which column was what in the last file with these headings. */
export async function mappingOf(
  reader: Reader,
  headingsHash: Buffer,
): Promise<ColumnMapping | undefined> {
  const row = await reader.row<{ mapping: unknown }>(
    'SELECT mapping FROM client_import_mapping WHERE headings_hash = ?',
    [headingsHash],
  );
  return row && (fromJsonColumn(row.mapping) as ColumnMapping);
}

export async function keepMapping(
  tx: Tx,
  headingsHash: Buffer,
  mapping: ColumnMapping,
  at: Date,
): Promise<void> {
  await tx.run(
    `INSERT INTO client_import_mapping (headings_hash, mapping, updated_at) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE mapping = VALUES(mapping), updated_at = VALUES(updated_at)`,
    [headingsHash, JSON.stringify(mapping), at],
  );
}
