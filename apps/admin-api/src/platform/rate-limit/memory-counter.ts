import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit } from './limits.js';

/** Counts in this process. Enough where a limit guards the machine and not somebody's account. */
export class MemoryCounter {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  constructor(private readonly generosity: number) {}

  /** Counts one hit. Returns the seconds to wait when it was one too many, else 0. */
  async hit(limit: Limit, key: string, generous: boolean): Promise<number> {
    try {
      await this.#limiterOf(limit, generous).consume(key);
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }

  #limiterOf(limit: Limit, generous: boolean): RateLimiterMemory {
    const name = `${limit.name}:${generous}`;
    const known = this.#limiters.get(name);
    if (known) return known;
    const points = limit.hits * (generous ? this.generosity : 1);
    const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: limit.seconds });
    this.#limiters.set(name, limiter);
    return limiter;
  }
}
