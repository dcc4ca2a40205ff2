import type { DomainEvent } from './domain-event.js';

/** An automation gave a client a coupon, which is the subject. */
export interface CouponGivenPayload {
  readonly customerId: string;
  readonly automationId: string;
}

export type CouponEvent = DomainEvent<'coupon.given', CouponGivenPayload>;
