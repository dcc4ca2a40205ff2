import {
  insertSql,
  isDuplicateKey,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { type ResourceInterval, type SlotInterval, type TakenWord } from '../rules/index.js';

/**
 * What holds slots: a visit, something that blocks a resource (a leave, a device under repair; a break under the id
 * of its shift; what was cut off a person's shifts under her own id), or other times that are offered for a visit, under
 * its id.
 */
export interface SlotHolder {
  readonly kind: 'appointment' | 'block' | 'offer';
  readonly id: string;
}

/** Another holder has one of the slots. The transaction is spoilt: leave it and look again. */
export class SlotsTaken extends Error {
  constructor() {
    super('a slot is taken');
    this.name = 'SlotsTaken';
  }
}

const COLUMNS = ['resource_id', 'slot', 'holder_kind', 'holder_id'] as const;
/** Rows of one INSERT; a day of breaks for a whole staff stays far under max_allowed_packet. */
const ROWS_PER_INSERT = 2_000;

type SlotRow = readonly [resourceId: string, slot: number, kind: string, id: string];

/** One row per resource and slot, sorted, so that two bookings never wait for each other in a circle. */
function slotRows(holder: SlotHolder, intervals: readonly ResourceInterval[]): SlotRow[] {
  const rows: SlotRow[] = [];
  for (const { resourceId, fromSlot, toSlot } of intervals) {
    for (let slot = fromSlot; slot < toSlot; slot += 1) {
      rows.push([resourceId, slot, holder.kind, holder.id]);
    }
  }
  return rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
}

/**
 * Takes all slots in ONE insert: the primary key (resource, slot) is what keeps two clients from the same therapist,
 * bed or device, whatever any earlier look said.
 * @throws SlotsTaken when any of them is held
 */
export async function claimSlots(
  tx: Tx,
  holder: SlotHolder,
  intervals: readonly ResourceInterval[],
): Promise<void> {
  const rows = slotRows(holder, intervals);
  try {
    await tx.run(insertSql('booking_slot', COLUMNS, rows.length), rows.flat());
  } catch (error) {
    throw isDuplicateKey(error) ? new SlotsTaken() : error;
  }
}

/** One stretch of a resource that somebody other than a client holds. */
export interface BlockedStretch extends ResourceInterval {
  readonly holder: SlotHolder;
}

/**
 * Takes those slots that are free and leaves the others with who has them: a break or a leave never drops a visit.
 */
export async function claimFreeSlots(tx: Tx, stretches: readonly BlockedStretch[]): Promise<void> {
  const rows = stretches.flatMap((stretch) => slotRows(stretch.holder, [stretch]));
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const part = rows.slice(from, from + ROWS_PER_INSERT);
    const sql = `${insertSql('booking_slot', COLUMNS, part.length)} ON DUPLICATE KEY UPDATE holder_id = holder_id`;
    await tx.run(sql, part.flat());
  }
}

/**
 * Gives back everything the holder has; with `fromSlot`, only from there on. What a leave lies over goes to the leave:
 * a visit that stayed in it and goes after all leaves no hole that could be booked.
 */
export async function releaseSlots(tx: Tx, holder: SlotHolder, fromSlot = 0): Promise<void> {
  const leave = await underBlocks(tx, holder, fromSlot);
  await deleteSlots(tx, holder, fromSlot);
  await claimFreeSlots(tx, leave);
}

/**
 * Gives back everything the holder has and takes other slots for it, which may be some of the same.
 * @throws SlotsTaken when any of them is held
 */
export async function exchangeSlots(
  tx: Tx,
  holder: SlotHolder,
  intervals: readonly ResourceInterval[],
): Promise<void> {
  const leave = await underBlocks(tx, holder, 0);
  await deleteSlots(tx, holder, 0);
  await claimSlots(tx, holder, intervals);
  await claimFreeSlots(tx, leave);
}

async function deleteSlots(tx: Tx, holder: SlotHolder, fromSlot: number): Promise<void> {
  const sql = 'DELETE FROM booking_slot WHERE holder_kind = ? AND holder_id = ? AND slot >= ?';
  await tx.run(sql, [holder.kind, holder.id, fromSlot]);
}

