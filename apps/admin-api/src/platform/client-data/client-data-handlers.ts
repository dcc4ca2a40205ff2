import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';

/** What a module does with the client data it holds when two files become one. */
export interface ClientDataHandler {
  /** The module's name; one handler each. */
  readonly name: string;
  /** Re-points every row of file `from` to file `to`. Both files are locked; loses nothing, asks nothing outside `tx`. */
  move(tx: Tx, from: string, to: string): Promise<void>;
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

  /** Runs all handlers in the given transaction, in the order of their names, so that locks are taken in one order. */
  async moveAll(tx: Tx, from: string, to: string): Promise<void> {
    const ordered = [...this.#handlers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const handler of ordered) await handler.move(tx, from, to);
  }
}
