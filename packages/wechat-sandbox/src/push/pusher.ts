import { randomInt } from 'node:crypto';

import type { Clock } from '../clock.js';
import { BoundedLog } from '../state/bounded.js';
import type { Schedule } from '../state/schedule.js';
import { writeEvent, type PushEvent } from './event.js';
import { eventRequest, verificationUrl, type PushTarget, type Tampering } from './requests.js';

const ANSWER_WITHIN_MS = 5_000;
const ATTEMPTS = 4;
const MOST_LISTED = 1_000;

/** How one attempt ended, for example `success`, `timeout`, `status 500`. */
export interface PushAttempt {
  readonly at: string;
  readonly outcome: string;
}

/** An event on its way to the app, or past it. */
export interface Delivery {
  readonly id: number;
  readonly event: string;
  readonly from: string;
  /** `noTarget`: nobody has set where events go. */
  readonly state: 'waiting' | 'delivered' | 'failed' | 'noTarget';
  readonly attempts: readonly PushAttempt[];
  /** The message as written, before any encryption. */
  readonly message: string;
}

interface Job {
  readonly event: PushEvent;
  readonly message: string;
}

/**
 * Message push: sends events to the app's server. `success` or an empty answer within five seconds
 * is a delivery; anything else is sent again, five seconds after the attempt before, three times.
 */
export class Pusher {
  private target: PushTarget | undefined;
  private deliveries: Delivery[] = [];
  private readonly jobs = new BoundedLog<Job & { id: number }>(MOST_LISTED);
  private readonly running = new Set<AbortController>();
  private lastId = 0;
  /** Grows with every reset, so that what was under way before it writes nothing after it. */
  private era = 0;

  constructor(
    private readonly clock: Clock,
    private readonly schedule: Schedule,
    private readonly appid: string,
    private readonly toUserName: string,
  ) {}

  /** Asks the server for the echo and keeps the target when it answers right. */
  async configure(target: PushTarget): Promise<boolean> {
    const echostr = String(randomInt(1_000_000_000, 9_999_999_999));
    const answer = await this.call(verificationUrl(target, this.clock.now(), echostr), {
      method: 'GET',
    });
    if (answer.text?.trim() !== echostr || answer.status !== 200) return false;
    this.target = target;
    return true;
  }

  configured(): PushTarget | undefined {
    return this.target;
  }

  forget(): void {
    this.target = undefined;
  }

  /** Sends an event; the delivery goes on by itself and is seen in `list`. */
  send(event: PushEvent, tampering?: Tampering): Delivery {
    const createTime = Math.floor(this.clock.now().getTime() / 1000);
    const format = this.target?.format ?? 'json';
    return this.start(
      { event, message: writeEvent(event, format, this.toUserName, createTime) },
      tampering,
    );
  }

  /** Sends the very same event once more, as happens when an answer was lost. */
  sendAgain(id: number): Delivery | undefined {
    const [job] = this.jobs.newestFirst((each) => each.id === id);
    return job === undefined ? undefined : this.start(job);
  }

  /** Newest first. */
  list(): Delivery[] {
    return [...this.deliveries].reverse();
  }

  clear(): void {
    this.era += 1;
    this.forget();
    this.deliveries = [];
    this.jobs.clear();
    for (const controller of this.running) controller.abort();
  }

  private start({ event, message }: Job, tampering?: Tampering): Delivery {
    this.lastId += 1;
    const delivery: Delivery = {
      id: this.lastId,
      event: event.event,
      from: event.from,
      state: this.target === undefined ? 'noTarget' : 'waiting',
      attempts: [],
      message,
    };
    this.deliveries = [...this.deliveries.slice(1 - MOST_LISTED), delivery];
    this.jobs.add({ id: delivery.id, event, message });
    if (this.target !== undefined) {
      void this.deliver(delivery.id, { event, message }, this.target, tampering);
    }
    return delivery;
  }

  private async deliver(
    id: number,
    { event, message }: Job,
    target: PushTarget,
    tampering: Tampering | undefined,
  ): Promise<void> {
    const { era } = this;
    const of = { appid: this.appid, toUserName: this.toUserName, from: event.from };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const startedAt = this.clock.now();
      const request = eventRequest(target, message, of, startedAt, tampering);
      const answer = await this.call(request.url, {
        method: 'POST',
        headers: { 'content-type': request.contentType },
        body: request.body,
      });
      if (this.era !== era) return;
      const outcome = outcomeOf(answer);
      const state =
        outcome === 'success' ? 'delivered' : attempt === ATTEMPTS ? 'failed' : 'waiting';
      this.note(id, state, { at: startedAt.toISOString(), outcome });
      if (state !== 'waiting') return;
      await this.until(startedAt.getTime() + ANSWER_WITHIN_MS);
      if (this.era !== era) return;
    }
  }

  private note(id: number, state: Delivery['state'], attempt: PushAttempt): void {
    this.deliveries = this.deliveries.map((each) =>
      each.id === id ? { ...each, state, attempts: [...each.attempts, attempt] } : each,
    );
  }

  /** One HTTP call with five seconds by the sandbox's clock. Never rejects. */
  private async call(url: string, init: RequestInit): Promise<CallAnswer> {
    const controller = new AbortController();
    const callOff = this.schedule.at(this.clock.now().getTime() + ANSWER_WITHIN_MS, () => {
      controller.abort('timeout');
    });
    this.running.add(controller);
    try {
      const answer = await fetch(url, { ...init, redirect: 'manual', signal: controller.signal });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return { failure: controller.signal.aborted ? 'timeout' : 'no connection' };
    } finally {
      callOff();
      this.running.delete(controller);
    }
  }

  private until(at: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule.at(at, resolve);
    });
  }
}

interface CallAnswer {
  readonly status?: number;
  readonly text?: string;
  readonly failure?: string;
}

function outcomeOf({ status, text, failure }: CallAnswer): string {
  if (failure !== undefined) return failure;
  if (status !== 200) return `status ${String(status)}`;
  return ['', 'success'].includes(text?.trim() ?? '') ? 'success' : 'other answer';
}
