import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit } from './limits.js';

/** What counting needs of a limit. */
type Counted = Omit<Limit, 'keyOf'>;

/** Counts in this process. Enough where a limit guards the machine and not somebody's account. */
export class MemoryCounter {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  constructor(private readonly generosity: number) {}

  /** Counts one hit. Returns the seconds to wait when it was one too many, else 0. */
  async hit(limit: Counted, key: string, generous: boolean): Promise<number> {
    try {
      await this.#limiterOf(limit, generous).consume(key);
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }

  /** Seconds to wait for whoever has used up the limit, else 0; counts nothing. */
  async waitOf(limit: Counted, key: string, generous: boolean): Promise<number> {
    const limiter = this.#limiterOf(limit, generous);
    const seen = await limiter.get(key);
    if (seen === null || seen.consumedPoints < limiter.points) return 0;
    return Math.max(1, Math.ceil(seen.msBeforeNext / 1000));
  }

  #limiterOf(limit: Counted, generous: boolean): RateLimiterMemory {
    const name = `${limit.name}:${generous}`;
    const known = this.#limiters.get(name);
    if (known) return known;
    const points = limit.hits * (generous ? this.generosity : 1);
    const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: limit.seconds });
    this.#limiters.set(name, limiter);
    return limiter;
  }
}
