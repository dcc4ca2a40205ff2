import { Injectable } from '@nestjs/common';
import type { StoredEvent } from '../../events/index.js';
import {
  DEFAULT_MAX_ATTEMPTS,
  type EventSubscriber,
  type JobHandler,
  type Sweep,
} from './job-types.js';

/** Which handler does the work of a queue. */
@Injectable()
export class JobRegistry {
  readonly #handlers = new Map<string, JobHandler>();

  /** @throws Error when the queue has a handler already */
  register<Payload>(handler: JobHandler<Payload>): void {
    if (this.#handlers.has(handler.queue))
      throw new Error(`queue ${handler.queue} has two handlers`);
    // Payloads come back from JSON: the handler of a queue knows what was put into it.
    this.#handlers.set(handler.queue, handler);
  }

  handlerOf(queue: string): JobHandler | undefined {
    return this.#handlers.get(queue);
  }

  /** Unknown queues are refused when a job is added, not found out when it runs. */
  maxAttemptsOf(queue: string): number {
    const handler = this.#handlers.get(queue);
    if (!handler) throw new Error(`queue ${queue} has no handler`);
    return handler.maxAttempts ?? DEFAULT_MAX_ATTEMPTS;
  }

  queues(): string[] {
    return [...this.#handlers.keys()];
  }
}

/** An event as it travels in a job's payload. */
export interface EventJobPayload {
  readonly event: Omit<StoredEvent, 'at'> & { readonly at: string };
}

/** Who hears of which events. Each subscriber gets a queue of its own, so that one that fails holds up no other. */
@Injectable()
export class EventSubscriptions {
  readonly #subscribers = new Map<string, EventSubscriber>();

  constructor(private readonly jobs: JobRegistry) {}

  /** @throws Error when the name is taken */
  register(subscriber: EventSubscriber): void {
    this.#subscribers.set(subscriber.name, subscriber);
    this.jobs.register<EventJobPayload>({
      queue: eventQueue(subscriber.name),
      maxAttempts: subscriber.maxAttempts,
      run: ({ event }, context) => subscriber.handle({ ...event, at: new Date(event.at) }, context),
    });
  }

  subscribersTo(topic: string): EventSubscriber[] {
    return [...this.#subscribers.values()].filter((one) => one.topics.includes(topic));
  }
}

export function eventQueue(subscriberName: string): string {
  return `event.${subscriberName}`;
}

/** The sweeps that this process can run. */
@Injectable()
export class Sweeps {
  readonly #sweeps = new Map<string, Sweep>();

  /** @throws Error when the name is taken */
  register(sweep: Sweep): void {
    if (this.#sweeps.has(sweep.name)) throw new Error(`sweep ${sweep.name} is registered twice`);
    this.#sweeps.set(sweep.name, sweep);
  }

  all(): Sweep[] {
    return [...this.#sweeps.values()];
  }
}
