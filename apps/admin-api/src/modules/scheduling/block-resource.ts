import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { claimFreeSlots, releaseBlocks } from './data/booking-slots.js';
import { deleteBlock, insertBlock, type Block } from './data/shifts.js';
import { slotAt, slotNotBefore } from './rules/index.js';

export type BlockDraft = Omit<Block, 'id' | 'staffId'>;

/**
 * Keeps a person, room or device from being booked for a while: leave, repair, a course. Visits that are already
 * there keep their slots; only what is free is taken.
 */
@Injectable()
export class BlockResource {
  /** @returns the id of the block */
  async execute(tx: Tx, draft: BlockDraft): Promise<string> {
    const id = newId();
    await insertBlock(tx, { ...draft, id });
    const { resourceId, startsAt, endsAt } = draft;
    const [fromSlot, toSlot] = [slotAt(startsAt.getTime()), slotNotBefore(endsAt.getTime())];
    await claimFreeSlots(tx, [{ resourceId, fromSlot, toSlot, holder: { kind: 'block', id } }]);
    return id;
  }

  /** Takes a block back: what it held can be booked again. */
  async lift(tx: Tx, id: string): Promise<void> {
    await releaseBlocks(tx, [id]);
    await deleteBlock(tx, id);
  }
}
