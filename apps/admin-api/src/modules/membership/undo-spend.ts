import { Injectable } from '@nestjs/common';
import { goingOn } from '../customers/index.js';
import { linesOfEntry, lotsByIds, type EntryHead } from '../ledger/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Activity } from './activity/activity.js';
import { BringHome } from './bring-home.js';
import { ClearDebt, type CameBack } from './clear-debt.js';
import { CustomerWallets } from './customer-wallets.js';
import { paidBackUsed } from './data/refunds.js';
import { bookTitle } from './rules/book-title.js';
import { lockSpend, lotIdsOfSpend, markSpendReversed, type Spend } from './data/spends.js';
import { ReturnRecovered, type Recovered } from './return-recovered.js';

/** A deduction that is being undone, locked, with what comes back to its lots. */
export interface Undoing {
  readonly spend: Spend;
  readonly back: readonly CameBack[];
  /** What refunds kept because of it. */
  readonly kept: readonly Recovered[];
}

/** What undoing a deduction has to look at before its entry is mirrored, and what follows: for a charge and for a card. */
@Injectable()
export class UndoSpend {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly home: BringHome,
    private readonly debts: ClearDebt,
    private readonly recovered: ReturnRecovered,
    private readonly activity: Activity,
  ) {}

  /**
   * Locks the wallets of all who have a part of it, then the deduction.
   * @param also wallets that the caller needs beside them
   * @throws Refusal SPEND_NOT_FOUND, SPEND_STATE, REFUND_OPEN, SPEND_PAID_BACK when a refund gave money for it already,
   *   or kept some and nobody can say how much because of it
   */
  async look(tx: Tx, known: Spend, also: readonly string[] = []): Promise<Undoing> {
    const { id } = known;
    const holders = await holdersOf(tx, id);
    await this.wallets.lockAll(tx, known.customerId, [...holders, ...also]);
    const spend = (await lockSpend(tx, id)) ?? refuse('SPEND_NOT_FOUND');
    if (spend.state !== 'done') refuse('SPEND_STATE', { extras: { state: spend.state } });
    const back = await whatComesBack(tx, spend);
    // A lot that is being paid back is reckoned with already, also where its share was handed on.
    for (const holder of await holdersOf(tx, id)) {
      if (!holders.includes(holder)) throw new HandedOnMeanwhile();
      await this.wallets.requireNoOpenRefund(tx, holder);
    }
    await this.wallets.requireNoOpenRefund(tx, spend.customerId);
    // What went back for the used part would come a second time.
    if (await paidBackUsed(tx, await lotIdsOfSpend(tx, id))) refuse('SPEND_PAID_BACK');
    return { spend, back, kept: await this.recovered.of(tx, spend, back) };
  }

  /**
   * Its entry was mirrored: what a refund kept for it comes back too, and clears what she owes first.
   * @returns how much of what she owed was cleared, in fen
   */
  async settle(
    tx: Tx,
    { spend, back, kept }: Undoing,
    undone: { readonly reverseTxId: number; readonly reason: string },
    head: Omit<EntryHead, 'kind' | 'meta'>,
  ): Promise<number> {
    const { id, customerId } = spend;
    const title = bookTitle(spend);
    const { storeId, effectiveOn, actor } = head;
    const here = await this.home.execute(tx, customerId, back, { storeId, effectiveOn, actor });
    const of = { of: 'spend', spendId: id };
    await this.recovered.execute(tx, customerId, kept, {
      ...head,
      meta: { ...of, title: `退回退款时的扣减：${title}` },
    });
    const clearedFen = await this.debts.execute(tx, customerId, here, {
      ...head,
      meta: { ...of, title: `抵还欠款：${title}` },
    });
    await markSpendReversed(tx, spend, undone.reverseTxId, undone.reason);
    await this.activity.reverse(tx, 'spend', id, head.effectiveOn);
    return clearedFen;
  }
}

/** Clients who have a part of the lots that gave, or of what was handed on of them. */
async function holdersOf(tx: Tx, spendId: string): Promise<string[]> {
  const lots = await lotsByIds(tx, await lotIdsOfSpend(tx, spendId));
  const owners = [...new Set(lots.map((lot) => lot.ownerId))];
  return [...new Set((await goingOn(tx, owners)).values())];
}

/** Accounts of the wallet: an entry that sold a card has lots of the card beside them. */
const WALLET = ['SV_PRINCIPAL', 'SV_BONUS'];

/**
 * What the entry took, by the lots that it took it from: her own, or those of a file that was joined to hers since.
 * @throws Refusal SPEND_STATE for lots of anybody else
 */
async function whatComesBack(tx: Tx, { customerId, txId }: Spend): Promise<CameBack[]> {
  const lines = (await linesOfEntry(tx, txId)).filter(
    ({ lotId, code }) => lotId !== null && WALLET.includes(code),
  );
  const gave = (lotId: number, code: string): number =>
    lines
      .filter((line) => line.lotId === lotId && line.code === code)
      .reduce((sum, line) => sum - line.delta, 0);
  const lots = await lotsByIds(tx, [...new Set(lines.flatMap(({ lotId }) => lotId ?? []))]);
  const owners = await goingOn(
    tx,
    lots.map((lot) => lot.ownerId),
  );
  if (lots.some(({ ownerId }) => owners.get(ownerId) !== customerId)) refuse('SPEND_STATE');
  return lots.map((lot) => ({
    ...{ lot, principalFen: gave(lot.id, 'SV_PRINCIPAL'), bonusFen: gave(lot.id, 'SV_BONUS') },
  }));
}

/** A share went to one more client before the wallets were locked: the transaction begins again and locks hers too. */
class HandedOnMeanwhile extends Error {
  /** ER_CHECKREAD, "record has changed since last read": UnitOfWork tries again. */
  readonly errno = 1020;

  constructor() {
    super('a lot was handed on meanwhile');
    this.name = 'HandedOnMeanwhile';
  }
}
