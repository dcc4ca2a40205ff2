import {
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { BroughtBefore } from '../rules/opening-rows.js';

/** One signed protocol of opening balances, as it was imported. Amounts in fen. */
export interface OpeningBatch {
  readonly id: string;
  readonly storeId: string;
  readonly protocolNo: string;
  readonly requestHash: Buffer;
  readonly rows: number;
  readonly principalFen: number;
  readonly bonusFen: number;
}

/** The key that lets a protocol be imported once. */
export const PROTOCOL_KEY = 'uq_opening_batch_protocol';

export async function batchByProtocol(
  reader: Reader,
  protocolNo: string,
): Promise<OpeningBatch | undefined> {
  const row = await reader.row<OpeningBatch>(
    `SELECT id, store_id AS storeId, protocol_no AS protocolNo, request_hash AS requestHash, row_count AS \`rows\`,
       principal_fen AS principalFen, bonus_fen AS bonusFen
     FROM opening_batch WHERE protocol_no = ?`,
    [protocolNo],
  );
  return (
    row && {
      ...row,
      principalFen: toSafeInteger(row.principalFen),
      bonusFen: toSafeInteger(row.bonusFen),
    }
  );
}

export async function insertBatch(
  tx: Tx,
  batch: OpeningBatch,
  by: { readonly staffId: string; readonly name: string; readonly at: Date },
): Promise<void> {
  const columns = [
    ...['id', 'store_id', 'protocol_no', 'request_hash', 'row_count', 'principal_fen', 'bonus_fen'],
    ...['imported_by', 'imported_by_name', 'imported_at'],
  ];
  await tx.run(insertSql('opening_batch', columns, 1), [
    ...[batch.id, batch.storeId, batch.protocolNo, batch.requestHash, batch.rows],
    ...[batch.principalFen, batch.bonusFen, by.staffId, by.name, by.at],
  ]);
}

/** What earlier protocols brought these clients and was not undone. Amounts in fen. */
export async function broughtBefore(
  reader: Reader,
  customerIds: readonly string[],
): Promise<(Omit<BroughtBefore, 'memberNo'> & { readonly customerId: string })[]> {
  if (customerIds.length === 0) return [];
  return reader.rows(
    `SELECT t.customer_id AS customerId, t.price_fen AS principalFen, t.bonus_fen AS bonusFen, t.paid_on AS paidOn,
       b.protocol_no AS protocolNo, t.batch_row AS \`row\`
     FROM top_up t JOIN opening_batch b ON b.id = t.batch_id
     WHERE t.state = 'paid' AND t.customer_id IN (${placeholders(customerIds)})`,
    customerIds,
  );
}

/** The entries that a protocol made in wallets, by the number of its row, from 1. */
export async function openingTopUps(
  reader: Reader,
  batchId: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await reader.rows<{ id: string; row: number }>(
    'SELECT id, batch_row AS `row` FROM top_up WHERE batch_id = ?',
    [batchId],
  );
  return new Map(rows.map(({ id, row }) => [row, id]));
}

/** Whether all that ever happened in a wallet was brought along and undone: no other sale, nothing given to her. */
export async function onlyUndone(reader: Reader, customerId: string): Promise<boolean> {
  const row = await reader.row(
    `SELECT 1 AS other FROM top_up
     WHERE customer_id = ? AND NOT (tender = 'opening' AND state = 'reversed')
     UNION ALL
     SELECT 1 FROM lot l WHERE l.owner_kind = 'customer' AND l.owner_id = ? AND NOT EXISTS (
       SELECT 1 FROM top_up t WHERE t.customer_id = ? AND t.lot_id = l.id) LIMIT 1`,
    [customerId, customerId, customerId],
  );
  return row === undefined;
}
