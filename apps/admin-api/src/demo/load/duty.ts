import { Injectable } from '@nestjs/common';
import { BlockResource, PublishShifts } from '../../modules/scheduling/index.js';
import { addDays, instantOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ABSENCES } from '../content/absences.js';
import { STORES } from '../content/stores.js';
import type { PlannedShift } from '../plan/shift-plan.js';
import { idOf, type House } from './house.js';
import { inParallel, piecesOf } from './in-parallel.js';

/** Shifts per transaction: a break is nine slots each, and a transaction should stay short. */
const SHIFTS_PER_TRANSACTION = 150;

/** Publishes shifts with their breaks, then leave and repairs. */
@Injectable()
export class DutyLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publishShifts: PublishShifts,
    private readonly blockResource: BlockResource,
  ) {}

  async load(house: House, shifts: readonly PlannedShift[], today: string): Promise<void> {
    await inParallel(piecesOf(shifts, SHIFTS_PER_TRANSACTION), 3, async (piece) => {
      const drafts = piece.map((shift) => {
        const zone = STORES[shift.store].timeZone;
        const at = (minute: number): Date => instantOf(shift.date, minute, zone);
        return {
          staffId: idOf(house.people, shift.person.name),
          storeId: house.stores[shift.store],
          localDate: shift.date,
          startsAt: at(shift.startMinute),
          endsAt: at(shift.endMinute),
          breaks: [{ startsAt: at(shift.breakStart), endsAt: at(shift.breakEnd) }],
        };
      });
      await this.unitOfWork.run((tx) => this.publishShifts.execute(tx, drafts));
    });
    for (const { who, store, fromDay, days, fromMinute, toMinute, kind, reason } of ABSENCES) {
      const zone = STORES[store].timeZone;
      for (let day = fromDay; day < fromDay + days; day += 1) {
        const date = addDays(today, day);
        const resourceId = idOf(house.resources, who);
        const startsAt = instantOf(date, fromMinute, zone);
        const endsAt = instantOf(date, toMinute, zone);
        const block = { resourceId, startsAt, endsAt, kind, reason };
        await this.unitOfWork.run((tx) => this.blockResource.execute(tx, block));
      }
    }
  }
}
