import {
  fromJsonColumn,
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { ClientFilter } from '../../../client-view/index.js';
import type { SheetKind } from '../../sheets/write-sheet.js';
import type { ExportColumn } from '../rules/columns.js';

/** Lists of clients with their names, or without anything by which one could be known. */
export const EXPORT_KINDS = ['clients', 'de_identified'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** closed: nobody decided for a week, or the day of the file is over. */
export const EXPORT_STATES = [
  ...(['requested', 'withdrawn', 'declined', 'building', 'ready', 'closed'] as const),
] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A list of clients that somebody asked for. */
export interface ClientExport {
  readonly id: string;
  /** Whoever may decide for this store may decide on it. */
  readonly storeId: string;
  readonly kind: ExportKind;
  readonly format: SheetKind;
  readonly state: ExportState;
  readonly columns: readonly ExportColumn[];
  readonly filter: ClientFilter;
  readonly withPhones: boolean;
  /** How many clients it would have held when it was asked for. */
  readonly expectedRows: number;
  readonly reasonSealed: Buffer;
  readonly phonesReasonSealed: Buffer | null;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly declineReasonSealed: Buffer | null;
  readonly rowCount: number | null;
  readonly fileBytes: number | null;
  readonly readyAt: Date | null;
  /** When it can no longer be decided on, or its file no longer be had. */
  readonly closesAt: Date;
  readonly downloads: number;
}

type Fields = 'columns' | 'filter' | 'withPhones';
type Row = Omit<ClientExport, Fields> & Readonly<Record<Fields, unknown>>;

const SELECT = `SELECT id, store_id AS storeId, kind, format, state, columns_json AS columns, filter_json AS filter,
    with_phones AS withPhones, expected_rows AS expectedRows, reason_sealed AS reasonSealed,
    phones_reason_sealed AS phonesReasonSealed, requested_by AS requestedBy, requested_by_name AS requestedByName,
    requested_at AS requestedAt, decided_by AS decidedBy, decided_by_name AS decidedByName, decided_at AS decidedAt,
    decline_reason_sealed AS declineReasonSealed, row_count AS rowCount, file_bytes AS fileBytes,
    ready_at AS readyAt, closes_at AS closesAt, downloads
  FROM client_export`;

const toExport = (row: Row): ClientExport => ({
  ...row,
  columns: fromJsonColumn(row.columns) as ClientExport['columns'],
  filter: fromJsonColumn(row.filter) as ClientExport['filter'],
  withPhones: row.withPhones === 1,
});

export async function insertExport(
  tx: Tx,
  one: Omit<
    ClientExport,
    | 'state'
    | 'downloads'
    | `decide${string}`
    | 'declineReasonSealed'
    | 'rowCount'
    | 'fileBytes'
    | 'readyAt'
  >,
): Promise<void> {
  const columns = [
    ...['id', 'store_id', 'kind', 'format', 'state', 'columns_json', 'filter_json', 'with_phones'],
    ...['expected_rows', 'reason_sealed', 'phones_reason_sealed', 'requested_by'],
    ...['requested_by_name', 'requested_at', 'closes_at'],
  ];
  await tx.run(insertSql('client_export', columns, 1), [
    ...[one.id, one.storeId, one.kind, one.format, 'requested', JSON.stringify(one.columns)],
    ...[JSON.stringify(one.filter), one.withPhones ? 1 : 0, one.expectedRows, one.reasonSealed],
    ...[
      one.phonesReasonSealed,
      one.requestedBy,
      one.requestedByName,
      one.requestedAt,
      one.closesAt,
    ],
  ]);
}

/** Undefined for an unknown one. */
export async function exportById(reader: Reader, id: string): Promise<ClientExport | undefined> {
  const row = await reader.row<Row>(`${SELECT} WHERE id = ?`, [id]);
  return row && toExport(row);
}

/** Locks one, which orders all who write to it. */
export async function lockExport(tx: Tx, id: string): Promise<ClientExport | undefined> {
  const row = await tx.row<Row>(`${SELECT} WHERE id = ? FOR UPDATE`, [id]);
  return row && toExport(row);
}

/** The latest of some stores; only those of one person where told. */
export async function latestExports(
  reader: Reader,
  {
    storeIds,
    by,
    before,
    limit,
  }: { storeIds: readonly string[]; by?: string; before?: string; limit: number },
): Promise<ClientExport[]> {
  if (storeIds.length === 0) return [];
  const conditions: [string, unknown][] = [];
  if (by !== undefined) conditions.push(['AND requested_by = ?', by]);
  if (before !== undefined) conditions.push(['AND id < ?', before]);
  const rows = await reader.rows<Row>(
    `${SELECT} WHERE store_id IN (${placeholders(storeIds)}) ${conditions.map(([sql]) => sql).join(' ')}
     ORDER BY id DESC LIMIT ?`,
    [...storeIds, ...conditions.map(([, value]) => value), limit],
  );
  return rows.map(toExport);
}

const COLUMN_OF = {
  ...{ state: 'state', decidedBy: 'decided_by', decidedByName: 'decided_by_name' },
  ...{ decidedAt: 'decided_at', declineReasonSealed: 'decline_reason_sealed' },
  ...{ rowCount: 'row_count', fileBytes: 'file_bytes', readyAt: 'ready_at' },
  ...{ closesAt: 'closes_at', downloads: 'downloads' },
} as const;

/** What of an export changes. */
export type ExportChange = Partial<Pick<ClientExport, keyof typeof COLUMN_OF>>;

export async function changeExport(tx: Tx, id: string, change: ExportChange): Promise<void> {
  const list = Object.entries(change) as [keyof typeof COLUMN_OF, unknown][];
  const sets = list.map(([name]) => `${COLUMN_OF[name]} = ?`).join(', ');
  await tx.run(`UPDATE client_export SET ${sets} WHERE id = ?`, [
    ...list.map(([, value]) => value),
    id,
  ]);
}

/** Those whose time is over: nobody decided, or the file has lain for its day. */
export async function overdueExports(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT id FROM client_export WHERE state IN ('requested', 'ready') AND closes_at <= ? LIMIT ?`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

export async function insertPart(
  tx: Tx,
  exportId: string,
  seq: number,
  sealed: Buffer,
): Promise<void> {
  const columns = ['export_id', 'seq', 'content_sealed'];
  await tx.run(insertSql('client_export_part', columns, 1), [exportId, seq, sealed]);
}

/** The pieces of a file in their order. */
export async function partsOf(
  reader: Reader,
  exportId: string,
): Promise<{ readonly seq: number; readonly sealed: Buffer }[]> {
  const rows = await reader.rows<{ seq: unknown; sealed: Buffer }>(
    'SELECT seq, content_sealed AS sealed FROM client_export_part WHERE export_id = ? ORDER BY seq',
    [exportId],
  );
  return rows.map(({ seq, sealed }) => ({ seq: toSafeInteger(seq), sealed }));
}

export async function dropExportParts(tx: Tx, exportId: string): Promise<void> {
  await tx.run('DELETE FROM client_export_part WHERE export_id = ?', [exportId]);
}
