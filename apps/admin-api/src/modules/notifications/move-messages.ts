import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  moveTables,
  moveTablesBack,
  type ClientDataHandler,
  type Moved,
} from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';

const TABLES = { message: 'id' };

/** When two files become one, what was sent to both is one client's. Consents hang on the openid and stay there. */
@Injectable()
export class MoveMessages implements ClientDataHandler, OnModuleInit {
  readonly name = 'notifications';

  constructor(private readonly handlers: ClientDataHandlers) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  move(tx: Tx, from: string, to: string): Promise<Moved> {
    return moveTables(tx, TABLES, from, to);
  }

  moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    return moveTablesBack(tx, TABLES, moved, { from, to });
  }
}
