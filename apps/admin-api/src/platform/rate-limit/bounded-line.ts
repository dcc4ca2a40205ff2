import { refuse } from '../errors/index.js';

export interface LineSize {
  /** Pieces of work that run together. */
  readonly atOnce: number;
  /** Pieces that may wait for their turn; one more is refused. */
  readonly waiting: number;
}

const RETRY_AFTER_SECONDS = 2;

/**
 * A line of its own for work that is dear, in this process: however much of it is asked for, the rest of the house
 * keeps its processors, connections and places.
 */
export class BoundedLine {
  readonly #turns: (() => void)[] = [];
  #running = 0;

  constructor(private readonly size: LineSize) {}

  /**
   * Does the work when its turn comes, first come first served.
   * @throws Refusal OVERLOADED with Retry-After when the line is full, before anything was done
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.size.atOnce) this.#running += 1;
    else await this.#turn();
    try {
      return await work();
    } finally {
      // The next one takes over this one's place, so that nobody slips in between.
      const next = this.#turns.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #turn(): Promise<void> {
    if (this.#turns.length >= this.size.waiting) {
      refuse('OVERLOADED', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
    return new Promise((resolve) => this.#turns.push(resolve));
  }
}
