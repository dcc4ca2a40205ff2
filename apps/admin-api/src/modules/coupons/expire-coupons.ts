import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { dueCoupons, lockCoupon } from './data/coupons.js';
import { EndCoupon } from './end-coupon.js';
import type { By } from './who-and-when.js';

const SYSTEM: By = { kind: 'system', id: 'expire-coupons', name: '系统' };
const EVERY_MS = 60_000;
const PER_ROUND = 200;

/** Ends coupons whose last day is over in the store that issued them. One that an open bill holds waits for the bill. */
@Injectable()
export class ExpireCoupons implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly end: EndCoupon,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const run = (signal: AbortSignal): Promise<void> => this.run(signal);
    this.sweeps.register({ name: 'coupons.expire', everyMs: EVERY_MS, run });
  }

  /** @throws AggregateError of those that could not be ended, after all others were */
  async run(signal?: AbortSignal): Promise<void> {
    const faults: unknown[] = [];
    for (;;) {
      const due = await dueCoupons(this.database, this.clock.now(), PER_ROUND);
      for (const id of due) {
        if (signal?.aborted) return;
        await this.#expire(id).catch((error: unknown) => faults.push(error));
      }
      // With faults the same ones would be found for ever.
      if (due.length < PER_ROUND || faults.length > 0) break;
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some coupons could not be ended');
  }

  #expire(id: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const coupon = await lockCoupon(tx, id);
      // Used, held or given more days between the look and the lock: then it is not due any more.
      if (coupon?.state !== 'issued' || coupon.expiresAt > this.clock.now()) return;
      await this.end.execute(tx, coupon, 'expire', { by: SYSTEM, reason: null });
    });
  }
}
