import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { allOpenCalls, withholdCall } from './data/calls.js';
import { callSights } from './why-not-call.js';

const EVERY_MS = 10 * 60_000;
const PER_ROUND = 200;

/** Takes calls off the list that nobody has to make any more: she said no, or the coupon is used or over. */
@Injectable()
export class WithholdCalls implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const run = (signal: AbortSignal): Promise<void> => this.run(signal);
    this.sweeps.register({ name: 'notifications.calls', everyMs: EVERY_MS, run });
  }

  async run(signal?: AbortSignal): Promise<void> {
    let afterId = '';
    for (;;) {
      const calls = await allOpenCalls(this.database, afterId, PER_ROUND);
      const last = calls.at(-1);
      if (!last || signal?.aborted) return;
      const at = this.clock.now();
      for (const { call, off } of await callSights(this.database, calls, at)) {
        if (off === null) continue;
        await this.unitOfWork.run((tx) => withholdCall(tx, call.id, off, at));
      }
      afterId = last.id;
    }
  }
}
