import type { ErrorCode } from '@yance/shared-types';
import { backoffMs } from '../live/backoff';
import { ApiProblem, isUnanswered, sentenceOf } from './problem';

/** How long the typing has to stand still before it is saved, in milliseconds. */
const STILL_MS = 1_200;
/** How long closing waits for the last save before it asks, in milliseconds. */
const PATIENCE_MS = 3_000;

/** Where the draft stands. */
export type DraftState =
  | { readonly kind: 'untouched' | 'typing' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly why: string };

/** Where drafts of something go. */
export interface DraftStore<Draft> {
  /** @returns the revision that it has now. @throws ApiProblem `changed`  saved from another window */
  readonly save: (key: string, draft: Draft, revision: number) => Promise<number>;
  readonly changed: ErrorCode;
}

/** What a keeper needs of the world. */
export interface KeeperPorts {
  readonly newKey: () => string;
  /** Calls back after so many milliseconds. @returns what calls it off */
  readonly after: (ms: number, callBack: () => void) => () => void;
  readonly show: (state: DraftState) => void;
}

/** The revision that a refusal says the draft has. */
function revisionIn(cause: unknown, changed: ErrorCode): number | undefined {
  if (!(cause instanceof ApiProblem) || cause.code !== changed) return undefined;
  const { revision } = cause.extras;
  return typeof revision === 'number' ? revision : undefined;
}

/**
 * Keeps what is typed, one save after the other; what was typed while one was out goes with the next. A save without an
 * answer is tried again, ever more seldom; a refusal is not, because it would be the same once more.
 */
export class DraftKeeper<Draft> {
  #waiting: { readonly draft: Draft } | null = null;
  #out: Promise<void> | null = null;
  #mayHaveGone = false;
  #failures = 0;
  #callOff = (): void => undefined;

  /** @param revision the one that was read; 0 for none */
  constructor(
    private readonly store: DraftStore<Draft>,
    private revision: number,
    private readonly ports: KeeperPorts,
  ) {}

  typed(draft: Draft): void {
    this.#waiting = { draft };
    this.ports.show({ kind: 'typing' });
    this.#later(STILL_MS);
  }

  /** Nothing more is saved: the record was written, or what was typed is thrown away. */
  stop(): void {
    this.#callOff();
    this.#waiting = null;
  }

  /** Saves what waits, at once. */
  saveNow(): Promise<void> {
    this.#callOff();
    this.#out ??= this.#sendAll().finally(() => {
      this.#out = null;
    });
    return this.#out;
  }

  /** @returns whether nothing is left to save, after one last try for which nobody waits long */
  async settled(): Promise<boolean> {
    if (this.#waiting === null && this.#out === null) return true;
    const patience = new Promise<void>((resolve) => void this.ports.after(PATIENCE_MS, resolve));
    await Promise.race([this.saveNow(), patience]);
    return this.#waiting === null && this.#out === null;
  }

  /** The form is gone: what still waits goes out once, and is not tried again. */
  async close(): Promise<void> {
    await this.saveNow();
    this.#callOff();
  }

  #later(ms: number): void {
    this.#callOff();
    this.#callOff = this.ports.after(ms, () => void this.saveNow());
  }

  async #sendAll(): Promise<void> {
    for (let goesOn = true; goesOn && this.#waiting !== null;) {
      const { draft } = this.#waiting;
      this.#waiting = null;
      this.ports.show({ kind: 'saving' });
      goesOn = await this.#sendOnce(draft);
    }
  }

  /** @returns whether it went, or may go at the next try */
  async #sendOnce(draft: Draft): Promise<boolean> {
    try {
      this.revision = await this.store.save(this.ports.newKey(), draft, this.revision);
      this.#mayHaveGone = false;
      this.#failures = 0;
      this.ports.show({ kind: 'saved' });
      return true;
    } catch (cause) {
      return this.#failed(draft, cause);
    }
  }

  #failed(draft: Draft, cause: unknown): boolean {
    this.#waiting ??= { draft };
    const now = revisionIn(cause, this.store.changed);
    // The save before went through and only its answer was lost: what stands there is her own.
    const isOwn = this.#mayHaveGone && now === this.revision + 1;
    const isLost = isUnanswered(cause);
    this.#mayHaveGone = isLost;
    if (isOwn) {
      this.revision = now;
      return true;
    }
    this.ports.show({ kind: 'failed', why: sentenceOf(cause) });
    if (isLost) {
      this.#failures += 1;
      this.#later(backoffMs(this.#failures, Math.random()));
    }
    return false;
  }
}
