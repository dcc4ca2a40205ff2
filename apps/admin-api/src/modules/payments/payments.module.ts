import { Module } from '@nestjs/common';
import { MetricsModule } from '../../platform/metrics/index.js';
import { ApplyNotification } from './apply-notification.js';
import { AskWechat } from './ask-wechat.js';
import { PayNotifyController } from './http/pay-notify.controller.js';
import { RefundsByHandController } from './http/refunds-by-hand.controller.js';
import { StaffPaymentsController } from './http/staff-payments.controller.js';
import { MovePayments } from './move-payments.js';
import { OpenOrderSweep } from './open-order-sweep.js';
import { PaidOrderHandlers } from './paid-order-handler.js';
import { PaymentMetrics } from './payment-metrics.js';
import { PaymentOrders } from './payment-orders.js';
import { PaymentQueries } from './payment-queries.js';
import { ReceiveNotification } from './receive-notification.js';
import { Refunds } from './refunds.js';
import { RefundsByHand } from './refunds-by-hand.js';
import { SendRefunds } from './send-refunds.js';
import { SettleOrder } from './settle-order.js';
import { SettleRefund } from './settle-refund.js';
import { SettleWarnings } from './settle-warnings.js';
import { StaffRefunds } from './staff-refunds.js';
import { TellDelivered } from './tell-delivered.js';

@Module({
  imports: [MetricsModule],
  controllers: [PayNotifyController, StaffPaymentsController, RefundsByHandController],
  providers: [
    ApplyNotification,
    AskWechat,
    MovePayments,
    OpenOrderSweep,
    PaidOrderHandlers,
    PaymentMetrics,
    PaymentOrders,
    PaymentQueries,
    ReceiveNotification,
    Refunds,
    RefundsByHand,
    SendRefunds,
    SettleOrder,
    SettleRefund,
    SettleWarnings,
    StaffRefunds,
    TellDelivered,
  ],
  exports: [PaidOrderHandlers, PaymentOrders, Refunds],
})
export class PaymentsModule {}
