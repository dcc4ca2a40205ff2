import { ApiProblem, isRecord } from '@/lib/failure';
import { KEPT_MS } from '@/lib/leftovers';
import type { KeyValue } from '@/lib/storage';
import { Store } from '@/lib/store';

/** A write that was begun: the key goes with this body and no other. */
interface PendingWrite<Body> {
  key: string;
  body: Body;
  /** Milliseconds since the epoch. */
  madeAt: number;
}

/**
 * - idle: nothing is under way
 * - sending: wait, a second tap joins the first
 * - unknown: no answer came; it may or may not have happened, so only the same write may be sent again
 */
export type WriteState<Body> =
  | { phase: 'idle' }
  | { phase: 'sending'; body: Body }
  | { phase: 'unknown'; body: Body };

export interface WritePorts<Body, Result> {
  /** What is written; one pending write is kept per name. */
  name: string;
  storage: KeyValue;
  send(body: Body, key: string): Promise<Result>;
  newKey(): string;
  now(): number;
  wait(ms: number): Promise<void>;
}

/** A different write may not start while the outcome of the last one is unknown. */
export class UnsettledWrite extends Error {
  override readonly name = 'UnsettledWrite';
}

/** Pauses before the silent retries of a lost answer. */
const RETRY_AFTER_MS = [800, 2_500];

/**
 * One write that happens once, whatever the line does: the key is made and stored before anything is sent, the
 * same key goes with every retry, and only a definite answer lets go of it.
 */
export class IdempotentWrite<Body, Result> {
  readonly state: Store<WriteState<Body>>;
  private inFlight: Promise<Result> | undefined;

  constructor(private readonly ports: WritePorts<Body, Result>) {
    const left = this.pending();
    this.state = new Store<WriteState<Body>>(
      left ? { phase: 'unknown', body: left.body } : { phase: 'idle' },
    );
  }

  /**
   * Sends the body, or joins what is already under way.
   * @throws ApiProblem | NetworkFailure
   * @throws UnsettledWrite  another body was sent before and its outcome is still unknown
   */
  submit(body: Body): Promise<Result> {
    if (this.inFlight) return this.inFlight;
    const left = this.pending();
    if (left && JSON.stringify(left.body) !== JSON.stringify(body)) {
      return Promise.reject(new UnsettledWrite());
    }
    const write = left ?? { key: this.ports.newKey(), body, madeAt: this.ports.now() };
    if (!left) this.ports.storage.write(this.storageKey, write);
    return this.run(write, left !== undefined);
  }

  /** Sends what is left unsettled once more; nothing left is nothing to do. */
  retry(): Promise<Result> | undefined {
    if (this.inFlight) return this.inFlight;
    const left = this.pending();
    return left && this.run(left, true);
  }

  /** Stops asking about a write whose outcome is unknown. It may have happened: the lists will show it. */
  abandon(): void {
    if (this.inFlight) return;
    this.settle();
  }

  private run(write: PendingWrite<Body>, mayHaveHappened: boolean): Promise<Result> {
    this.state.set({ phase: 'sending', body: write.body });
    this.inFlight = this.attempts(write, mayHaveHappened).finally(() => {
      this.inFlight = undefined;
    });
    return this.inFlight;
  }

  private async attempts(write: PendingWrite<Body>, earlierLost: boolean): Promise<Result> {
    let mayHaveHappened = earlierLost;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const result = await this.ports.send(write.body, write.key);
        this.settle();
        return result;
      } catch (failure) {
        const verdict = verdictOf(failure);
        if (verdict === 'definite') {
          this.settle();
          throw failure;
        }
        mayHaveHappened ||= verdict === 'lost';
        const pause = verdict === 'lost' ? RETRY_AFTER_MS[attempt] : undefined;
        if (pause === undefined) {
          if (mayHaveHappened) this.state.set({ phase: 'unknown', body: write.body });
          else this.settle();
          throw failure;
        }
        await this.ports.wait(pause);
      }
    }
  }

  private settle(): void {
    this.ports.storage.remove(this.storageKey);
    this.state.set({ phase: 'idle' });
  }

  private get storageKey(): string {
    return `yance.write.${this.ports.name}`;
  }

  private pending(): PendingWrite<Body> | undefined {
    const kept = this.ports.storage.read(this.storageKey);
    if (!isRecord(kept)) return undefined;
    const { key, body, madeAt } = kept;
    if (typeof key !== 'string' || typeof madeAt !== 'number' || body === undefined)
      return undefined;
    // The API forgets keys after a day; an older one would no longer protect anything.
    if (this.ports.now() - madeAt > KEPT_MS) return undefined;
    return { key, body: body as Body, madeAt };
  }
}

/**
 * definite: the API decided; refused: it never looked at the write (not signed in, too often); lost: anything may
 * have happened.
 */
export function verdictOf(failure: unknown): 'definite' | 'refused' | 'lost' {
  if (!(failure instanceof ApiProblem)) return 'lost';
  if (failure.status === 401 || failure.status === 429) return 'refused';
  return failure.status >= 500 ? 'lost' : 'definite';
}
