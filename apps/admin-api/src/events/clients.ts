import type { DomainEvent } from './domain-event.js';

/** What every event of a client's file tells; whoever needs more reads it. */
export interface ClientEventPayload {
  readonly customerId: string;
}

/** Somebody changed by hand what is known of her: fields of her file, her tags, her tier. Subject the file. */
export const CLIENT_TOPICS = ['client.changed'] as const;
export type ClientTopic = (typeof CLIENT_TOPICS)[number];

export type ClientEvent = DomainEvent<ClientTopic, ClientEventPayload>;

/** The event of a file. */
export const clientChanged = (customerId: string): ClientEvent => ({
  ...{ topic: 'client.changed', subjectId: customerId, payload: { customerId } },
});
