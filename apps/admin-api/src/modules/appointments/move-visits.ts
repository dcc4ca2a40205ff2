import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  heldRows,
  listIn,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { giveVisits } from './data/appointment-repository.js';
import { VISIT_FIELDS } from './data/visit-words.js';

/** When two files become one, the visits of both are one client's, and so are the words about them. */
@Injectable()
export class MoveVisits implements ClientDataHandler, OnModuleInit {
  readonly name = 'appointments';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly cipher: FieldCipher,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    return { visits: await this.#give(tx, from, to) };
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    await this.#give(tx, to, from, listIn(moved, 'visits').map(String));
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '预约', 'appointment', customerId)];
  }

  #give(tx: Tx, from: string, to: string, only?: readonly string[]): Promise<string[]> {
    return giveVisits(
      tx,
      from,
      to,
      (field, sealed) => this.cipher.handOver(tx, { from, to }, VISIT_FIELDS[field], sealed),
      only,
    );
  }
}
