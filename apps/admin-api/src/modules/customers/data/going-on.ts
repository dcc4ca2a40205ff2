import { placeholders, type Reader } from '../../../platform/database/index.js';

/** Which file each of these goes on in: itself, or the one that it was merged into. */
export async function goingOn(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<{ id: string; mergedInto: string | null }>(
    `SELECT id, merged_into AS mergedInto FROM customer WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
}
