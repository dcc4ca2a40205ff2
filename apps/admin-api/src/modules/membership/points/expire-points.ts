import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  EntryExists,
  Ledger,
  lapsedUnits,
  ofCustomer,
  ofHouse,
  type LapsedUnits,
} from '../../ledger/index.js';
import {
  Clock,
  HOME_ZONE,
  addDays,
  localDate,
  type LocalDate,
} from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { Sweeps } from '../../../platform/jobs/index.js';

const HOUR_MS = 3_600_000;
const PER_ROUND = 200;
/** How far back a lot is looked for: one that was given back after it had lapsed is not older than this. */
const DAYS_BACK = 400;

/** Lets points lapse after their last day, a lot at a time. */
@Injectable()
export class ExpirePoints implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      ...{ name: 'expire-points', everyMs: HOUR_MS },
      run: (signal) => this.run(signal),
    });
  }

  async run(signal?: AbortSignal): Promise<void> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const stretch = { from: addDays(today, -DAYS_BACK), to: today };
    for (;;) {
      const lots = await lapsedUnits(this.database, 'PTS', stretch, PER_ROUND);
      const faults: unknown[] = [];
      for (const lot of lots) {
        if (signal?.aborted) return;
        // One lot that cannot lapse must not hold up those behind it.
        await this.#expire(lot, today).catch((error: unknown) => faults.push(error));
      }
      if (faults.length > 0) throw new AggregateError(faults, 'some points could not lapse');
      if (lots.length < PER_ROUND) return;
    }
  }

  async #expire(lot: LapsedUnits, today: LocalDate): Promise<void> {
    const { lotId, ownerId, storeId, units } = lot;
    await this.unitOfWork
      .run((tx) =>
        this.ledger.post(tx, {
          // The day is in the key: points that are given back to a lapsed lot lapse once more.
          ...{ kind: 'points_expire', bizKey: `${lotId}.${today}`, storeId, effectiveOn: today },
          ...{ actor: { kind: 'system', id: 'expire-points' }, meta: { title: '积分过期' } },
          legs: [
            {
              ...{ debit: ofCustomer('PTS', ownerId), credit: ofHouse('PTS_EXPIRED', storeId) },
              ...{ amount: units, lot: { id: lotId } },
            },
          ],
        }),
      )
      .catch(wasFaster);
  }
}

/** Another process let it lapse between the look and the lock. */
function wasFaster(error: unknown): void {
  if (!(error instanceof EntryExists)) throw error;
}
