import { Injectable } from '@nestjs/common';
import { BlockResource, PublishShifts, WriteTemplate } from '../../modules/scheduling/index.js';
import { addDays, instantOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { ABSENCES } from '../content/absences.js';
import { SHIFT_TEMPLATES } from '../content/shift-templates.js';
import { STORES } from '../content/stores.js';
import type { StoreKey } from '../content/content-types.js';
import { groupBy } from '../../platform/collections/index.js';
import type { PlannedShift } from '../plan/shift-plan.js';
import { STORE_KEYS } from '../content/menu.js';
import { idOf, type House } from './house.js';
import { inParallel, piecesOf } from './in-parallel.js';

/** Shifts per transaction: a break is nine slots each, and a transaction should stay short. */
const SHIFTS_PER_TRANSACTION = 150;

/** Names the usual hours, publishes shifts with their breaks, then leave and repairs. */
@Injectable()
export class DutyLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publishShifts: PublishShifts,
    private readonly blockResource: BlockResource,
    private readonly writeTemplate: WriteTemplate,
  ) {}

  async load(house: House, shifts: readonly PlannedShift[], today: string): Promise<void> {
    const templates = await this.#templates(house);
    // By person: two transactions that change shifts of one person wait for each other.
    const byPerson = [...groupBy(shifts, ({ person }) => person).values()].flat();
    await inParallel(piecesOf(byPerson, SHIFTS_PER_TRANSACTION), 3, async (piece) => {
      const drafts = piece.map((shift) => {
        const zone = STORES[shift.store].timeZone;
        const at = (minute: number): Date => instantOf(shift.date, minute, zone);
        return {
          staffId: idOf(house.people, shift.person.name),
          storeId: house.stores[shift.store],
          localDate: shift.date,
          templateId: templates.get(keyOf(shift.store, shift)) ?? null,
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

  /** The ids of the templates by store and hours. */
  #templates(house: House): Promise<ReadonlyMap<string, string>> {
    return this.unitOfWork.run(async (tx) => {
      const ids = new Map<string, string>();
      for (const store of STORE_KEYS)
        for (const draft of SHIFT_TEMPLATES) {
          const { id } = await this.writeTemplate.create(tx, house.stores[store], draft);
          ids.set(keyOf(store, draft), id);
        }
      return ids;
    });
  }
}

const keyOf = (store: StoreKey, hours: { startMinute: number; endMinute: number }): string =>
  `${store} ${hours.startMinute} ${hours.endMinute}`;
