import { Module } from '@nestjs/common';
import { EntryWriter } from './entry-writer.js';
import { LedgerWork } from './ledger-work.js';
import { Ledger } from './ledger.js';
import { ReverseEntry } from './reverse-entry.js';
import { TransferLots } from './transfer-lots.js';

@Module({
  providers: [EntryWriter, Ledger, LedgerWork, ReverseEntry, TransferLots],
  exports: [Ledger, LedgerWork],
})
export class LedgerModule {}
