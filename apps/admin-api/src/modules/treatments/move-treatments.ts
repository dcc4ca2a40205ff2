import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ClientDataHandlers,
  heldRows,
  listIn,
  moveRowsBack,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { draftsOfCustomer, giveDraft } from './data/drafts.js';
import { giveVersion, recordIdsOf, versionsOfCustomer } from './data/records.js';
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

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const records = await recordIdsOf(tx, from);
    const drafts = (await draftsOfCustomer(tx, from)).map(keyOf);
    await this.#give(tx, from, to, { records, drafts });
    return { records, drafts };
  }

  moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const records = listIn(moved, 'records').map(String);
    return this.#give(tx, to, from, { records, drafts: listIn(moved, 'drafts').map(String) });
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '护理记录', 'treatment_record', customerId)];
  }

  async #give(
    tx: Tx,
    from: string,
    to: string,
    only: { readonly records: readonly string[]; readonly drafts: readonly string[] },
  ): Promise<void> {
    const [records, drafts] = [new Set(only.records), new Set(only.drafts)];
    for (const version of await versionsOfCustomer(tx, from)) {
      if (!records.has(version.recordId)) continue;
      const sealed = version.contents;
      const field = 'treatment-record';
      await giveVersion(tx, version, await this.seal.reseal(tx, from, to, field, sealed));
    }
    await moveRowsBack(tx, 'treatment_record', only.records, { from: to, to: from });
    for (const draft of await draftsOfCustomer(tx, from)) {
      if (!drafts.has(keyOf(draft))) continue;
      const field = 'treatment-draft';
      await giveDraft(tx, draft, to, await this.seal.reseal(tx, from, to, field, draft.contents));
    }
  }
}

const keyOf = ({ appointmentId, authorId }: { appointmentId: string; authorId: string }): string =>
  `${appointmentId}/${authorId}`;
