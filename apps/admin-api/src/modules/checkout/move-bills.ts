import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';

/** When two files become one, bills and repayments of both are one client's. */
@Injectable()
export class MoveBills implements ClientDataHandler, OnModuleInit {
  readonly name = 'checkout';

  constructor(private readonly handlers: ClientDataHandlers) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    for (const table of ['bill', 'debt_payment'])
      await tx.run(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ?`, [to, from]);
  }
}
