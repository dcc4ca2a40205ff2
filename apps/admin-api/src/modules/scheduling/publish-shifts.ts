import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { claimFreeSlots, type BlockedStretch } from './data/booking-slots.js';
import { resourcesOfStaff } from './data/resources.js';
import { insertShifts, type Shift } from './data/shifts.js';
import { slotAt, slotNotBefore } from './rules/index.js';

export type ShiftDraft = Omit<Shift, 'id'>;

/**
 * Puts people on duty, with their breaks. A break takes the free ones of its slots in the same transaction, so
 * nothing can be booked into it between the two.
 */
@Injectable()
export class PublishShifts {
  /** @throws when a person has no resource, or already a shift that starts at the same instant */
  async execute(tx: Tx, drafts: readonly ShiftDraft[]): Promise<void> {
    const staffIds = [...new Set(drafts.map((draft) => draft.staffId))];
    const resources = await resourcesOfStaff(tx, staffIds);
    const resourceOf = new Map(resources.map((resource) => [resource.staffId, resource.id]));
    const shifts = drafts.map((draft) => ({ ...draft, id: newId() }));
    await insertShifts(tx, shifts);
    await claimFreeSlots(
      tx,
      shifts.flatMap((shift) => breakStretches(shift, resourceOf)),
    );
  }
}

function breakStretches(
  shift: Shift,
  resourceOf: ReadonlyMap<string | null, string>,
): BlockedStretch[] {
  const resourceId = resourceOf.get(shift.staffId);
  if (resourceId === undefined) throw new Error(`staff ${shift.staffId} cannot be booked yet`);
  return shift.breaks.map(({ startsAt, endsAt }) => ({
    resourceId,
    fromSlot: slotAt(startsAt.getTime()),
    toSlot: slotNotBefore(endsAt.getTime()),
    holder: { kind: 'block', id: shift.id },
  }));
}
