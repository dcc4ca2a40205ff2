import { systemClock, type Clock } from '../clock.js';

/** How often a clock that is moved by hand is looked at. */
const LOOK_EVERY_MS = 10;
const LONGEST_TIMER_MS = 2_147_483_647;

interface Entry {
  readonly at: number;
  readonly turn: number;
  readonly run: () => void;
  calledOff: boolean;
}

/** Does things later, by the sandbox's clock: a test that moves the clock waits for nothing. */
export class Schedule {
  /** A heap: the next entry is the first. */
  private entries: Entry[] = [];
  private timer: NodeJS.Timeout | undefined;
  private armedFor = Infinity;
  private turns = 0;
  private closed = false;

  /** `steady`: the clock goes by itself, so a timer may sleep until the next entry. */
  constructor(
    private readonly clock: Clock,
    private readonly steady = clock === systemClock,
  ) {}

  /** Runs it once the clock shows `at` (epoch milliseconds). Returns how to call it off. */
  at(at: number, run: () => void): () => void {
    this.turns += 1;
    const entry = { at, turn: this.turns, run, calledOff: false };
    this.push(entry);
    this.arm();
    return () => {
      entry.calledOff = true;
    };
  }

  clear(): void {
    this.entries = [];
    this.disarm();
  }

  close(): void {
    this.closed = true;
    this.clear();
  }

  /** The clock was set forward: what became due is done before this returns, so that whoever set it finds it done. */
  wake(): void {
    this.tick();
  }

  private arm(): void {
    const next = this.entries[0];
    if (this.closed || next === undefined || next.at >= this.armedFor) return;
    clearTimeout(this.timer);
    this.armedFor = next.at;
    const wait = this.steady
      ? Math.min(Math.max(next.at - this.clock.now().getTime(), 0), LONGEST_TIMER_MS)
      : LOOK_EVERY_MS;
    this.timer = setTimeout(() => this.tick(), wait);
    this.timer.unref();
  }

  private disarm(): void {
    clearTimeout(this.timer);
    this.armedFor = Infinity;
  }

  private tick(): void {
    this.disarm();
    const now = this.clock.now().getTime();
    const due: Entry[] = [];
    for (let next = this.entries[0]; next !== undefined; next = this.entries[0]) {
      if (next.at > now && !next.calledOff) break;
      due.push(this.pop(next));
    }
    for (const entry of due) if (!entry.calledOff) entry.run();
    this.arm();
  }

  private push(entry: Entry): void {
    let at = this.entries.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.swapIfLater(above, at)) return;
      at = above;
    }
  }

  /** Takes the first one out. */
  private pop(first: Entry): Entry {
    const last = this.entries.pop();
    if (last === undefined || this.entries.length === 0) return first;
    this.entries[0] = last;
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const below = this.isLater(left, left + 1) ? left + 1 : left;
      if (!this.swapIfLater(at, below)) return first;
      at = below;
    }
  }

  private swapIfLater(above: number, below: number): boolean {
    const [a, b] = [this.entries[above], this.entries[below]];
    if (a === undefined || b === undefined || !this.isLater(above, below)) return false;
    this.entries[above] = b;
    this.entries[below] = a;
    return true;
  }

  private isLater(one: number, other: number): boolean {
    const [a, b] = [this.entries[one], this.entries[other]];
    return a !== undefined && b !== undefined && (a.at - b.at || a.turn - b.turn) > 0;
  }
}
