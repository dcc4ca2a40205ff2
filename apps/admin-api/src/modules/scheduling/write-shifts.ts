import type { Tx } from '../../platform/database/index.js';
import {
  claimFreeSlots,
  releaseBlocks,
  releaseWithin,
  type BlockedStretch,
} from './data/booking-slots.js';
import { resourcesOfStaff } from './data/resources.js';
import { deleteShifts, insertShifts, type Shift, type Stretch } from './data/shifts.js';
import { slotAt, slotNotBefore, without, type DutySpan, type SlotInterval } from './rules/index.js';

/** Shifts that go and shifts that come, of people whose rosters the caller has locked. */
export interface ShiftExchange {
  readonly gone: readonly Shift[];
  readonly come: readonly Shift[];
  /** Before it nothing is cut any more: it is over. */
  readonly now: Date;
}

const slotsOf = ({ startsAt, endsAt }: Stretch): SlotInterval => ({
  fromSlot: slotAt(startsAt.getTime()),
  toSlot: slotNotBefore(endsAt.getTime()),
});
/** A stretch as the rules count it. */
export const spanOf = ({ startsAt, endsAt }: Stretch): DutySpan => ({
  from: startsAt.getTime(),
  to: endsAt.getTime(),
});

/**
 * Exchanges shifts with their breaks. The free slots of a break are taken, and so are those of the time in which a
 * person works no longer: who looked before this and books after it is refused by the slots. Visits keep theirs.
 */
export async function exchangeShifts(tx: Tx, { gone, come, now }: ShiftExchange): Promise<void> {
  const staffIds = [...new Set([...gone, ...come].map((shift) => shift.staffId))].sort();
  const resources = await resourcesOfStaff(tx, staffIds);
  const resourceOf = new Map(resources.map(({ staffId, id }) => [staffId, id]));
  const goneIds = gone.map(({ id }) => id);
  await releaseBlocks(tx, goneIds);
  await deleteShifts(tx, goneIds);
  await insertShifts(tx, come);
  const taken: BlockedStretch[] = [];
  for (const staffId of staffIds) {
    const resourceId = resourceOf.get(staffId);
    if (resourceId === undefined) throw new Error(`staff ${staffId} cannot be booked yet`);
    const hers = come.filter((shift) => shift.staffId === staffId);
    await releaseWithin(tx, { kind: 'block', id: staffId }, hers.map(slotsOf));
    taken.push(
      ...hers.flatMap(({ id, breaks }) =>
        breaks.map((rest) => ({
          resourceId,
          ...slotsOf(rest),
          holder: { kind: 'block', id } as const,
        })),
      ),
      ...cutOf(gone, hers, staffId, now).map((cut) => ({
        ...{ resourceId, ...cut, holder: { kind: 'block', id: staffId } as const },
      })),
    );
  }
  await claimFreeSlots(tx, taken);
}

/** The time ahead in which she was on duty and is not any more. */
function cutOf(
  gone: readonly Shift[],
  come: readonly Shift[],
  staffId: string,
  now: Date,
): SlotInterval[] {
  const before = gone.filter((shift) => shift.staffId === staffId).map(spanOf);
  const over = { from: -Infinity, to: now.getTime() };
  return without(before, [over, ...come.map(spanOf)]).map(({ from, to }) => ({
    fromSlot: slotAt(from),
    toSlot: slotNotBefore(to),
  }));
}
