import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import type { Tx } from '../../platform/database/index.js';
import { draftsOfCustomer, giveDraft } from './data/drafts.js';
import { giveRecords, giveVersion, versionsOfCustomer } from './data/records.js';
import { TreatmentSeal } from './treatment-seal.js';

/** When two files become one, its records are opened under the one key and sealed under the other. */
@Injectable()
export class MoveTreatments implements ClientDataHandler, OnModuleInit {
  readonly name = 'treatments';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly seal: TreatmentSeal,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    for (const version of await versionsOfCustomer(tx, from)) {
      const sealed = version.contents;
      const field = 'treatment-record';
      await giveVersion(tx, version, await this.seal.reseal(tx, from, to, field, sealed));
    }
    await giveRecords(tx, from, to);
    for (const draft of await draftsOfCustomer(tx, from)) {
      const field = 'treatment-draft';
      await giveDraft(tx, draft, to, await this.seal.reseal(tx, from, to, field, draft.contents));
    }
  }
}
