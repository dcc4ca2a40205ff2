import { systemClock, type Clock } from '../clock.js';

/** How often a clock that is moved by hand is looked at. */
const LOOK_EVERY_MS = 10;
const LONGEST_TIMER_MS = 2_147_483_647;

interface Entry {
  readonly at: number;
  readonly run: () => void;
}

/** Does things later, by the sandbox's clock: a test that moves the clock waits for nothing. */
export class Schedule {
  private entries: Entry[] = [];
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly clock: Clock) {}

  /** Runs it once the clock shows `at` (epoch milliseconds). Returns how to call it off. */
  at(at: number, run: () => void): () => void {
    const entry = { at, run };
    this.entries.push(entry);
    this.arm();
    return () => {
      this.entries = this.entries.filter((each) => each !== entry);
    };
  }

  clear(): void {
    this.entries = [];
  }

  close(): void {
    this.closed = true;
    this.clear();
    clearTimeout(this.timer);
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.closed || this.entries.length === 0) return;
    const next = Math.min(...this.entries.map((entry) => entry.at));
    const wait =
      this.clock === systemClock
        ? Math.min(Math.max(next - this.clock.now().getTime(), 0), LONGEST_TIMER_MS)
        : LOOK_EVERY_MS;
    this.timer = setTimeout(() => this.tick(), wait);
    this.timer.unref();
  }

  private tick(): void {
    const now = this.clock.now().getTime();
    const due = this.entries.filter((entry) => entry.at <= now).sort((a, b) => a.at - b.at);
    this.entries = this.entries.filter((entry) => entry.at > now);
    for (const entry of due) entry.run();
    this.arm();
  }
}
