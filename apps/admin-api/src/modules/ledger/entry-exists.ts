import { Refusal } from '../../platform/errors/index.js';
import type { KnownEntry } from './data/journal.js';

/**
 * The journal has this business act already. LedgerWork turns it into the first answer; where nobody does, a client is
 * told so and nothing is written twice.
 */
export class EntryExists extends Refusal {
  constructor(
    readonly entry: KnownEntry,
    /** False when the key stands for another request. */
    readonly sameRequest: boolean,
  ) {
    super(sameRequest ? 'LEDGER_ENTRY_EXISTS' : 'LEDGER_KEY_REUSED');
    this.name = 'EntryExists';
  }
}
