import { Injectable } from '@nestjs/common';
import { AskForShift, SettleRequest } from '../../modules/scheduling/index.js';
import { addDays, localDate } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { SHIFT_REQUESTS } from '../content/shift-requests.js';
import { STORES } from '../content/stores.js';
import type { House } from './house.js';
import { managerOf, staffOf } from './staff-of.js';

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

const HOUR_MS = 3_600_000;

/** What the demo's people ask for: some of it waits for the manager. */
@Injectable()
export class ShiftRequestLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ask: AskForShift,
    private readonly settle: SettleRequest,
  ) {}

  async load({ house, clock, now }: World): Promise<void> {
    for (const { who, store, hoursAgo, refusedFor, ...wish } of SHIFT_REQUESTS) {
      const { timeZone } = STORES[store];
      const place = { id: house.stores[store], timeZone };
      const from = addDays(localDate(now, timeZone), wish.fromDay);
      const [startMinute, endMinute] = wish.hours ?? [null, null];
      const asked = new Date(now.getTime() - hoursAgo * HOUR_MS);
      const by = staffOf(house, ({ name }) => name === who);
      const { leaveKind, words } = wish;
      const leave = {
        leaveKind,
        words,
        from,
        to: addDays(from, wish.days - 1),
        startMinute,
        endMinute,
      };
      const { id } = await clock.at(asked, () =>
        this.unitOfWork.run((tx) => this.ask.leave(tx, by, place, leave)),
      );
      if (refusedFor === undefined) continue;
      const answered = new Date(asked.getTime() + HOUR_MS);
      await clock.at(answered, () =>
        this.unitOfWork.run((tx) =>
          this.settle.refuse(tx, managerOf(house, store), id, refusedFor),
        ),
      );
    }
  }
}
