import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ClientIdentities } from './data/client-identities.js';

/** When two files become one, whoever signed in to the one signs in to the other. */
@Injectable()
export class MoveIdentities implements ClientDataHandler, OnModuleInit {
  readonly name = 'identity';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly identities: ClientIdentities,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  move(tx: Tx, from: string, to: string): Promise<void> {
    return this.identities.moveAll(tx, from, to);
  }
}
