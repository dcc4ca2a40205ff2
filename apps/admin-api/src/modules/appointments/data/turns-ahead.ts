import { toSafeInteger, type Reader } from '../../../platform/database/index.js';
import { slotStart } from '../../scheduling/index.js';

/**
 * How many visits of a stretch of time people still have ahead that were given to them by turn: nobody had asked for
 * them, and they have not begun. By store and start.
 * @param except a visit that is about to move
 * @returns by member of staff
 */
export async function visitsAhead(
  reader: Reader,
  storeId: string,
  { from, to }: { readonly from: number; readonly to: number },
  except = '',
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows<{ staffId: string; visits: unknown }>(
    `SELECT i.staff_id AS staffId, COUNT(DISTINCT a.id) AS visits
     FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id AND i.requested = 0
     WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.id <> ?
       AND a.state IN ('held', 'requested', 'confirmed', 'arrived') AND i.staff_id IS NOT NULL
     GROUP BY i.staff_id`,
    [storeId, new Date(slotStart(from)), new Date(slotStart(to)), except],
  );
  return new Map(rows.map(({ staffId, visits }) => [staffId, toSafeInteger(visits)]));
}

/** Until when people are busy with a visit that is under way in a stretch of time. @returns by member of staff */
export async function servingUntil(
  reader: Reader,
  storeId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<string, Date>> {
  const rows = await reader.rows<{ staffId: string; until: Date }>(
    `SELECT i.staff_id AS staffId, MAX(a.ends_at) AS until
     FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id
     WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.state = 'in_service'
       AND i.staff_id IS NOT NULL
     GROUP BY i.staff_id`,
    [storeId, new Date(slotStart(from)), new Date(slotStart(to))],
  );
  return new Map(rows.map(({ staffId, until }) => [staffId, until]));
}
