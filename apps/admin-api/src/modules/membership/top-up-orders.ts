import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  PaidOrderHandler,
  PaidOrderHandlers,
  type PaymentOrder,
  type PaymentRefund,
} from '../payments/index.js';
import { Clock, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { CreditTopUp } from './credit-top-up.js';
import { closeTopUp, lockTopUp } from './data/top-ups.js';
import { SettleRefundItem } from './settle-refund-item.js';
import { storeDay } from './store-day.js';

/** What happens to a top-up when its order is paid, runs out or is paid back. In the payment's own transaction. */
@Injectable()
export class TopUpOrders extends PaidOrderHandler implements OnModuleInit {
  readonly purpose = 'top_up';

  constructor(
    private readonly handlers: PaidOrderHandlers,
    private readonly credit: CreditTopUp,
    private readonly refunds: SettleRefundItem,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** The value is there in the same moment; also when the order had run out: the money came. */
  override async onPaid(tx: Tx, order: PaymentOrder): Promise<void> {
    // This row orders payment and joining of files: whoever owns it now gets the value.
    const topUp = await lockTopUp(tx, order.subjectId);
    if (!topUp) throw new Error('a paid order has no top-up');
    if (topUp.state === 'paid' || topUp.state === 'reversed') return;
    const { timeZone } = await storeDay(tx, topUp.storeId, this.clock.now());
    const paidOn = localDate(order.paidAt ?? this.clock.now(), timeZone);
    const by = { kind: 'client', id: topUp.customerId, name: '顾客' } as const;
    await this.credit.execute(tx, topUp, by, paidOn);
  }

  override async onClosed(tx: Tx, order: PaymentOrder): Promise<void> {
    const topUp = await lockTopUp(tx, order.subjectId);
    if (topUp?.state === 'pending') await closeTopUp(tx, topUp.id, this.clock.now());
  }

  override onRefundSettled(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.refunds.settled(tx, refund.refundNo);
  }

  override onRefundStuck(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.refunds.dropped(tx, refund.refundNo);
  }

  override onRefundByHand(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.refunds.byHand(tx, refund.refundNo);
  }

  override onRefundResumed(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.refunds.resumed(tx, refund.refundNo);
  }

  override onRefundDropped(tx: Tx, refund: PaymentRefund): Promise<void> {
    return this.refunds.dropped(tx, refund.refundNo);
  }
}
