/** A value that components can watch; lives outside of them, so leaving a page loses nothing. */
export class Store<T> {
  private readonly watchers = new Set<() => void>();

  constructor(protected value: T) {}

  readonly get = (): T => this.value;

  set(next: T): void {
    if (Object.is(next, this.value)) return;
    this.value = next;
    for (const watcher of [...this.watchers]) watcher();
  }

  /** Whether anybody is looking. */
  get watched(): boolean {
    return this.watchers.size > 0;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };
}
