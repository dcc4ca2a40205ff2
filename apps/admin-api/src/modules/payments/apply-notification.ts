import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import type {
  PayNotification,
  RefundFacts,
  TransactionFacts,
} from '../../platform/wechat/index.js';
import {
  settleNotification,
  type NotificationState,
  type StoredNotification,
} from './data/notifications.js';
import { lockOrder } from './data/orders.js';
import { SettleOrder, type Settled, type Source } from './settle-order.js';
import { SettleRefund } from './settle-refund.js';

/** What became of a notification. */
export interface NotificationOutcome {
  readonly state: Exclude<NotificationState, 'received'>;
  readonly reason: string | null;
}

const bySource = (id: string): Source => ({
  ...{ byKind: 'notification', byId: id, byName: '微信通知' },
});

/** What stands in the inbox of what was said: numbers, amounts and states, no openids. */
export function factsOf(
  notification: PayNotification,
): Pick<StoredNotification, 'orderNo' | 'refundNo' | 'facts'> {
  if (notification.kind === 'refund') {
    const { refund } = notification;
    // Not ours: an order number of another system may be longer than ours are.
    return {
      orderNo: refund.orderNo.slice(0, 32),
      refundNo: refund.refundNo.slice(0, 64),
      facts: { ...refund },
    };
  }
  const { transaction } = notification;
  return { orderNo: transaction.orderNo.slice(0, 32), refundNo: null, facts: { ...transaction } };
}

const ORDER_UNKNOWN: NotificationOutcome = { state: 'refused', reason: 'order_unknown' };

function outcomeOf(settled: Settled): NotificationOutcome {
  if (settled.outcome === 'refused') return { state: 'refused', reason: settled.mismatch };
  return { state: settled.outcome, reason: null };
}

/** Gives a proved notification its effect. */
@Injectable()
export class ApplyNotification {
  constructor(
    private readonly settleOrder: SettleOrder,
    private readonly settleRefund: SettleRefund,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Applies it with the order locked; `keep` writes the inbox in the same transaction. */
  async effect(
    tx: Tx,
    notification: PayNotification,
    keep: (outcome: NotificationOutcome) => Promise<void>,
  ): Promise<NotificationOutcome> {
    const outcome = await this.#outcome(tx, notification);
    await keep(outcome);
    return outcome;
  }

  /** Tries a notification again that was kept without effect. */
  kept(stored: StoredNotification): Promise<NotificationState> {
    return this.unitOfWork.run(async (tx) => {
      const outcome = await this.#outcome(tx, revived(stored));
      const at = this.clock.now();
      await settleNotification(tx, stored.id, { ...outcome, at });
      return outcome.state;
    });
  }

  async #outcome(tx: Tx, notification: PayNotification): Promise<NotificationOutcome> {
    const by = bySource(notification.id);
    if (notification.kind === 'refund') {
      const { refund } = notification;
      const order = await lockOrder(tx, refund.orderNo);
      if (!order) return ORDER_UNKNOWN;
      return outcomeOf(await this.settleRefund.apply(tx, order, refund, by));
    }
    const { transaction } = notification;
    const order = await lockOrder(tx, transaction.orderNo);
    if (!order) return ORDER_UNKNOWN;
    return outcomeOf(await this.settleOrder.paid(tx, order, transaction, by));
  }
}

const instant = (value: unknown): Date | null =>
  typeof value === 'string' ? new Date(value) : null;

/** A kept notification as it was read; instants come back from JSON as text. */
function revived(stored: StoredNotification): PayNotification {
  const { id, eventType, keySerial, facts } = stored;
  const head = { id, eventType, keySerial };
  if (stored.refundNo !== null) {
    const refund = { ...facts, settledAt: instant(facts['settledAt']) } as unknown as RefundFacts;
    return { ...head, kind: 'refund', refund };
  }
  const transaction = {
    ...facts,
    paidAt: instant(facts['paidAt']),
  } as unknown as TransactionFacts;
  return { ...head, kind: 'transaction', transaction };
}
