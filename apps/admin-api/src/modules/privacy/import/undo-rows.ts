import { Injectable } from '@nestjs/common';
import { WithdrawFile, type FileBefore, type Withdrawal } from '../../customers/index.js';
import { ReverseTopUp, onlyUndone } from '../../membership/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/index.js';
import { lastRows, settleRow, type ImportRow, type KeptReason } from './data/import-rows.js';
import type { ClientImport } from './data/imports.js';
import { ImportSeals } from './import-seals.js';
import { readRow } from './rules/read-row.js';
import { answerableFor } from './write-openings.js';

/** Rows of one transaction. */
const AT_ONCE = 100;
/** What says that somebody has worked with what she brought along: it stays. */
const USED: readonly string[] = [
  ...['TOP_UP_STATE', 'TOP_UP_PAID_BACK', 'REFUND_OPEN', 'BALANCE_TOO_LOW', 'CLIENT_MERGED'],
];

/** Where a balance that was brought along names its owner. */
const OF_A_BALANCE = ['wallet', 'top_up'];

/** Takes back the last rows that an import wrote; files that somebody works with are left and named. */
@Injectable()
export class UndoRows {
  constructor(
    private readonly seals: ImportSeals,
    private readonly withdraw: WithdrawFile,
    private readonly reverse: ReverseTopUp,
    private readonly clock: Clock,
  ) {}

  /**
   * @param one locked in `tx`
   * @returns false when no row is left
   */
  async execute(tx: Tx, one: ClientImport): Promise<boolean> {
    // The later row first: it may have added to the file that an earlier one opened.
    const rows = await lastRows(tx, one.id, ['created', 'added'], AT_ONCE);
    if (rows.length === 0) return false;
    const opened = (brought: boolean): string[] =>
      rows.flatMap(({ state, customerId, joined, topUpId }) =>
        state === 'created' && customerId !== null && !joined && (topUpId !== null) === brought
          ? [customerId]
          : [],
      );
    const used = new Set([
      ...(await this.withdraw.inUse(tx, opened(false))),
      ...(await this.withdraw.inUse(tx, opened(true), OF_A_BALANCE)),
    ]);
    for (const row of rows) await this.#undo(tx, one, row, used);
    return true;
  }

  async #undo(tx: Tx, one: ClientImport, row: ImportRow, used: ReadonlySet<string>): Promise<void> {
    const { no, customerId, fileVersion, joined } = row;
    if (customerId === null || fileVersion === null) throw new Error('a written row has a file');
    const keep = (keptBecause: KeptReason): Promise<void> =>
      settleRow(tx, one.id, no, { state: 'kept', keptBecause });
    if (joined) return keep('joined');
    if (row.topUpId !== null && !(await this.#takeBack(tx, one, row.topUpId))) return keep('used');
    // A row lets go of the file before the file can go; where it stays, the row takes it again.
    await settleRow(tx, one.id, no, { state: 'undone', customerId: null });
    const became =
      row.state === 'added'
        ? await this.#putBack(tx, one, row, customerId, fileVersion)
        : await this.#remove(tx, one, row, { id: customerId, version: fileVersion }, used);
    if (became === 'done') return;
    // What was used stays whole; here the balance is gone and the file is not.
    const keptBecause = row.topUpId !== null && row.state === 'created' ? 'reversed' : became;
    await settleRow(tx, one.id, no, { state: 'kept', keptBecause, customerId });
  }

  /** Mirrors what she brought along. @returns false when something of it was used */
  async #takeBack(tx: Tx, one: ClientImport, topUpId: string): Promise<boolean> {
    try {
      await this.reverse.ofImport(tx, answerableFor(one), topUpId, '撤销顾客导入');
      return true;
    } catch (error) {
      // All that is asked comes before anything is written.
      if (error instanceof Refusal && USED.includes(error.code)) return false;
      throw error;
    }
  }

  #putBack(
    tx: Tx,
    one: ClientImport,
    { no, beforeSealed }: ImportRow,
    id: string,
    version: number,
  ): Promise<Withdrawal> {
    const before = this.seals.readBefore<FileBefore>(one.id, no, beforeSealed);
    if (!before) throw new Error('a file that was added to is kept as it was');
    return this.withdraw.putBack(tx, id, version, before);
  }

  async #remove(
    tx: Tx,
    one: ClientImport,
    { no, cellsSealed, topUpId }: ImportRow,
    file: { readonly id: string; readonly version: number },
    used: ReadonlySet<string>,
  ): Promise<Withdrawal> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const cells = this.seals.readCells(one.id, no, cellsSealed);
    const { draft } = readRow(cells, one.mapping ?? {}, today);
    const phones = new Set([draft?.phone, draft?.otherPhone].filter((one) => one !== undefined));
    const written = { ...file, phones: phones.size };
    if (topUpId === null) return this.withdraw.remove(tx, written, used);
    // The entry and its mirror stay in the books, and so does a nameless owner whom they are of.
    if (!(await onlyUndone(tx, file.id))) return 'in_use';
    return this.withdraw.close(tx, written, used);
  }
}
