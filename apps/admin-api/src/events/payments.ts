import type { DomainEvent } from './domain-event.js';

/** What every event of a payment tells; whoever needs more reads the order. */
export interface PaymentEventPayload {
  readonly customerId: string;
  readonly purpose: string;
  /** The thing that is paid for: a top-up, a card, a deposit, a bill. */
  readonly paidForId: string;
  readonly amountFen: number;
}

/** Money that went back, or could not. */
export interface RefundEventPayload {
  readonly orderNo: string;
  readonly amountFen: number;
  readonly state: 'success' | 'abnormal' | 'closed';
}

export type PaymentEvent = DomainEvent<'payment.paid' | 'payment.closed', PaymentEventPayload>;
export type RefundEvent = DomainEvent<'refund.settled', RefundEventPayload>;
