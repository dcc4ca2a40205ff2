import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock.js';
import { beijingDay } from './beijing.js';
import { BoundedMap } from './bounded.js';

const LIFETIME_MS = 7_200_000;
const HANDOVER_MS = 5 * 60_000;
const FORCE_SPACING_MS = 30_000;
const FORCE_PER_DAY = 20;
const MOST_RETIRED = 1_000;

interface Token {
  readonly value: string;
  readonly expiresAt: number;
}

/** How the platform sees a token that a call presents. */
export type TokenStanding = 'valid' | 'expired' | 'replaced' | 'malformed';

/** A token and the whole seconds that it is still good for. */
export interface GrantedToken {
  readonly value: string;
  readonly expiresInSeconds: number;
}

/**
 * The stable access token of one app. Asking again gives the same token until its last five
 * minutes; then old and new both work for five minutes. A forced refresh kills the token at once.
 */
export class AccessTokens {
  private current: Token | undefined;
  private previous: Token | undefined;
  private readonly retired = new BoundedMap<string, 'expired' | 'replaced'>(MOST_RETIRED);
  private lastForcedAt = Number.NEGATIVE_INFINITY;
  private forcedDay = -1;
  private forcedToday = 0;

  constructor(private readonly clock: Clock) {}

  /** The ordinary mode of stable_token. */
  obtain(): GrantedToken {
    const now = this.now();
    const current = this.current;
    if (current !== undefined && current.expiresAt - now >= HANDOVER_MS) {
      return granted(current, now);
    }
    this.retire(this.previous, 'expired');
    this.previous = undefined;
    if (current !== undefined && current.expiresAt > now) {
      this.previous = { value: current.value, expiresAt: now + HANDOVER_MS };
    } else {
      this.retire(current, 'expired');
    }
    return this.renew(now);
  }

  /**
   * The forced mode: a new token, the old one dead at once. Within 30 seconds of the last one
   * nothing is refreshed; the 21st of a day (Beijing) gives undefined.
   */
  forceRefresh(): GrantedToken | undefined {
    const now = this.now();
    if (this.current !== undefined && now - this.lastForcedAt < FORCE_SPACING_MS) {
      return granted(this.current, now);
    }
    const day = beijingDay(new Date(now));
    if (day !== this.forcedDay) {
      this.forcedDay = day;
      this.forcedToday = 0;
    }
    if (this.forcedToday >= FORCE_PER_DAY) return undefined;
    this.forcedToday += 1;
    this.lastForcedAt = now;
    this.retire(this.current, 'replaced');
    this.retire(this.previous, 'replaced');
    this.previous = undefined;
    return this.renew(now);
  }

  standing(value: string): TokenStanding {
    const now = this.now();
    for (const token of [this.current, this.previous]) {
      if (token?.value === value) return now < token.expiresAt ? 'valid' : 'expired';
    }
    // A token of the right shape that nobody remembers is "not latest" on the real platform too.
    return this.retired.get(value) ?? (hasTokenShape(value) ? 'replaced' : 'malformed');
  }

  /** Lets a token run out before its time, as the fault `expiredToken` asks. */
  expireNow(value: string): void {
    if (this.current?.value === value) {
      this.retire(this.current, 'expired');
      this.current = undefined;
    }
    if (this.previous?.value === value) {
      this.retire(this.previous, 'expired');
      this.previous = undefined;
    }
  }

  clear(): void {
    this.current = undefined;
    this.previous = undefined;
    this.retired.clear();
    this.lastForcedAt = Number.NEGATIVE_INFINITY;
    this.forcedToday = 0;
  }

  private renew(now: number): GrantedToken {
    this.current = {
      value: `88_${randomBytes(96).toString('base64url')}`,
      expiresAt: now + LIFETIME_MS,
    };
    return granted(this.current, now);
  }

  private retire(token: Token | undefined, why: 'expired' | 'replaced'): void {
    if (token !== undefined) this.retired.set(token.value, why);
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function granted(token: Token, now: number): GrantedToken {
  return { value: token.value, expiresInSeconds: Math.floor((token.expiresAt - now) / 1000) };
}

function hasTokenShape(value: string): boolean {
  return /^\d+_[\w-]{64,509}$/.test(value);
}
