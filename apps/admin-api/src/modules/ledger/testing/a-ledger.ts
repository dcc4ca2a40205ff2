import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { TestClock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, dataSourceOptions } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { Sweeps } from '../../../platform/jobs/index.js';
import { aConfig } from '../../../platform/testing/a-config.js';
import { EntryWriter } from '../entry-writer.js';
import { LedgerWork } from '../ledger-work.js';
import { ofCustomer, ofHouse, type Entry, type EntryHead, type NewLot } from '../ledger-types.js';
import { Ledger } from '../ledger.js';
import { ReverseEntry } from '../reverse-entry.js';
import { SealFiles } from '../seal-files.js';
import { SealKeys } from '../seal-keys.js';
import { SealLedger } from '../seal-ledger.js';
import { TransferLots } from '../transfer-lots.js';
import { UseUnits } from '../use-units.js';
import { VerifyLedger } from '../verify-ledger.js';

/** The books of one schema, wired by hand, with a clock that stands still. */
export interface TestLedger {
  readonly source: DataSource;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly clock: TestClock;
  readonly ledger: Ledger;
  readonly work: LedgerWork;
  readonly seals: SealLedger;
  readonly verify: VerifyLedger;
  /** Of the exported seals; nobody else's. */
  readonly sealFolder: string;
  close(): Promise<void>;
}

export async function aLedger(url: string, poolSize = 8): Promise<TestLedger> {
  const source = await new DataSource(dataSourceOptions({ url, poolSize })).initialize();
  const [database, unitOfWork] = [new Database(source), new UnitOfWork(source)];
  const clock = new TestClock(new Date('2026-11-22T02:00:00.123Z'));
  const sealFolder = mkdtempSync(join(tmpdir(), 'yance-seals-'));
  const config = aConfig({ DATABASE_URL: url, YANCE_SEAL_DIR: sealFolder });
  const writer = new EntryWriter(clock);
  const [keys, files] = [new SealKeys(config), new SealFiles(config)];
  return {
    ...{ source, database, unitOfWork, clock, sealFolder },
    ledger: new Ledger(
      ...([
        writer,
        new ReverseEntry(writer),
        new TransferLots(writer),
        new UseUnits(writer),
      ] as const),
    ),
    work: new LedgerWork(unitOfWork, database),
    seals: new SealLedger(new Sweeps(), database, unitOfWork, clock, keys, files),
    verify: new VerifyLedger(source, keys, files),
    async close() {
      await source.destroy();
      rmSync(sealFolder, { recursive: true });
    },
  };
}

/** The head of an entry that nobody else makes. */
export const aHead = (kind: EntryHead['kind'], storeId: string): EntryHead => ({
  ...{ kind, bizKey: newId(), storeId, effectiveOn: '2026-11-22' },
  actor: { kind: 'system', id: 'test' },
});

/** A top-up in its usual form: one lot with principal and bonus. */
export function aTopUp(
  customerId: string,
  storeId: string,
  principalFen: number,
  bonusFen = 0,
  lot: Partial<NewLot> = {},
): Entry {
  const put = { lot: { new: 0 } };
  return {
    ...aHead('top_up', storeId),
    legs: [
      {
        debit: ofHouse('WX_CLEARING', storeId),
        credit: ofCustomer('SV_PRINCIPAL', customerId),
        ...{ amount: principalFen, ...put },
      },
      {
        debit: ofHouse('BONUS_FUNDING', storeId),
        credit: ofCustomer('SV_BONUS', customerId),
        ...{ amount: bonusFen, ...put },
      },
    ].filter((leg) => leg.amount > 0),
    newLots: [
      {
        ...{ owner: { kind: 'customer', id: customerId }, storeId, validEverywhere: true },
        ...{ principalFen, bonusFen, paidOn: '2026-11-22', ...lot },
      },
    ],
  };
}
