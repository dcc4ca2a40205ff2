import { Module } from '@nestjs/common';
import { ApplyNotification } from './apply-notification.js';
import { AskWechat } from './ask-wechat.js';
import { PayNotifyController } from './http/pay-notify.controller.js';
import { MovePayments } from './move-payments.js';
import { OpenOrderSweep } from './open-order-sweep.js';
import { PaidOrderHandlers } from './paid-order-handler.js';
import { PaymentOrders } from './payment-orders.js';
import { ReceiveNotification } from './receive-notification.js';
import { SettleOrder } from './settle-order.js';
import { SettleRefund } from './settle-refund.js';

@Module({
  controllers: [PayNotifyController],
  providers: [
    ApplyNotification,
    AskWechat,
    MovePayments,
    OpenOrderSweep,
    PaidOrderHandlers,
    PaymentOrders,
    ReceiveNotification,
    SettleOrder,
    SettleRefund,
  ],
  exports: [PaidOrderHandlers, PaymentOrders],
})
export class PaymentsModule {}
