import type { DomainEvent } from './domain-event.js';

/** What every event of a client's stored value tells; whoever needs more reads its subject. */
export interface ValueEventPayload {
  readonly customerId: string;
  /** In fen, above zero whichever way it went; principal and bonus together where both moved with one deed. */
  readonly amountFen: number;
}

/**
 * `credited`: a sale is in the wallet (none that was brought along as an opening balance), the amount is what was paid,
 * subject its top-up. `spent`: a deduction, subject the spend. `credit_reversed`, `spend_reversed`: a wrong one was
 * undone, subject that one. `refunded`: all money of a refund is back, subject the refund. `given`, `received`: the two
 * sides of a transfer, which is their subject.
 */
export const VALUE_TOPICS = [
  'value.credited',
  'value.credit_reversed',
  'value.spent',
  'value.spend_reversed',
  'value.refunded',
  'value.given',
  'value.received',
] as const;
export type ValueTopic = (typeof VALUE_TOPICS)[number];

/**
 * A wish for value back was made: its amount is held from now on; or decided, by a second person or by the client who
 * takes it back: what was held is on its way or free again. Subject the refund.
 */
export const REFUND_WISH_TOPICS = ['value.refund_requested', 'value.refund_decided'] as const;
export type RefundWishTopic = (typeof REFUND_WISH_TOPICS)[number];

/** A session of a package was used, or that use was undone: the amount is what it was worth, subject the use. */
export const SESSION_TOPICS = ['session.used', 'session.reversed'] as const;
export type SessionTopic = (typeof SESSION_TOPICS)[number];

/** Something moved a client's value, or keeps it from being spent. */
export type ValueEvent = DomainEvent<
  ValueTopic | RefundWishTopic | SessionTopic,
  ValueEventPayload
>;
