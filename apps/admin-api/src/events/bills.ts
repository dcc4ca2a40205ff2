import type { DomainEvent } from './domain-event.js';

/** What every event of a bill tells; whoever needs more reads the bill, which is its subject. */
export interface BillEventPayload {
  /** The version that the act made. */
  readonly version: number;
  /** open, edit, park, resume, void, ask, unask, pay, reverse, dispute, settle. */
  readonly act: string;
}

export type BillEvent = DomainEvent<'bill.changed', BillEventPayload>;
