import { Injectable } from '@nestjs/common';
import { byOf, storeDay } from '../membership/index.js';
import { closeDay, lockDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { unfinishedBills } from './data/bills.js';
import { dayFigures, insertClose } from './data/closes.js';
import { openShiftOf } from './data/shifts.js';
import { expectedIn } from './expected.js';
import { holdAgainst, type CountWish } from './rules/count.js';

export interface CloseRequest {
  readonly storeId: string;
  readonly date: string;
  readonly counts: readonly CountWish[];
}

/** Closes a store's day: what the books expect is held against what was counted, and the day is locked for good. */
@Injectable()
export class CloseDay {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal DAY_NOT_OVER for a day to come, DAY_CLOSED, BILLS_OPEN { bills }, SHIFT_OPEN, INVALID_INPUT where a
   *   reason is missing
   */
  async execute(tx: Tx, staff: StaffPrincipal, request: CloseRequest): Promise<void> {
    const { storeId, date, counts } = request;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    if (date > today) refuse('DAY_NOT_OVER');
    const day = await lockDay(tx, storeId, date);
    if (day.state === 'closed') refuse('DAY_CLOSED', { extras: { date } });
    const open = await unfinishedBills(tx, storeId, date);
    if (open.length > 0) {
      const bills = open.map(({ id, onDate, no, state }) => ({ id, date: onDate, no, state }));
      refuse('BILLS_OPEN', { extras: { bills } });
    }
    const shift = await openShiftOf(tx, storeId);
    if (shift && shift.onDate <= date) refuse('SHIFT_OPEN', { extras: { shiftId: shift.id } });
    const expected = await expectedIn(tx, storeId, { on: date });
    const { counted, faults } = holdAgainst(counts, expected);
    if (faults.length > 0) throw new Refusal('INVALID_INPUT', { fields: faults });
    const at = this.clock.now();
    const report = await dayFigures(tx, storeId, date);
    await closeDay(tx, day, at);
    await insertClose(tx, { storeId, date, report, counts: counted, by: byOf(staff), at });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'day.closed', subject: { kind: 'store', id: storeId } },
      detail: { date, counted },
    });
  }
}