/** Which slots of a holder a leave or repair lies over, for the leave. */
async function underBlocks(
  tx: Tx,
  holder: SlotHolder,
  fromSlot: number,
): Promise<BlockedStretch[]> {
  const sql = `SELECT s.resource_id AS resourceId, s.slot, MIN(b.id) AS id
               FROM booking_slot s JOIN resource_block b ON b.resource_id = s.resource_id
                 AND b.starts_at < TIMESTAMPADD(MINUTE, (s.slot + 1) * 5, '1970-01-01')
                 AND b.ends_at > TIMESTAMPADD(MINUTE, s.slot * 5, '1970-01-01')
               WHERE s.holder_kind = ? AND s.holder_id = ? AND s.slot >= ?
               GROUP BY s.resource_id, s.slot`;
  const rows = await tx.rows<{ resourceId: string; slot: number; id: string }>(sql, [
    ...[holder.kind, holder.id, fromSlot],
  ]);
  return rows.map(({ resourceId, slot, id }) => ({
    ...{ resourceId, fromSlot: slot, toSlot: slot + 1, holder: { kind: 'block', id } as const },
  }));
}

/** Gives back all that some breaks or leaves hold. */
export async function releaseBlocks(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const among = placeholders(ids);
  await tx.run(
    `DELETE FROM booking_slot WHERE holder_kind = 'block' AND holder_id IN (${among})`,
    ids,
  );
}

/** Gives back what one holder has within some stretches. */
export async function releaseWithin(
  tx: Tx,
  holder: SlotHolder,
  stretches: readonly SlotInterval[],
): Promise<void> {
  if (stretches.length === 0) return;
  const within = stretches.map(() => '(slot >= ? AND slot < ?)').join(' OR ');
  const sql = `DELETE FROM booking_slot WHERE holder_kind = ? AND holder_id = ? AND (${within})`;
  const bounds = stretches.flatMap(({ fromSlot, toSlot }) => [fromSlot, toSlot]);
  await tx.run(sql, [holder.kind, holder.id, ...bounds]);
}

/** What a holder has, each as `resource slot`. */
export async function ownSlots(reader: Reader, holder: SlotHolder): Promise<ReadonlySet<string>> {
  const sql = `SELECT resource_id AS resourceId, slot FROM booking_slot
               WHERE holder_kind = ? AND holder_id = ?`;
  const rows = await reader.rows<{ resourceId: string; slot: number }>(sql, [
    ...[holder.kind, holder.id],
  ]);
  return new Set(rows.map(({ resourceId, slot }) => `${resourceId} ${slot}`));
}

/**
 * What is taken in a stretch of time, 32 slots to a row, so that a month of a busy store is a few hundred rows.
 * `except` leaves out what one visit holds itself, for moving it.
 */
export function takenWords(
  reader: Reader,
  resourceIds: readonly string[],
  fromSlot: number,
  toSlot: number,
  except?: string,
): Promise<TakenWord[]> {
  if (resourceIds.length === 0) return Promise.resolve([]);
  const ids = resourceIds.map(() => '?').join(', ');
  const others = except === undefined ? '' : 'AND holder_id <> ?';
  const sql = `SELECT resource_id AS resourceId, slot DIV 32 AS word, BIT_OR(1 << (slot MOD 32)) AS bits
               FROM booking_slot
               WHERE resource_id IN (${ids}) AND slot >= ? AND slot < ? ${others}
               GROUP BY resource_id, slot DIV 32`;
  const params = [...resourceIds, fromSlot, toSlot, ...(except === undefined ? [] : [except])];
  return reader.rows<TakenWord>(sql, params);
}

/** Forgets slots that are over; visits keep their own history. Returns how many went. */
export async function pruneSlots(tx: Tx, beforeSlot: number, limit: number): Promise<number> {
  const sql = 'DELETE FROM booking_slot WHERE slot < ? ORDER BY slot LIMIT ?';
  return (await tx.run(sql, [beforeSlot, limit])).affectedRows;
}
