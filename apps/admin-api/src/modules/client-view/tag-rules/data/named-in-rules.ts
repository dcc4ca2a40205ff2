import { placeholders, type Reader } from '../../../../platform/database/index.js';

/** What a rule may name beside plain values. */
const NAMED = {
  tierIds: 'SELECT id FROM tier WHERE id',
  // A rule that asked for a rule's tag would depend on which of the two is looked at first.
  needIds: `SELECT id FROM customer_tag WHERE kept_by = 'hand' AND id`,
} as const;

/** Whether all of some ids are there to be named. */
export async function areThere(
  reader: Reader,
  what: keyof typeof NAMED,
  ids: readonly string[],
): Promise<boolean> {
  const rows = await reader.rows(`${NAMED[what]} IN (${placeholders(ids)})`, ids);
  return rows.length === ids.length;
}
