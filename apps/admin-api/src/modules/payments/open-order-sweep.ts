import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { Log } from '../../platform/logging/index.js';
import { WechatPay } from '../../platform/wechat/index.js';
import { ApplyNotification } from './apply-notification.js';
import { AskWechat } from './ask-wechat.js';
import {
  notificationsDue,
  postponeNotification,
  type StoredNotification,
} from './data/notifications.js';
import { ordersToAsk, setOrder } from './data/orders.js';
import { nextTryAt } from './rules/query-schedule.js';

const EVERY_MS = 2_000;
const BATCH = 200;
/** Questions under way at once: WeChat answers hundreds a second, our database has other work. */
const AT_ONCE = 8;

/**
 * The other half of every notification: open orders are asked about on the schedule that stands in their rows, and
 * notifications that were kept without effect are tried again. What a crash interrupted is found by the next look.
 */
@Injectable()
export class OpenOrderSweep implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly wechatPay: WechatPay,
    private readonly ask: AskWechat,
    private readonly apply: ApplyNotification,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    if (!this.wechatPay.isOn) return;
    this.sweeps.register({
      name: 'payments.open-orders',
      everyMs: EVERY_MS,
      run: (signal) => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#applyKept();
    for (;;) {
      const due = await ordersToAsk(this.database, this.clock.now(), BATCH);
      const waiting = [...due];
      const worker = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          if (signal.aborted) return;
          await this.ask.about(next);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      if (due.length < BATCH || signal.aborted) return;
    }
  }

  async #applyKept(): Promise<void> {
    for (const stored of await notificationsDue(this.database, this.clock.now(), BATCH)) {
      try {
        await this.apply.kept(stored);
      } catch (error) {
        await this.#putOff(stored, error);
      }
    }
  }

  /** The next try waits longer, and whoever looks at the order sees why its money is not there. */
  async #putOff(stored: StoredNotification, error: unknown): Promise<void> {
    const { id, orderNo, refundNo, tries } = stored;
    this.log.error('a kept notification still cannot be applied', { id, err: error });
    const next = nextTryAt(tries + 1, this.clock.now());
    const attention = refundNo === null ? 'not_applied' : 'refund_not_applied';
    await this.unitOfWork.run(async (tx) => {
      // The order's row first, as everywhere.
      if (orderNo !== null) await setOrder(tx, orderNo, { attention });
      await postponeNotification(tx, id, next, 'not_applied');
    });
  }
}
