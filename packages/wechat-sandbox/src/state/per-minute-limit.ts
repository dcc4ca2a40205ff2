import type { Clock } from '../clock.js';
import { BoundedMap } from './bounded.js';

const MOST_KEYS = 10_000;

/** Counts calls per key and minute, as the platform does for one person's logins. */
export class PerMinuteLimit {
  private readonly windows = new BoundedMap<string, { minute: number; count: number }>(MOST_KEYS);

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
  ) {}

  /** Counts this call; false when the minute's allowance is used up. */
  allow(key: string): boolean {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    const window = this.windows.get(key);
    const count = window?.minute === minute ? window.count : 0;
    if (count >= this.limit) return false;
    this.windows.set(key, { minute, count: count + 1 });
    return true;
  }

  clear(): void {
    this.windows.clear();
  }
}
