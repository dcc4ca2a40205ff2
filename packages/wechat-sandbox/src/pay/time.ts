import type { Clock } from '../clock.js';

const ZONE_MS = 8 * 3_600_000;

/**
 * The time by which payments live: the sandbox's own, which a tester may set forward. What is signed carries the
 * sandbox's clock as it is, or no receiver would take it.
 */
export class PayTime implements Clock {
  private aheadMs = 0;

  constructor(private readonly base: Clock) {}

  now(): Date {
    return new Date(this.base.now().getTime() + this.aheadMs);
  }

  /** How far it was set forward, in seconds. */
  get aheadSeconds(): number {
    return this.aheadMs / 1000;
  }

  advance(seconds: number): void {
    this.aheadMs += seconds * 1000;
  }

  reset(): void {
    this.aheadMs = 0;
  }
}

/** `2026-01-01T10:00:00+08:00`, as WeChat Pay writes instants. */
export function beijing(instant: Date): string {
  return `${shifted(instant).slice(0, 19)}+08:00`;
}

/** `2026-01-01 10:00:00`, as bills write them. */
export function beijingWords(instant: Date): string {
  return shifted(instant).slice(0, 19).replace('T', ' ');
}

/** The day in Beijing, `2026-01-01`. */
export function beijingDate(instant: Date): string {
  return shifted(instant).slice(0, 10);
}

/** When a day in Beijing begins. */
export function startOfBeijingDate(date: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - ZONE_MS);
}

function shifted(instant: Date): string {
  return new Date(instant.getTime() + ZONE_MS).toISOString();
}
