import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { toAmount } from '../../platform/money/index.js';
import { lockAccounts } from './data/accounts.js';
import { openHoldsOf } from './data/holds.js';
import { bodyOf, refuseRepeat, type TxRow } from './data/journal.js';
import { lotsByIds } from './data/lots.js';
import { postedLegsOf } from './data/posted-legs.js';
import { EntryWriter } from './entry-writer.js';
import { headOf } from './head-of.js';
import { ofCustomer, type AccountRef, type EntryHead, type Posted } from './ledger-types.js';
import { requestHash } from './rules/canonical.js';
import { mirrorOf, type PostedLeg, type Standing } from './rules/mirror.js';

/** Which entry is undone, and what happens where its money was used already. */
export interface Reversal extends Omit<EntryHead, 'kind'> {
  readonly txId: number;
  /** `receivable`: what is missing becomes the client's debt; `refuse`: then nothing is undone. */
  readonly shortfall: 'refuse' | 'receivable';
}

export interface Reversed extends Posted {
  /** What became debt, in fen. */
  readonly shortfallFen: number;
}

/** A wrong entry stays where it is; its mirror undoes it. */
@Injectable()
export class ReverseEntry {
  constructor(private readonly writer: EntryWriter) {}

  async run(tx: Tx, reversal: Reversal): Promise<Reversed> {
    const request = reversal.request ?? { txId: reversal.txId, shortfall: reversal.shortfall };
    const head = headOf({ ...reversal, kind: 'reversal', request });
    await this.#requireReversible(tx, reversal.txId, {
      ...head,
      requestHash: requestHash(request),
    });
    const postings = await postedLegsOf(tx, reversal.txId);
    const debtor = reversal.shortfall === 'receivable' ? debtorOf(postings) : undefined;
    const debt = debtor && (await this.writer.find(tx, [debtor])).of(debtor);
    const tracked = postings.flatMap((leg) => [leg.debit, leg.credit]).filter((one) => one.tracked);
    const locked = await lockAccounts(tx, [
      ...tracked.map((account) => account.id),
      ...(debt ? [debt.id] : []),
    ]);
    const standing = await this.#standing(tx, postings, locked);
    const { legs, shortfall, uncovered } = mirrorOf(postings, standing, debtor);
    if (uncovered > 0) refuse('BALANCE_TOO_LOW', { extras: { missing: uncovered } });
    const posted = await this.writer.write(
      tx,
      { ...head, legs },
      { reverses: reversal.txId, locked },
    );
    return { ...posted, shortfallFen: shortfall };
  }

  /** @throws EntryExists, Refusal LEDGER_TX_NOT_FOUND, LEDGER_ALREADY_REVERSED, LEDGER_NOT_REVERSIBLE */
  async #requireReversible(
    tx: Tx,
    txId: number,
    repeat: { readonly kind: string; readonly bizKey: string; readonly requestHash: Buffer },
  ): Promise<void> {
    const row = await tx.row<Pick<TxRow, 'reverses_tx_id' | 'body'>>(
      'SELECT reverses_tx_id, body FROM ledger_tx WHERE id = ?',
      [txId],
    );
    if (!row) refuse('LEDGER_TX_NOT_FOUND');
    await refuseRepeat(tx, repeat);
    if (await tx.row('SELECT id FROM ledger_tx WHERE reverses_tx_id = ?', [txId]))
      refuse('LEDGER_ALREADY_REVERSED');
    // A hold is released, not reversed; and who reverses a reversal wants the entry again, under a key of its own.
    if (row.reverses_tx_id !== null || bodyOf(row).legs.length === 0)
      refuse('LEDGER_NOT_REVERSIBLE');
  }

  async #standing(
    tx: Tx,
    postings: readonly PostedLeg[],
    states: Standing['states'],
  ): Promise<Standing> {
    const lotIds = postings.flatMap((leg) => [leg.debitLotId ?? [], leg.creditLotId ?? []].flat());
    const lots = await lotsByIds(tx, [...new Set(lotIds)]);
    const holds = await openHoldsOf(
      tx,
      [...states.values()].filter((state) => state.held > 0).map((state) => state.id),
    );
    return {
      states,
      lots: new Map(lots.map((lot) => [lot.id, lot])),
      heldOf: (accountId, lotId) =>
        holds
          .filter((hold) => hold.accountId === accountId && hold.lotId === lotId)
          .reduce((sum, hold) => toAmount(sum + hold.amount), 0),
    };
  }
}

/** The receivable of the client whose money moved; none where no client's did. */
function debtorOf(postings: readonly PostedLeg[]): AccountRef | undefined {
  for (const account of postings.flatMap((leg) => [leg.credit, leg.debit])) {
    if (account.ownerKind === 'customer') return ofCustomer('CUST_RECEIVABLE', account.ownerId);
  }
  return undefined;
}
