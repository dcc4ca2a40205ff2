import type { PackageChangeKind } from '@yance/shared-types';
import {
  fromJsonColumn,
  insertSql,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { Package } from './packages.js';

/** Something that happened to a package; `seq` is the version that it made. */
export interface PackageChange {
  readonly seq: number;
  readonly kind: PackageChangeKind;
  readonly storeId: string;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly txId: number | null;
  readonly entryNo: string | null;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
}

const COLUMNS = [
  ...['package_id', 'seq', 'kind', 'store_id', 'reason_cipher', 'detail', 'tx_id', 'entry_no'],
  ...['by_kind', 'by_id', 'by_name', 'at'],
];

/** The key on package and version decides between two who change at once. */
/** Whether its client gave it to another. Files that were joined are one client's. */
export async function wasHandedOn(reader: Reader, packageId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM package_change WHERE package_id = ? AND kind = 'transfer' LIMIT 1`;
  return (await reader.row(sql, [packageId])) !== undefined;
}

export async function appendPackageChange(
  tx: Tx,
  { id: packageId, customerId }: Pick<Package, 'id' | 'customerId'>,
  change: PackageChange,
): Promise<void> {
  await tx.run(insertSql('package_change', COLUMNS, 1), [
    ...[packageId, change.seq, change.kind, change.storeId],
    sealedFor(customerId, change.reason),
    ...[JSON.stringify(change.detail), change.txId, change.entryNo],
    ...[change.byKind, change.byId, change.byName, change.at],
  ]);
}

type Row = Omit<PackageChange, 'detail' | 'txId'> & Record<'detail' | 'txId', unknown>;

const SELECT = `SELECT package_id AS packageId, seq, kind, store_id AS storeId,
    ${wordsOf('c.reason')} AS reason, detail, tx_id AS txId,
    entry_no AS entryNo, by_kind AS byKind, by_id AS byId, by_name AS byName, at
  FROM package_change c`;

const toChange = <T extends Row>(row: T) => ({
  ...row,
  detail: fromJsonColumn(row.detail) as PackageChange['detail'],
  txId: row.txId === null ? null : toSafeInteger(row.txId),
});

/** The history of a package, latest first. */
export async function changesOfPackage(
  reader: Reader,
  packageId: string,
): Promise<PackageChange[]> {
  const sql = `${SELECT} WHERE package_id = ? ORDER BY seq DESC LIMIT 200`;
  return (await reader.rows<Row>(sql, [packageId])).map(toChange);
}

/** The histories of some packages, each latest first. */
export async function changesOfPackages(
  reader: Reader,
  packageIds: readonly string[],
): Promise<(PackageChange & { readonly packageId: string })[]> {
  if (packageIds.length === 0) return [];
  const sql = `${SELECT} WHERE package_id IN (${placeholders(packageIds)}) ORDER BY package_id, seq DESC`;
  return (await reader.rows<Row & { readonly packageId: string }>(sql, packageIds)).map(toChange);
}

/** What happened to some packages in a stretch of time that the ledger knows nothing of, latest first. */
export async function changesWithoutEntry(
  reader: Reader,
  packageIds: readonly string[],
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<(PackageChange & { readonly packageId: string })[]> {
  if (packageIds.length === 0) return [];
  const rows = await reader.rows<Row & { readonly packageId: string }>(
    `${SELECT} WHERE package_id IN (${placeholders(packageIds)}) AND tx_id IS NULL AND at >= ? AND at < ?
     ORDER BY at DESC, package_id, seq DESC`,
    [...packageIds, from, to],
  );
  return rows.map(toChange);
}
