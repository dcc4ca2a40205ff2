/**
 * Something that happened and that others may care about. Written in the transaction that made it happen; its
 * payload is JSON-safe (instants as RFC 3339 strings) and carries ids, never phones, names or health data.
 */
export interface DomainEvent<Topic extends string = string, Payload extends object = object> {
  /** `<noun>.<past participle>`, such as `appointment.requested`. */
  readonly topic: Topic;
  /** The store whose staff may see it; absent for events of the whole brand. */
  readonly storeId?: string;
  /** Id of the thing it happened to. */
  readonly subjectId: string;
  readonly payload: Payload;
}

/** An event as its subscribers get it: with its place in the outbox and the business time it was written. */
export interface StoredEvent<
  Topic extends string = string,
  Payload extends object = object,
> extends DomainEvent<Topic, Payload> {
  /** Grows over time, but becomes visible in the order of commits, not of ids. */
  readonly id: number;
  readonly at: Date;
}
