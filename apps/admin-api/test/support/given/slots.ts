import { expect } from '@jest/globals';
import type { AppointmentState } from '@yance/shared-types';
import type { TestApi } from '../an-api.js';

const SLOT_MS = 300_000;
const OPEN: readonly AppointmentState[] = [
  'held',
  'requested',
  'confirmed',
  'arrived',
  'in_service',
];
const FREED: readonly AppointmentState[] = ['cancelled', 'expired'];

interface PartRow {
  readonly visitId: string;
  readonly state: AppointmentState;
  readonly visitEnd: Date;
  readonly kind: 'staff' | 'room' | 'device';
  readonly resourceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly itemStart: Date;
  readonly itemEnd: Date;
  readonly before: number;
  readonly after: number;
}

/** Allocations with the buffers of their service, which people and rooms spend on the visit too. */
const PARTS = `SELECT a.id AS visitId, a.state, a.ends_at AS visitEnd, l.kind, l.resource_id AS resourceId,
    l.starts_at AS startsAt, l.ends_at AS endsAt, i.starts_at AS itemStart, i.ends_at AS itemEnd,
    s.buffer_before_minutes AS \`before\`, s.buffer_after_minutes AS after
  FROM appointment a
  JOIN appointment_allocation l ON l.appointment_id = a.id
  JOIN appointment_item i ON i.appointment_id = a.id AND i.seq = l.item_seq
  JOIN service s ON s.id = i.service_id
  WHERE a.store_id = ?`;

/** Slots that visits hold on anything that this store's visits use, or that its people are. */
const HELD = `SELECT b.resource_id AS resourceId, b.slot, b.holder_id AS visitId, a.store_id AS storeId
  FROM booking_slot b
  LEFT JOIN appointment a ON a.id = b.holder_id
  WHERE b.holder_kind = 'appointment' AND (a.store_id = ? OR (a.id IS NULL AND b.resource_id IN (
    SELECT r.id FROM resource r LEFT JOIN staff_store o ON o.staff_id = r.staff_id
    WHERE r.store_id = ? OR o.store_id = ?)))`;

function slotsOf(part: PartRow): string[] {
  const buffered = part.kind !== 'device';
  const begins = part.startsAt.getTime() === part.itemStart.getTime();
  const ends = part.endsAt.getTime() === part.itemEnd.getTime();
  const from = part.startsAt.getTime() - (buffered && begins ? part.before : 0) * 60_000;
  const to = part.endsAt.getTime() + (buffered && ends ? part.after : 0) * 60_000;
  const slots: string[] = [];
  for (let at = Math.floor(from / SLOT_MS); at < Math.ceil(to / SLOT_MS); at += 1) {
    slots.push(`${part.resourceId} ${at}`);
  }
  return slots;
}

/**
 * The invariant behind every race, worked out from the visits' own rows and not by the code that wrote the slots:
 * whatever a visit holds belongs to a visit that exists and covers it, an open visit ahead holds exactly what its
 * people, rooms and buffers imply, and a cancelled or expired one holds nothing. For stores whose rooms are kept
 * during processing.
 */
export async function expectNoOrphanSlots(api: TestApi, storeId: string): Promise<void> {
  const [parts, held] = await Promise.all([
    api.database.rows<PartRow>(PARTS, [storeId]),
    api.database.rows<{ resourceId: string; slot: number; visitId: string }>(HELD, [
      ...[storeId, storeId, storeId],
    ]),
  ]);
  const implied = new Map<string, Set<string>>();
  const exact = new Set<string>();
  const freed = new Set<string>();
  for (const part of parts) {
    const slots = implied.get(part.visitId) ?? new Set<string>();
    for (const slot of slotsOf(part)) slots.add(slot);
    implied.set(part.visitId, slots);
    if (OPEN.includes(part.state) && part.visitEnd > api.clock.now()) exact.add(part.visitId);
    if (FREED.includes(part.state)) freed.add(part.visitId);
  }
  const holds = new Map<string, Set<string>>([...exact].map((id) => [id, new Set<string>()]));
  for (const { resourceId, slot, visitId } of held) {
    const slots = holds.get(visitId) ?? new Set<string>();
    holds.set(visitId, slots.add(`${resourceId} ${slot}`));
  }
  for (const [visitId, slots] of holds) {
    const expected = [...(implied.get(visitId) ?? [])].sort();
    const actual = [...slots].sort();
    if (exact.has(visitId))
      expect({ visitId, slots: actual }).toEqual({ visitId, slots: expected });
    else
      expect({ visitId, stray: actual.filter((slot) => !expected.includes(slot)) }).toEqual({
        visitId,
        stray: [],
      });
    expect(freed.has(visitId) && actual.length > 0 ? visitId : undefined).toBeUndefined();
  }
}
