import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';
import { MoveHealth } from './health/move-health.js';

/** What a part of care does with its rows of a client whose file is joined to another. */
export interface CarePart {
  /** Re-points the rows; sealed ones are opened with the key of `from` and sealed again with that of `to`. */
  moveClient(tx: Tx, from: string, to: string): Promise<void>;
}

/** When two files become one, their care is one client's: each part moves its own, in the order of this list. */
@Injectable()
export class MoveCare implements ClientDataHandler, OnModuleInit {
  readonly name = 'care';
  readonly #parts: readonly CarePart[];

  constructor(
    private readonly handlers: ClientDataHandlers,
    health: MoveHealth,
  ) {
    this.#parts = [health];
  }

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    for (const part of this.#parts) await part.moveClient(tx, from, to);
  }
}
