import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';
import { giveOrders } from './data/orders.js';

/** When two files become one, the orders of both are one client's. */
@Injectable()
export class MovePayments implements ClientDataHandler, OnModuleInit {
  readonly name = 'payments';

  constructor(private readonly handlers: ClientDataHandlers) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    await giveOrders(tx, from, to);
  }
}
