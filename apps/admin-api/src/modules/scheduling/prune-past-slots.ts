import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { pruneSlots } from './data/booking-slots.js';
import { slotAt } from './rules/index.js';

const HOUR_MS = 3_600_000;
/** Slots are kept for two days, so that a visit that runs late or a report of yesterday still finds them. */
const KEEP_MS = 48 * HOUR_MS;
/** One delete stays short enough not to hold up a booking. */
const ROWS_PER_DELETE = 5_000;

/** Forgets the slots of days that are over: what was booked is kept by the visits themselves. */
@Injectable()
export class PrunePastSlots implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({ name: 'prune-past-slots', everyMs: HOUR_MS, run: () => this.run() });
  }

  async run(): Promise<void> {
    const before = slotAt(this.clock.now().getTime() - KEEP_MS);
    for (let gone = ROWS_PER_DELETE; gone === ROWS_PER_DELETE;) {
      gone = await this.unitOfWork.run((tx) => pruneSlots(tx, before, ROWS_PER_DELETE));
    }
  }
}
