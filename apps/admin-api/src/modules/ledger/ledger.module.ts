import { Module } from '@nestjs/common';
import { EntryWriter } from './entry-writer.js';
import { StaffLedgerController } from './http/staff-ledger.controller.js';
import { LedgerWork } from './ledger-work.js';
import { Ledger } from './ledger.js';
import { ReadSeals } from './read-seals.js';
import { ReverseEntry } from './reverse-entry.js';
import { SealFiles } from './seal-files.js';
import { SealKeys } from './seal-keys.js';
import { SealLedger } from './seal-ledger.js';
import { TransferLots } from './transfer-lots.js';
import { UseUnits } from './use-units.js';
import { VerifyLedger } from './verify-ledger.js';

@Module({
  controllers: [StaffLedgerController],
  providers: [
    ...[EntryWriter, Ledger, LedgerWork, ReverseEntry, TransferLots, UseUnits],
    ...[ReadSeals, SealFiles, SealKeys, SealLedger, VerifyLedger],
  ],
  exports: [Ledger, LedgerWork, SealLedger, VerifyLedger],
})
export class LedgerModule {}
