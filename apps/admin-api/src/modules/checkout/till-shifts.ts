import { Injectable } from '@nestjs/common';
import { lastTxId } from '../ledger/index.js';
import { byOf, storeDay } from '../membership/index.js';
import { lockDay, lockOpenDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { endShift, insertShift, insertShiftCounts, lockShift, shiftById } from './data/shifts.js';
import { expectedIn } from './expected.js';
import { holdAgainst, type CountWish } from './rules/count.js';

/** The till goes from hand to hand: who takes it over says what is in it, who gives it back counts. */
@Injectable()
export class TillShifts {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the shift's id @throws Refusal SHIFT_OPEN, DAY_CLOSED */
  async open(tx: Tx, staff: StaffPrincipal, storeId: string, floatFen: number): Promise<string> {
    const { today } = await storeDay(tx, storeId, this.clock.now());
    // No money moves while the day is held, so the line between two shifts is sharp.
    await lockOpenDay(tx, storeId, today);
    const [id, by] = [newId(), byOf(staff)];
    await insertShift(tx, {
      ...{ id, storeId, onDate: today, floatFen, afterTxId: await lastTxId(tx) },
      ...{ openedBy: by.id, openedName: by.name, openedAt: this.clock.now() },
    });
    const subject = { kind: 'till_shift', id };
    const detail = { storeId, floatFen };
    await this.audit.record(tx, { actor: staff, action: 'till.opened', subject, detail });
    return id;
  }

  /** @throws Refusal SHIFT_NOT_FOUND also for another store's, SHIFT_STATE, INVALID_INPUT where a reason is missing */
  async close(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    counts: readonly CountWish[],
  ): Promise<void> {
    const known = await shiftById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('SHIFT_NOT_FOUND');
    const { today } = await storeDay(tx, known.storeId, this.clock.now());
    await lockDay(tx, known.storeId, today);
    const shift = (await lockShift(tx, id)) ?? refuse('SHIFT_NOT_FOUND');
    if (shift.closedAt !== null) refuse('SHIFT_STATE');
    const untilTxId = await lastTxId(tx);
    const expected = await expectedIn(tx, shift.storeId, { afterTxId: shift.afterTxId, untilTxId });
    expected.set('cash', (expected.get('cash') ?? 0) + shift.floatFen);
    const { counted, faults } = holdAgainst(counts, expected);
    if (faults.length > 0) throw new Refusal('INVALID_INPUT', { fields: faults });
    const at = this.clock.now();
    await endShift(tx, id, { untilTxId, by: byOf(staff), at });
    await insertShiftCounts(tx, id, counted);
    const subject = { kind: 'till_shift', id };
    const detail = { storeId: shift.storeId, counted };
    await this.audit.record(tx, { actor: staff, action: 'till.closed', subject, detail });
  }
}
