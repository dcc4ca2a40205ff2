import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';
import { giveVisits } from './data/appointment-repository.js';

/** When two files become one, the visits of both are one client's. */
@Injectable()
export class MoveVisits implements ClientDataHandler, OnModuleInit {
  readonly name = 'appointments';

  constructor(private readonly handlers: ClientDataHandlers) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    await giveVisits(tx, from, to);
  }
}
