import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { groupBy } from '../../platform/collections/index.js';
import { lockRosters, shiftsOfStaff, type Shift } from './data/shifts.js';
import { clashingCells } from './rules/index.js';
import { exchangeShifts, spanOf } from './write-shifts.js';

export type ShiftDraft = Omit<Shift, 'id' | 'templateId'> & Partial<Pick<Shift, 'templateId'>>;

/**
 * Puts people on duty, with their breaks. A break takes the free ones of its slots in the same transaction, so
 * nothing can be booked into it between the two.
 */
@Injectable()
export class PublishShifts {
  constructor(private readonly clock: Clock) {}

  /** @throws when a person has no resource, or works elsewhere at that time */
  async execute(tx: Tx, drafts: readonly ShiftDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const come = drafts.map((draft) => ({ templateId: null, ...draft, id: newId() }));
    const staffIds = [...new Set(come.map((shift) => shift.staffId))];
    await lockRosters(tx, staffIds);
    await this.#requireOnePlace(tx, staffIds, come);
    await exchangeShifts(tx, { gone: [], come, now: this.clock.now() });
  }

  async #requireOnePlace(tx: Tx, staffIds: readonly string[], come: readonly Shift[]) {
    const from = new Date(Math.min(...come.map(({ startsAt }) => startsAt.getTime())));
    const to = new Date(Math.max(...come.map(({ endsAt }) => endsAt.getTime())));
    const there = groupBy(await shiftsOfStaff(tx, staffIds, from, to), ({ staffId }) => staffId);
    const spans = new Map([...there].map(([id, shifts]) => [id, shifts.map(spanOf)]));
    const cells = come.map((shift) => ({
      ...{ staffId: shift.staffId, before: [], after: [spanOf(shift)] },
    }));
    const [clash] = clashingCells(cells, spans);
    if (clash) throw new Error(`staff ${clash.staffId} would be in two places at once`);
  }
}
