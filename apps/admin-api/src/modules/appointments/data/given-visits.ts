import { type Reader, type Tx } from '../../../platform/database/index.js';

/** When each person of a store was last given a client who had asked for nobody. @returns by member of staff */
export async function lastGiven(
  reader: Reader,
  storeId: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await reader.rows<{ staffId: string; givenAt: Date }>(
    'SELECT staff_id AS staffId, given_at AS givenAt FROM given_visit WHERE store_id = ?',
    [storeId],
  );
  return new Map(rows.map(({ staffId, givenAt }) => [staffId, givenAt]));
}

/**
 * Writes down who was given such a client now: the last write of a booking, since others for the same people wait for
 * it. Rows in one order, so that they do not wait for each other.
 */
export async function noteGiven(
  tx: Tx,
  storeId: string,
  staffIds: readonly string[],
  at: Date,
): Promise<void> {
  const ids = [...new Set(staffIds)].sort();
  if (ids.length === 0) return;
  const values = ids.map(() => '(?, ?, ?)').join(', ');
  await tx.run(
    `INSERT INTO given_visit (store_id, staff_id, given_at) VALUES ${values}
     ON DUPLICATE KEY UPDATE given_at = GREATEST(given_at, VALUES(given_at))`,
    ids.flatMap((id) => [storeId, id, at]),
  );
}
