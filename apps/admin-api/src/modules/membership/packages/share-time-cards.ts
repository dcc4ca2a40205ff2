import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, addDays, localDate } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { Sweeps } from '../../../platform/jobs/index.js';
import { openRefundOf } from '../data/refunds.js';
import { storeDay } from '../store-day.js';
import { lockPackage, timeCardsToShare } from './data/packages.js';
import { ShareDays } from './share-days.js';

const PER_ROUND = 50;

/** Each day that is over of a card by time becomes revenue. Missed days are caught up; a day is never shared twice. */
@Injectable()
export class ShareTimeCards implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly shares: ShareDays,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({ name: 'packages.days', everyMs: 600_000, run: () => this.run() });
  }

  async run(): Promise<void> {
    const yesterday = addDays(localDate(this.clock.now(), 'UTC'), -1);
    const faults: unknown[] = [];
    for (const id of await timeCardsToShare(this.database, yesterday, PER_ROUND)) {
      await this.unitOfWork
        .run(async (tx) => {
          const pack = await lockPackage(tx, id);
          if (pack?.state !== 'active' || (await openRefundOf(tx, pack.customerId, id))) return;
          const { today } = await storeDay(tx, pack.storeId, this.clock.now());
          await this.shares.execute(tx, pack, addDays(today, -1));
        })
        // One card that cannot be shared must not hold up those behind it.
        .catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some days could not be shared');
  }
}
