import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSnapshot } from './data/snapshot.js';
import { SealFiles } from './seal-files.js';
import { SealKeys } from './seal-keys.js';
import { checkAccountNames, checkAccountTips } from './verify/check-accounts.js';
import { checkDaily } from './verify/check-daily.js';
import { checkJournal } from './verify/check-journal.js';
import { checkLines } from './verify/check-lines.js';
import { checkLots } from './verify/check-lots.js';
import { checkSeals, type Outside } from './verify/check-seals.js';
import { BadRowFound, type BadRow, type Checked, type Checking } from './verify/verify-types.js';

export interface Verdict {
  readonly ok: boolean;
  readonly checked: Checked;
  readonly firstBadRow?: BadRow;
  readonly tookMs: number;
}

const BATCH = 2_000;

/**
 * Walks every table of the books and names the first row that is not as the rest says it must be. One snapshot of the
 * database, a batch of rows at a time; postings go on meanwhile.
 */
@Injectable()
export class VerifyLedger {
  #running: Promise<Verdict> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: SealKeys,
    private readonly files: SealFiles,
  ) {}

  /** Who asks while a check is under way gets that one's verdict. */
  run(batch = BATCH): Promise<Verdict> {
    this.#running ??= this.#run(batch).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(batch: number): Promise<Verdict> {
    const began = performance.now();
    const outside: Outside = {
      ...{ keys: this.keys, files: this.files },
      newestInFiles: await this.files.lastNo(),
    };
    const checked: Checked = {
      ...{ accounts: 0, txs: 0, postings: 0, lines: 0, lots: 0, holds: 0, dailySums: 0, seals: 0 },
    };
    const firstBadRow = await readSnapshot(this.dataSource, (reader) =>
      firstBad({ reader, batch, checked }, outside),
    );
    const tookMs = Math.round(performance.now() - began);
    return { ok: !firstBadRow, checked, ...(firstBadRow ? { firstBadRow } : {}), tookMs };
  }
}

/** In an order in which the row that was touched is found before the rows that no longer fit it. */
async function firstBad(checking: Checking, outside: Outside): Promise<BadRow | undefined> {
  try {
    await checkAccountNames(checking);
    await checkLines(checking);
    await checkJournal(checking);
    await checkAccountTips(checking);
    await checkLots(checking);
    await checkSeals(checking, outside);
    await checkDaily(checking);
    return undefined;
  } catch (error) {
    if (error instanceof BadRowFound) return error.row;
    throw error;
  }
}
