/** Lets work of the same name run one after the other, in the order in which it came. */
export class TakingTurns {
  readonly #last = new Map<string, Promise<void>>();

  /** @returns what the work returns; work that fails is not in the way of the next */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const mine = before.then(work);
    const over = mine.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, over);
    try {
      return await mine;
    } finally {
      if (this.#last.get(name) === over) this.#last.delete(name);
    }
  }
}
