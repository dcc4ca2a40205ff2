import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../database/index.js';

/** What a handler moved, as it has to know it for the way back: ids and numbers that say nothing of a person. JSON-safe. */
export type Moved = Readonly<Record<string, unknown>>;

/** What a module has of a client, in words for whoever joins files. */
export interface Held {
  readonly what: string;
  readonly count: number;
  /** Money in fen, where it is money. */
  readonly fen?: number;
}

/** What a module does with the client data it holds when two files become one. */
export interface ClientDataHandler {
  /** The module's name; one handler each. */
  readonly name: string;
  /**
   * Re-points every row of file `from` to file `to`. Both files are locked; loses nothing, asks nothing outside `tx`.
   * @returns what `moveBack` needs to know, as `Moved`; a handler without a way back has nothing to say
   */
  move(tx: Tx, from: string, to: string): Promise<unknown>;
  /**
   * Gives back what `move` said it moved; what came since stays with `to`. Both files are locked.
   * @throws Refusal MERGE_VALUE_SPENT, REFUND_OPEN where it cannot be given back
   */
  moveBack?(tx: Tx, from: string, to: string, moved: Moved): Promise<void>;
  /** Tables of rows that the module makes of every file by itself: they are no sign that anybody worked with it. */
  readonly made?: readonly string[];
  /** Deletes those rows, with the file that they were made of. */
  forgetMade?(tx: Tx, customerId: string): Promise<void>;
  /** What there is of a file, for a look before files are joined. */
  held?(reader: Reader, customerId: string): Promise<readonly Held[]>;
}

/** Every module that holds a client's data registers here, so that whoever joins files needs to know none of them. */
@Injectable()
export class ClientDataHandlers {
  readonly #handlers = new Map<string, ClientDataHandler>();

  /** @throws Error when the name is taken */
  register(handler: ClientDataHandler): void {
    if (this.#handlers.has(handler.name))
      throw new Error(`client data handler ${handler.name} is registered twice`);
    this.#handlers.set(handler.name, handler);
  }

  /**
   * Runs all handlers in the given transaction, in the order of their names, so that locks are taken in one order.
   * @returns what each moved, by its name
   */
  async moveAll(tx: Tx, from: string, to: string): Promise<Record<string, Moved>> {
    const moved: Record<string, Moved> = {};
    for (const handler of this.#ordered())
      moved[handler.name] = ((await handler.move(tx, from, to)) ?? {}) as Moved;
    return moved;
  }

  /** Runs the way back of all that moved something, in the same order. @throws Refusal as the handlers */
  async moveAllBack(
    tx: Tx,
    from: string,
    to: string,
    moved: Readonly<Record<string, Moved>>,
  ): Promise<void> {
    for (const handler of this.#ordered()) {
      const part = moved[handler.name];
      if (part !== undefined) await handler.moveBack?.(tx, from, to, part);
    }
  }

  /** Tables of what modules make of every file by themselves. */
  made(): string[] {
    return this.#ordered().flatMap(({ made = [] }) => made);
  }

  /** Deletes what modules made of a file by themselves. */
  async forgetMade(tx: Tx, customerId: string): Promise<void> {
    for (const handler of this.#ordered()) await handler.forgetMade?.(tx, customerId);
  }

  /** What all modules have of a file; what it has none of is left out. */
  async held(reader: Reader, customerId: string): Promise<Held[]> {
    const held: Held[] = [];
    for (const handler of this.#ordered())
      held.push(...((await handler.held?.(reader, customerId)) ?? []));
    return held.filter(({ count }) => count > 0);
  }

  #ordered(): ClientDataHandler[] {
    return [...this.#handlers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
