export {
  orderOfCustomer,
  ordersOfCustomer,
  refundsByNos,
  refundsOfOrders,
} from './data/order-reads.js';
export { PaidOrderHandler, PaidOrderHandlers, type RefundStep } from './paid-order-handler.js';
export {
  PAYMENT_PURPOSES,
  type NewPaymentOrder,
  type OrderState,
  type PaymentOrder,
  type PaymentPurpose,
  type PaymentRefund,
  type RefundState,
} from './payment-order.js';
export { PaymentOrders } from './payment-orders.js';
export { PaymentsModule } from './payments.module.js';
export { Refunds, type RefundWish } from './refunds.js';
export { refundAdvice } from './rules/refund-advice.js';
export type { RefundHindrance } from './rules/refund-limits.js';
