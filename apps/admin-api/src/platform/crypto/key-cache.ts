/** Unwrapped keys of late, bounded in number and age: an erased subject's key leaves every process within the age. */
export class KeyCache {
  readonly #entries = new Map<string, { readonly key: Buffer; readonly until: number }>();

  constructor(
    private readonly capacity: number,
    private readonly maxAgeMs: number,
  ) {}

  /** `now` in monotonic milliseconds. */
  get(subjectId: string, now: number): Buffer | undefined {
    const entry = this.#entries.get(subjectId);
    if (!entry) return undefined;
    this.#entries.delete(subjectId);
    if (entry.until <= now) return undefined;
    // Re-inserting moves it to the young end: a Map keeps the order of insertion.
    this.#entries.set(subjectId, entry);
    return entry.key;
  }

  set(subjectId: string, key: Buffer, now: number): void {
    this.#entries.delete(subjectId);
    this.#entries.set(subjectId, { key, until: now + this.maxAgeMs });
    if (this.#entries.size <= this.capacity) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.forget(oldest.value);
  }

  forget(subjectId: string): void {
    this.#entries.delete(subjectId);
  }

  get size(): number {
    return this.#entries.size;
  }
}
