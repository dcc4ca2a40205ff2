import {
  fromJsonColumn,
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';

/** A filter of the list of clients that somebody keeps. */
export interface KeptFilter {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  /** As the list takes it. */
  readonly filter: Readonly<Record<string, string>>;
  /** The store whose staff see it too; null where its owner alone does. */
  readonly storeId: string | null;
}

type Row = Omit<KeptFilter, 'filter'> & { readonly filter: unknown; readonly byName: string };

const COLUMNS = ['id', 'staff_id', 'store_id', 'name', 'filter', 'created_at'];

/** A person's own filters and those that a store shares, oldest first. Two ranges of two keys. */
export async function keptFilters(
  reader: Reader,
  staffId: string,
  storeId: string,
): Promise<(KeptFilter & { byName: string })[]> {
  const rows = await reader.rows<Row>(
    `SELECT f.id, f.staff_id AS staffId, f.name, f.filter, f.store_id AS storeId, m.display_name AS byName
     FROM client_filter f JOIN staff_member m ON m.id = f.staff_id
     WHERE f.staff_id = ? OR f.store_id = ? ORDER BY f.id`,
    [staffId, storeId],
  );
  return rows.map(({ filter, ...row }) => ({
    ...row,
    filter: fromJsonColumn(filter) as KeptFilter['filter'],
  }));
}

/** Locks what its owner keeps, so that two saves come one after the other; answers how many there are. */
export async function countKept(tx: Tx, staffId: string): Promise<number> {
  const rows = await tx.rows('SELECT id FROM client_filter WHERE staff_id = ? FOR UPDATE', [
    staffId,
  ]);
  return rows.length;
}

/** @throws Refusal FILTER_NAME_TAKEN */
export async function keepFilter(tx: Tx, kept: KeptFilter, at: Date): Promise<void> {
  const { id, staffId, storeId, name, filter } = kept;
  try {
    const values = [id, staffId, storeId, name, JSON.stringify(filter), at];
    await tx.run(insertSql('client_filter', COLUMNS, 1), values);
  } catch (error) {
    if (isDuplicateKey(error)) refuse('FILTER_NAME_TAKEN');
    throw error;
  }
}

/** Whose it is, and where it is shared; undefined when it is gone. */
export function ownerOfKept(
  tx: Tx,
  id: string,
): Promise<Pick<KeptFilter, 'staffId' | 'storeId'> | undefined> {
  return tx.row<Pick<KeptFilter, 'staffId' | 'storeId'>>(
    'SELECT staff_id AS staffId, store_id AS storeId FROM client_filter WHERE id = ? FOR UPDATE',
    [id],
  );
}

export async function dropFilter(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM client_filter WHERE id = ?', [id]);
}
