import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { MoveSheets } from './assessments/move-sheets.js';
import { MoveConsents } from './consents/move-consents.js';
import { MoveHealth } from './health/move-health.js';
import { MoveAnswers } from './questionnaires/move-answers.js';

/** What a part of care does with its rows of a client whose file is joined to another. */
export interface CarePart {
  readonly name: string;
  /**
   * Re-points the rows; sealed ones are opened with the key of `from` and sealed again with that of `to`.
   * @returns what `moveBack` needs to know
   */
  moveClient(tx: Tx, from: string, to: string): Promise<Moved>;
  /** Gives back what `moveClient` said it moved from `from` to `to`; what came since stays. */
  moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void>;
  held(reader: Reader, customerId: string): Promise<readonly Held[]>;
}

/** When two files become one, their care is one client's: each part moves its own, in the order of this list. */
@Injectable()
export class MoveCare implements ClientDataHandler, OnModuleInit {
  readonly name = 'care';
  readonly #parts: readonly CarePart[];

  constructor(
    private readonly handlers: ClientDataHandlers,
    consents: MoveConsents,
    health: MoveHealth,
    sheets: MoveSheets,
    answers: MoveAnswers,
  ) {
    this.#parts = [consents, health, sheets, answers];
  }

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const moved: Record<string, Moved> = {};
    for (const part of this.#parts) moved[part.name] = await part.moveClient(tx, from, to);
    return moved;
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    for (const part of this.#parts)
      await part.moveBack(tx, from, to, (moved[part.name] ?? {}) as Moved);
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    const held: Held[] = [];
    for (const part of this.#parts) held.push(...(await part.held(reader, customerId)));
    return held;
  }
}
