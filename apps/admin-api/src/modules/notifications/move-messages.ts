import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';

/** When two files become one, what was sent to both is one client's. Consents hang on the openid and stay there. */
@Injectable()
export class MoveMessages implements ClientDataHandler, OnModuleInit {
  readonly name = 'notifications';

  constructor(private readonly handlers: ClientDataHandlers) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    await tx.run('UPDATE message SET customer_id = ? WHERE customer_id = ?', [to, from]);
  }
}
