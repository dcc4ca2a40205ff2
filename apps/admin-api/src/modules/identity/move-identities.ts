import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  heldRows,
  moveTables,
  moveTablesBack,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';

/** Sessions follow, because they hang on the identity. */
const TABLES = { wechat_identity: 'id' };

/** When two files become one, whoever signed in to the one signs in to the other. */
@Injectable()
export class MoveIdentities implements ClientDataHandler, OnModuleInit {
  readonly name = 'identity';

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

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '微信登录', 'wechat_identity', customerId)];
  }
}
