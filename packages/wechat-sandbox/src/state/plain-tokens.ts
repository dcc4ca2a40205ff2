import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock.js';
import type { GrantedToken, TokenStanding } from './access-tokens.js';
import { BoundedMap } from './bounded.js';

const LIFETIME_MS = 7_200_000;
const HANDOVER_MS = 5 * 60_000;
const MOST_REMEMBERED = 1_000;

interface Remembered {
  readonly endsAt: number;
  readonly afterwards: 'expired' | 'replaced';
}

/**
 * The tokens of GET /cgi-bin/token, apart from the stable one: every call gives a new token and
 * leaves the one before five minutes.
 */
export class PlainTokens {
  private readonly tokens = new BoundedMap<string, Remembered>(MOST_REMEMBERED);
  private current: string | undefined;

  constructor(private readonly clock: Clock) {}

  issue(): GrantedToken {
    const now = this.clock.now().getTime();
    const before = this.current === undefined ? undefined : this.tokens.get(this.current);
    if (this.current !== undefined && before !== undefined && before.endsAt > now + HANDOVER_MS) {
      this.tokens.set(this.current, { endsAt: now + HANDOVER_MS, afterwards: 'replaced' });
    }
    const value = `89_${randomBytes(96).toString('base64url')}`;
    this.tokens.set(value, { endsAt: now + LIFETIME_MS, afterwards: 'expired' });
    this.current = value;
    return { value, expiresInSeconds: LIFETIME_MS / 1000 };
  }

  /** undefined when it is no token of this kind. */
  standing(value: string): TokenStanding | undefined {
    const token = this.tokens.get(value);
    if (token === undefined) return undefined;
    return this.clock.now().getTime() < token.endsAt ? 'valid' : token.afterwards;
  }

  /** Lets a token run out before its time. */
  expireNow(value: string): void {
    if (!this.tokens.has(value)) return;
    this.tokens.set(value, { endsAt: Number.NEGATIVE_INFINITY, afterwards: 'expired' });
  }

  clear(): void {
    this.tokens.clear();
    this.current = undefined;
  }
}
