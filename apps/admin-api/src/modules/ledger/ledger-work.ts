import { Injectable } from '@nestjs/common';
import { Database, UnitOfWork, type Reader, type Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { entryByKey, type KnownEntry } from './data/journal.js';
import { EntryExists } from './entry-exists.js';
import type { Json } from './ledger-types.js';
import { requestHash } from './rules/canonical.js';
import type { EntryKind } from './rules/entry-kinds.js';

/** The business act that is done once; `request` is the one that its entry carries. */
export interface OnceKey {
  readonly kind: EntryKind;
  readonly bizKey: string;
  readonly request: Json;
}

/** Runs what posts an entry exactly once, however often and from however many sides it is asked for. */
@Injectable()
export class LedgerWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
  ) {}

  /**
   * @param work one transaction that posts the entry with this kind, key and request
   * @param again tells the first answer from what stands in the books
   * @throws Refusal LEDGER_KEY_REUSED when the key stands for another request; whatever `work` throws
   */
  async once<T>(
    key: OnceKey,
    work: (tx: Tx) => Promise<T>,
    again: (reader: Reader, entry: KnownEntry) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.unitOfWork.run(work);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Also a refusal of another kind: what a repeat meets may be the effect of its own first send.
      const done = await entryByKey(this.database, key.kind, key.bizKey);
      if (!done) throw error;
      if (!done.requestHash.equals(requestHash(key.request))) refuse('LEDGER_KEY_REUSED');
      if (error instanceof EntryExists && error.entry.txId !== done.txId) throw error;
      return again(this.database, done);
    }
  }
}
