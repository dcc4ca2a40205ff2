import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../../platform/clock/index.js';
import { Database, toSafeInteger } from '../../platform/database/index.js';
import { Metrics } from '../../platform/metrics/index.js';
import { overdueBefore } from './rules/attention.js';

/** What an operator watches of payments: each number that stays above zero is somebody's money waiting. */
const COUNTS = {
  yance_payment_orders_open: [
    'Orders that may still be paid',
    `SELECT COUNT(*) AS count FROM payment_order WHERE state = 'pending'`,
  ],
  yance_payment_orders_stuck: [
    'Orders that a person has to look at',
    `SELECT (SELECT COUNT(*) FROM payment_order WHERE attention IS NOT NULL)
       + (SELECT COUNT(*) FROM payment_refund_warning WHERE settled_at IS NULL)
       + (SELECT COUNT(*) FROM payment_order
          WHERE state = 'pending' AND attention IS NULL AND expires_at < ?) AS count`,
  ],
  yance_payment_outcomes_unknown: [
    'Orders and refunds whose last question to WeChat had no answer',
    `SELECT (SELECT COUNT(*) FROM payment_order WHERE state = 'pending' AND last_answer LIKE 'unknown%')
       + (SELECT COUNT(*) FROM payment_refund WHERE state = 'approved' AND last_answer LIKE 'unknown%') AS count`,
  ],
  yance_payment_refunds_under_way: [
    'Refunds that were agreed to and are not settled',
    `SELECT COUNT(*) AS count FROM payment_refund WHERE state IN ('approved', 'processing', 'abnormal', 'by_hand')`,
  ],
  yance_payment_notifications_waiting: [
    'Notifications that were kept and not applied yet',
    `SELECT COUNT(*) AS count FROM payment_notification WHERE state = 'received'`,
  ],
} as const;

@Injectable()
export class PaymentMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { database, clock } = this;
    for (const [name, [help, sql]] of Object.entries(COUNTS)) {
      new Gauge({
        name,
        help,
        registers: [this.metrics.registry],
        async collect() {
          const params = sql.includes('?') ? [overdueBefore(clock.now())] : [];
          const row = await database.row<{ count: unknown }>(sql, params);
          this.set(toSafeInteger(row?.count ?? 0));
        },
      });
    }
  }
}
