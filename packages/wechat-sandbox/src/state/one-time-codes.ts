import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock.js';
import { BoundedMap } from './bounded.js';

const LIFETIME_MS = 5 * 60_000;
const MOST_CODES = 10_000;

interface Issued<T> {
  readonly value: T;
  readonly expiresAt: number;
}

/** Codes as wx.login and the phone button give them: good for five minutes and for one use. */
export class OneTimeCodes<T> {
  private readonly issued = new BoundedMap<string, Issued<T>>(MOST_CODES);

  constructor(private readonly clock: Clock) {}

  issue(value: T): { code: string; expiresAt: Date } {
    const code = randomBytes(24).toString('base64url');
    const expiresAt = this.clock.now().getTime() + LIFETIME_MS;
    this.issued.set(code, { value, expiresAt });
    return { code, expiresAt: new Date(expiresAt) };
  }

  /** What the code stands for, without using it up; undefined when unknown, used or expired. */
  peek(code: string): T | undefined {
    const found = this.issued.get(code);
    if (found === undefined || this.clock.now().getTime() >= found.expiresAt) return undefined;
    return found.value;
  }

  /** Uses the code up. */
  take(code: string): T | undefined {
    const value = this.peek(code);
    this.issued.delete(code);
    return value;
  }

  clear(): void {
    this.issued.clear();
  }
}
