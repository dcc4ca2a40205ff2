export * from './pay-errors.js';
export type { RefundFacts, RefundStatus, TransactionFacts } from './pay-facts.js';
export type { PayNotification } from './pay-notification.js';
export type { PayParams, PayStamp } from './signing-client.js';
export * from './wechat-pay.js';
