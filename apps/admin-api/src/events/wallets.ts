import type { DomainEvent } from './domain-event.js';

/** What every event of a deduction tells; whoever needs more reads the deduction, which is its subject. */
export interface SpendEventPayload {
  readonly customerId: string;
  /** In fen, above zero also where it came back. */
  readonly amountFen: number;
}

/** Value that was taken from a client's wallet, or a deduction that was undone. */
export type SpendEvent = DomainEvent<'spend.made' | 'spend.reversed', SpendEventPayload>;
