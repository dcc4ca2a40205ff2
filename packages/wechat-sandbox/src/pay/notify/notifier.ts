import type { Clock } from '../../clock.js';
import { NOTICE_KINDS, type FaultOrder } from '../../faults/fault.js';
import type { FaultInjector } from '../../faults/fault-injector.js';
import type { Schedule } from '../../state/schedule.js';
import type { KeyRing } from '../keys/key-ring.js';
import type { PaySettings } from '../settings.js';
import type { PayTime } from '../time.js';
import { Courier } from './courier.js';
import { writeLetter, type Spoiling } from './letter.js';
import type { Notice, NoticePath } from './notice.js';

/** The real waits between attempts, in seconds: sixteen attempts in 24 hours and 4 minutes. */
export const RETRY_SECONDS = [
  ...[15, 15, 30, 180, 600, 1_200, 1_800, 1_800, 1_800, 3_600],
  ...[10_800, 10_800, 10_800, 21_600, 21_600],
];
const MOST_KEPT = 20_000;

/** How one attempt ended: `status 204`, `timeout`, `no connection`, `lost`; and what was wrong with it on purpose. */
export interface NoticeAttempt {
  readonly at: string;
  readonly outcome: string;
  readonly fault?: string;
}

/** A notification on its way, or past it. */
export interface Delivery {
  readonly notice: Notice;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: readonly NoticeAttempt[];
  /** When it is tried again; null when it is not, or is being tried now. */
  readonly nextAt: string | null;
}

export interface NotifierParts {
  readonly keys: KeyRing;
  /** What signatures name, and the five seconds of an answer. */
  readonly clock: Clock;
  readonly answers: Schedule;
  /** What retries and delays go by. */
  readonly time: PayTime;
  readonly schedule: Schedule;
  readonly faults: FaultInjector;
  settings(): PaySettings;
}

/** Tells the merchant's server what happened, again and again until it answers 200 or 204. */
export class Notifier {
  private readonly deliveries = new Map<string, Delivery>();
  private readonly courier: Courier;
  /** Those that wait for another one to overtake them. */
  private held: (() => void)[] = [];
  private sent = 0;
  /** Grows with every reset, so that what was under way before it writes nothing after it. */
  private era = 0;
  private readonly targets = (['/notify/pay', '/notify/refund'] as const).map((path) => ({
    path,
    kinds: NOTICE_KINDS,
  }));

  constructor(private readonly parts: NotifierParts) {
    this.courier = new Courier(parts.clock, parts.answers);
    for (const target of this.targets) parts.faults.offer(target);
  }

  /** Sends it now; the rest goes on by itself and is seen in `list`. */
  send(notice: Notice): void {
    this.keep({ notice, state: 'waiting', attempts: [], nextAt: null });
    this.attempt(notice, 0, this.parts.time.now().getTime());
  }

  /** Sends a notification once more, whatever became of it; undefined when there is none of this id. */
  again(id: string): Delivery | undefined {
    const delivery = this.deliveries.get(id);
    if (delivery !== undefined) void this.carry(delivery.notice, {}, undefined);
    return delivery;
  }

  /** Newest first. */
  list(keep: (delivery: Delivery) => boolean = () => true): Delivery[] {
    return [...this.deliveries.values()].filter(keep).reverse();
  }

  clear(): void {
    this.era += 1;
    this.held = [];
    this.deliveries.clear();
    this.courier.clear();
  }

  /** One attempt, with the fault that waits for it; `dueAt` is when it should be made, whatever the time is now. */
  private attempt(notice: Notice, number: number, dueAt: number): void {
    const fault = this.parts.faults.take(this.targetOf(notice.path), notice.outTradeNo);
    const carry = (spoiling: Spoiling = {}): void => {
      void this.carryOn(notice, number, dueAt, spoiling, fault?.kind);
    };
    if (fault?.kind === 'drop') {
      this.note(notice.id, 'lost', 'drop');
      this.planNext(notice, number, dueAt);
    } else if (fault?.kind === 'delay') {
      this.parts.schedule.at(dueAt + fault.delayMs, carry);
    } else if (fault?.kind === 'reorder') {
      const go = once(carry);
      this.held.push(go);
      // When nothing overtakes it, it goes all the same.
      this.parts.schedule.at(dueAt + fault.delayMs, go);
    } else if (fault?.kind === 'double') {
      void this.carry(notice, {}, 'double');
      carry();
    } else if (fault?.kind === 'probe') {
      void this.carry(notice, { kind: 'probe' }, 'probe').then(() =>
        this.carryOn(notice, number, dueAt, {}, undefined),
      );
    } else {
      carry(fault === undefined ? {} : spoilingOf(fault));
    }
  }

