import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  moveTables,
  moveTablesBack,
  type ClientDataHandler,
  type Moved,
} from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';

const TABLES = { payment_order: 'order_no' };

/** When two files become one, the orders of both are one client's. */
@Injectable()
export class MovePayments implements ClientDataHandler, OnModuleInit {
  readonly name = 'payments';

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
