import { createHash } from 'node:crypto';

/** Draws the same things in the same order for the same seed. */
export class Chance {
  #state: number;

  constructor(seed: string) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE() || 1;
  }

  /** An integer from 0 to below `most`. */
  below(most: number): number {
    // Marsaglia's xorshift of 32 bits: enough to mix deeds, and the same everywhere.
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % most;
  }

  /** @throws Error on an empty list */
  oneOf<T>(all: readonly T[]): T {
    const one = all[this.below(all.length)];
    if (one === undefined) throw new Error('nothing to draw from');
    return one;
  }
}
