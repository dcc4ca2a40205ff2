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

const TABLES = { bill: 'id', debt_payment: 'id' };

/** When two files become one, bills and repayments of both are one client's. */
@Injectable()
export class MoveBills implements ClientDataHandler, OnModuleInit {
  readonly name = 'checkout';

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
    return [await heldRows(reader, '账单', 'bill', customerId)];
  }
}
