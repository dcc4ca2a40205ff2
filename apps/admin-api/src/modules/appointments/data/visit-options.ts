import {
  ownSlots,
  claimSlots,
  releaseSlots,
  type ResourceInterval,
} from '../../scheduling/index.js';
import {
  fromJsonColumn,
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { Visit, VisitPlan } from './visit.js';

/** A service of an offered time: who would do it and for how much. */
export interface OptionItem {
  readonly serviceId: string;
  readonly staffId: string;
  readonly priceFen: number;
}

/** Another time that is kept for her until the visit expires. */
export interface VisitOption {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly items: readonly (OptionItem & { readonly staffName: string })[];
}

/** A time to keep: what it would be, and what it takes. */
export interface OptionToKeep {
  readonly plan: VisitPlan;
  readonly occupied: readonly ResourceInterval[];
}

const offerOf = (visit: Pick<Visit, 'id'>) => ({ kind: 'offer', id: visit.id }) as const;

/** Gives back what was kept for a choice; nothing where nothing was. */
export async function clearOffer(tx: Tx, visit: Visit): Promise<void> {
  if (visit.heldFor !== 'choice') return;
  await releaseSlots(tx, offerOf(visit));
  await tx.run('DELETE FROM appointment_option WHERE appointment_id = ?', [visit.id]);
}

/**
 * Keeps some times for a locked visit beside what it holds itself. They may share people and places with it and with
 * each other, since she will take one of them: each slot is taken once.
 * @throws SlotsTaken
 */
export async function keepOptions(
  tx: Tx,
  visit: Visit,
  options: readonly OptionToKeep[],
): Promise<void> {
  const taken = await ownSlots(tx, { kind: 'appointment', id: visit.id });
  const wanted = new Map<string, ResourceInterval>();
  for (const { resourceId, fromSlot, toSlot } of options.flatMap(({ occupied }) => occupied)) {
    for (let slot = fromSlot; slot < toSlot; slot += 1) {
      const key = `${resourceId} ${slot}`;
      if (!taken.has(key)) wanted.set(key, { resourceId, fromSlot: slot, toSlot: slot + 1 });
    }
  }
  if (wanted.size > 0) await claimSlots(tx, offerOf(visit), [...wanted.values()]);
  const columns = ['id', 'appointment_id', 'seq', 'starts_at', 'ends_at', 'items'];
  const rows = options.map(({ plan: { startsAt, endsAt, items } }, at) => [
    ...[newId(), visit.id, at + 1, startsAt, endsAt],
    JSON.stringify(
      items.map(({ serviceId, staffId, priceFen }) => ({ serviceId, staffId, priceFen })),
    ),
  ]);
  await tx.run(insertSql('appointment_option', columns, rows.length), rows.flat());
}

interface OptionRow {
  readonly id: string;
  readonly visitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly items: unknown;
}

/** The times that are kept for some visits, by visit, in the order in which they were offered. */
export async function optionsOf(
  reader: Reader,
  visitIds: readonly string[],
): Promise<ReadonlyMap<string, readonly VisitOption[]>> {
  const found = new Map<string, VisitOption[]>();
  if (visitIds.length === 0) return found;
  const sql = `SELECT id, appointment_id AS visitId, starts_at AS startsAt, ends_at AS endsAt, items
    FROM appointment_option WHERE appointment_id IN (${placeholders(visitIds)})
    ORDER BY appointment_id, seq`;
  const rows = await reader.rows<OptionRow>(sql, visitIds);
  const items = rows.map((row) => fromJsonColumn(row.items) as OptionItem[]);
  const ids = [...new Set(items.flat().map(({ staffId }) => staffId))];
  const names = await namesOf(reader, ids);
  rows.forEach(({ visitId, id, startsAt, endsAt }, at) => {
    const named = (items[at] ?? []).map((item) => ({
      ...item,
      staffName: names.get(item.staffId) ?? '',
    }));
    found.set(visitId, [...(found.get(visitId) ?? []), { id, startsAt, endsAt, items: named }]);
  });
  return found;
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const sql = `SELECT id, display_name AS name FROM staff_member WHERE id IN (${placeholders(ids)})`;
  const rows = await reader.rows<{ id: string; name: string }>(sql, ids);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A stretch that is kept for somebody's choice. */
export interface KeptStretch {
  readonly staffId: string;
  readonly visitId: string;
  readonly customerId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What of a store's people is kept for choices in a stretch of time. */
export async function keptBetween(
  reader: Reader,
  storeId: string,
  from: Date,
  to: Date,
): Promise<KeptStretch[]> {
  const sql = `SELECT o.appointment_id AS visitId, a.customer_id AS customerId, o.starts_at AS startsAt,
      o.ends_at AS endsAt, o.items
    FROM appointment_option o JOIN appointment a ON a.id = o.appointment_id
    WHERE a.store_id = ? AND o.starts_at < ? AND o.ends_at > ?`;
  const rows = await reader.rows<Omit<KeptStretch, 'staffId'> & { items: unknown }>(sql, [
    ...[storeId, to, from],
  ]);
  return rows.flatMap(({ items, ...row }) => {
    const people = new Set((fromJsonColumn(items) as OptionItem[]).map(({ staffId }) => staffId));
    return [...people].map((staffId) => ({ ...row, staffId }));
  });
}