  /** Carries it over and plans what follows. */
  private async carryOn(
    notice: Notice,
    number: number,
    dueAt: number,
    spoiling: Spoiling,
    fault: string | undefined,
  ): Promise<void> {
    const { era } = this;
    const overtaken = this.held;
    const taken = await this.carry(notice, spoiling, fault);
    if (this.era !== era) return;
    this.held = this.held.filter((each) => !overtaken.includes(each));
    for (const release of overtaken) release();
    if (!taken) this.planNext(notice, number, dueAt);
  }

  /** Sends one letter and notes how that went. */
  private async carry(
    notice: Notice,
    spoiling: Spoiling,
    fault: string | undefined,
  ): Promise<boolean> {
    const { era } = this;
    const { keys, clock } = this.parts;
    const outcome = await this.courier.deliver(notice.url, () =>
      writeLetter(notice, keys, this.nextSerial(), clock.now(), spoiling),
    );
    if (this.era !== era) return false;
    const taken =
      (outcome === 'status 200' || outcome === 'status 204') && spoiling.kind !== 'probe';
    this.note(notice.id, outcome, fault, taken);
    return taken;
  }

  private planNext(notice: Notice, number: number, dueAt: number): void {
    const wait = RETRY_SECONDS[number];
    const delivery = this.deliveries.get(notice.id);
    if (delivery === undefined || delivery.state === 'delivered') return;
    if (wait === undefined) return this.keep({ ...delivery, state: 'failed', nextAt: null });
    const next = dueAt + (wait * 1000) / this.parts.settings().retryPace;
    this.keep({ ...delivery, nextAt: new Date(next).toISOString() });
    this.parts.schedule.at(next, () => {
      if (this.deliveries.get(notice.id)?.state !== 'waiting') return;
      this.attempt(notice, number + 1, next);
    });
  }

  private note(id: string, outcome: string, fault: string | undefined, taken = false): void {
    const delivery = this.deliveries.get(id);
    if (delivery === undefined) return;
    const at = this.parts.time.now().toISOString();
    const attempt = { at, outcome, ...(fault === undefined ? {} : { fault }) };
    const state = taken ? 'delivered' : delivery.state;
    this.keep({ ...delivery, state, attempts: [...delivery.attempts, attempt], nextAt: null });
  }

  private keep(delivery: Delivery): void {
    this.deliveries.set(delivery.notice.id, delivery);
    if (this.deliveries.size <= MOST_KEPT) return;
    for (const oldest of this.deliveries.keys()) {
      this.deliveries.delete(oldest);
      return;
    }
  }

  /** Spreads the share that is signed by the certificate evenly over the notifications. */
  private nextSerial(): string {
    const { certificates, certificateCallbacks } = this.parts.settings();
    const { keys } = this.parts;
    this.sent += 1;
    const share = (count: number): number => Math.floor((count * certificateCallbacks) / 100);
    const byCertificate = certificates && share(this.sent) > share(this.sent - 1);
    return byCertificate ? keys.certificateSerial() : keys.merchant.publicKeyId;
  }

  private targetOf(path: NoticePath): (typeof this.targets)[number] {
    const found = this.targets.find((target) => target.path === path);
    if (found === undefined) throw new Error(`no notifications are sent for ${path}`);
    return found;
  }
}

function once(run: () => void): () => void {
  let left = true;
  return () => {
    if (left) run();
    left = false;
  };
}

function spoilingOf(fault: FaultOrder): Spoiling {
  const { kind, field = 'ciphertext', signed, content } = fault;
  return { kind, field, signed, content } as Spoiling;
}
