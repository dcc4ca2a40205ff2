import { Injectable } from '@nestjs/common';
import { LIVE_TOPIC_WORDS } from '../../events/index.js';
import { Database, toSafeInteger } from '../database/index.js';
import { Log } from '../logging/index.js';
import { Outbox } from '../outbox/index.js';

/** What may be told outside: which thing changed and how, never its content. */
export interface LiveEvent {
  readonly id: number;
  readonly topic: string;
  readonly storeId: string;
  readonly subjectId: string;
  readonly at: Date;
}

export type LiveListener = (event: LiveEvent) => void;

interface Row {
  id: number | string;
  topic: string;
  store_id: string | null;
  subject_id: string;
  created_at: Date;
}

const POLL_MS = 300;
/**
 * How far below the highest id seen a late commit is still looked for: ids are given out at the insert and become
 * visible at the commit, and the writers of a cluster take theirs from interleaved ranges.
 */
const WINDOW = 1_000;
const BATCH = 2_000;

/** Follows the outbox while somebody listens, and tells each listener what happened in its store, once. */
@Injectable()
export class LiveFeed {
  readonly #listeners = new Map<LiveListener, string>();
  readonly #seen = new Set<number>();
  #highest = 0;
  #following: Promise<void> | undefined;
  #wake: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: Log,
    outbox: Outbox,
  ) {
    outbox.onWritten(() => this.#wake?.());
  }

  /** Tells `listener` what happens in the store from about now on. Returns the way to stop. */
  async listen(storeId: string, listener: LiveListener): Promise<() => void> {
    this.#listeners.set(listener, storeId);
    const stop = (): void => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#wake?.();
    };
    try {
      this.#following ??= this.#start();
      await this.#following;
    } catch (error) {
      stop();
      throw error;
    }
    return stop;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Resolves once the present end of the outbox is known; what comes after it will be told. */
  async #start(): Promise<void> {
    try {
      const row = await this.database.row<{ highest: number | string | null }>(
        'SELECT MAX(id) AS highest FROM outbox_event',
      );
      this.#highest = toSafeInteger(row?.highest ?? 0);
      this.#seen.clear();
      for (const known of await this.#read()) this.#note(known);
    } catch (error) {
      this.#following = undefined;
      throw error;
    }
    void this.#follow();
  }

  async #follow(): Promise<void> {
    while (this.#listeners.size > 0) {
      try {
        await this.#tell();
      } catch (error) {
        this.log.warn('live feed could not read the outbox', { err: error });
      }
      await this.#pause();
    }
    this.#following = undefined;
  }

  async #tell(): Promise<void> {
    for (const row of await this.#read()) {
      if (!this.#note(row) || row.store_id === null || !isTold(row.topic)) continue;
      const event: LiveEvent = {
        id: toSafeInteger(row.id),
        topic: row.topic,
        storeId: row.store_id,
        subjectId: row.subject_id,
        at: row.created_at,
      };
      for (const [listener, storeId] of this.#listeners) {
        if (storeId === event.storeId) listener(event);
      }
    }
  }

  #read(): Promise<Row[]> {
    return this.database.rows<Row>(
      `SELECT id, topic, store_id, subject_id, created_at FROM outbox_event
       WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
      [this.#floor],
    );
  }

  get #floor(): number {
    return Math.max(0, this.#highest - WINDOW);
  }

  /** Remembers the row; false when it was known. */
  #note(row: Row): boolean {
    const id = toSafeInteger(row.id);
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    this.#highest = Math.max(this.#highest, id);
    if (this.#seen.size > 2 * WINDOW) {
      for (const old of this.#seen) if (old <= this.#floor) this.#seen.delete(old);
    }
    return true;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

/** The first word of the topic: also the name of the server-sent event. */
export function topicWord(topic: string): string {
  return topic.split('.', 1)[0] ?? topic;
}

function isTold(topic: string): boolean {
  return LIVE_TOPIC_WORDS.includes(topicWord(topic));
}
