import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  PaidOrderHandler,
  PaidOrderHandlers,
  type PaymentOrder,
  type PaymentRefund,
} from '../../payments/index.js';
import { Clock, localDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { SettleRefundItem } from '../settle-refund-item.js';
import { storeDay } from '../store-day.js';
import { CreditPackage, wechatSource } from './credit-package.js';
import { closePackage, lockPackage } from './data/packages.js';

/** What happens to a package when its order is paid, runs out or is paid back. In the payment's own transaction. */
@Injectable()
export class PackageOrders extends PaidOrderHandler implements OnModuleInit {
  readonly purpose = 'card';

  constructor(
    private readonly handlers: PaidOrderHandlers,
    private readonly credit: CreditPackage,
    private readonly refunds: SettleRefundItem,
    private readonly clock: Clock,
  ) {
    super();
  }

  onModuleInit(): void {
    this.handlers.register(this);
  }

  /** The sessions are there in the same moment; also when the order had run out: the money came. */
  override async onPaid(tx: Tx, order: PaymentOrder): Promise<void> {
    // This row orders payment and joining of files: whoever owns it now gets the package.
    const sold = await lockPackage(tx, order.subjectId);
    if (!sold) throw new Error('a paid order has no package');
    if (sold.state !== 'pending' && sold.state !== 'closed') return;
    const { timeZone } = await storeDay(tx, sold.storeId, this.clock.now());
    const paidOn = localDate(order.paidAt ?? this.clock.now(), timeZone);
    const by = { kind: 'client', id: sold.customerId, name: '顾客' } as const;
    await this.credit.execute(tx, sold, by, paidOn, [wechatSource(sold)]);
  }

  override async onClosed(tx: Tx, order: PaymentOrder): Promise<void> {
    const sold = await lockPackage(tx, order.subjectId);
    if (sold?.state === 'pending') await closePackage(tx, sold.id, this.clock.now());
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
