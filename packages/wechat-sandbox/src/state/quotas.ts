import type { Clock } from '../clock.js';
import { WechatError, type ErrorName } from '../platform/errors.js';
import { beijingDay } from './beijing.js';

export const QUOTA_WINDOWS = ['second', 'minute', 'day', 'total'] as const;
export type QuotaWindow = (typeof QUOTA_WINDOWS)[number];

/** How often an app may call; two interfaces that give the same rule share its count. */
export interface QuotaRule {
  readonly name: string;
  readonly window: QuotaWindow;
  /** null: the platform tells no number, so nothing is refused until a test sets one. */
  readonly limit: number | null;
  readonly error: ErrorName;
}

/** A limit as the control side shows it. */
export interface ListedQuota extends QuotaRule {
  readonly path: string;
}

/** The limits of the app. They start as documented; a test lowers them instead of calling 4,000 times. */
export class Quotas {
  private readonly rules = new Map<string, readonly QuotaRule[]>();
  private readonly changed = new Map<string, number | null>();
  private readonly counts = new Map<string, { window: number; count: number }>();

  constructor(private readonly clock: Clock) {}

  /** Declares what one interface allows; minute and day are always there to be set. */
  declare(path: string, documented: readonly QuotaRule[]): void {
    const rules = [...documented];
    if (!rules.some((rule) => rule.window === 'minute')) {
      rules.push({ name: path, window: 'minute', limit: null, error: 'minuteQuota' });
    }
    if (!rules.some((rule) => rule.window === 'day')) {
      rules.push({ name: path, window: 'day', limit: null, error: 'dailyQuota' });
    }
    this.rules.set(path, rules);
  }

  /** Counts a call, unless it is refused. @throws WechatError with the code of a full window */
  count(path: string): void {
    const windows = (this.rules.get(path) ?? []).flatMap((rule) => {
      if (rule.window === 'total') return [];
      const window = this.windowNumber(rule.window);
      const before = this.counts.get(keyOf(rule));
      return [{ rule, window, count: before?.window === window ? before.count : 0 }];
    });
    for (const { rule, count } of windows) {
      const limit = this.limitOf(rule);
      if (limit !== null && count >= limit) throw new WechatError(rule.error);
    }
    for (const { rule, window, count } of windows) {
      this.counts.set(keyOf(rule), { window, count: count + 1 });
    }
  }

  limitOf(rule: QuotaRule): number | null {
    const changed = this.changed.get(keyOf(rule));
    return changed === undefined ? rule.limit : changed;
  }

  /** Changes a limit; false when that interface has no such window. */
  set(path: string, window: QuotaWindow, limit: number | null): boolean {
    const rule = this.rules.get(path)?.find((each) => each.window === window);
    if (rule === undefined) return false;
    this.changed.set(keyOf(rule), limit);
    return true;
  }

  list(): ListedQuota[] {
    return [...this.rules].flatMap(([path, rules]) =>
      rules.map((rule) => ({ path, ...rule, limit: this.limitOf(rule) })),
    );
  }

  clear(): void {
    this.changed.clear();
    this.counts.clear();
  }

  private windowNumber(window: 'second' | 'minute' | 'day'): number {
    const now = this.clock.now();
    if (window === 'day') return beijingDay(now);
    return Math.floor(now.getTime() / (window === 'second' ? 1_000 : 60_000));
  }
}

function keyOf(rule: QuotaRule): string {
  return `${rule.name} ${rule.window}`;
}
