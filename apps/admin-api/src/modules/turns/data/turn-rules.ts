import type { Reader, Tx } from '../../../platform/database/index.js';

/** Whether a store keeps turns, and what costs one. */
export interface TurnRules {
  readonly isKept: boolean;
  /** A visit whose client asked for the person is a turn like any other. */
  readonly requestedCounts: boolean;
}

const NO_TURNS: TurnRules = { isKept: false, requestedCounts: false };

interface Row {
  readonly isKept: number;
  readonly requestedCounts: number;
}

/** What holds in a store now. */
export async function turnRulesOf(reader: Reader, storeId: string): Promise<TurnRules> {
  const sql = `SELECT is_kept AS isKept, requested_counts AS requestedCounts
               FROM turn_rules WHERE store_id = ?`;
  const row = await reader.row<Row>(sql, [storeId]);
  if (!row) return NO_TURNS;
  return { isKept: row.isKept === 1, requestedCounts: row.requestedCounts === 1 };
}

/** Writes down what shall hold from now on. */
export async function saveTurnRules(
  tx: Tx,
  storeId: string,
  { isKept, requestedCounts }: TurnRules,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO turn_rules (store_id, is_kept, requested_counts, changed_at, changed_by)
     VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE is_kept = VALUES(is_kept), requested_counts = VALUES(requested_counts),
       changed_at = VALUES(changed_at), changed_by = VALUES(changed_by)`,
    [storeId, isKept ? 1 : 0, requestedCounts ? 1 : 0, by.at, by.staffId],
  );
}
