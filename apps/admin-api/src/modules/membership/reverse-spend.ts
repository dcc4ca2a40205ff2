import { Injectable } from '@nestjs/common';
import { Ledger, linesOfEntry, lotsByIds } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { ClearDebt, type CameBack } from './clear-debt.js';
import { Activity } from './activity/activity.js';
import { CustomerWallets } from './customer-wallets.js';
import { paidBackUsed } from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import {
  lockSpend,
  lotIdsOfSpend,
  markSpendReversed,
  spendById,
  type Spend,
} from './data/spends.js';
import { ReturnRecovered } from './return-recovered.js';
import { soldWith } from './packages/data/packages.js';
import type { ReversedEntry } from './reverse-top-up.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

/** Undoes a wrong deduction by its mirror: the lots that gave get back what they gave. */
@Injectable()
export class ReverseSpend {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly ledger: Ledger,
    private readonly debts: ClearDebt,
    private readonly recovered: ReturnRecovered,
    private readonly activity: Activity,
    private readonly audit: AuditTrail,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal SPEND_NOT_FOUND also for another store's, SPEND_STATE, REVERSAL_TOO_LATE, REFUND_OPEN,
   *   SPEND_PAID_BACK when a refund gave money for it already, or kept some for this and other deductions together,
   *   SPEND_OF_BILL: the whole bill is reversed
   */
  async execute(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<ReversedEntry> {
    const known = await spendById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('SPEND_NOT_FOUND');
    if (known.billId !== null) refuse('SPEND_OF_BILL', { extras: { billId: known.billId } });
    return this.#reverse(tx, staff, known, reason);
  }

  /** The deduction of a bill that is undone, on whichever day that is. @throws as execute, without the day */
  async ofBill(
    tx: Tx,
    staff: StaffPrincipal,
    { id, billId }: { readonly id: string; readonly billId: string },
    reason: string,
  ): Promise<ReversedEntry> {
    const known = await spendById(tx, id);
    if (known?.billId !== billId) return refuse('SPEND_NOT_FOUND');
    return this.#reverse(tx, staff, known, reason);
  }

  async #reverse(
    tx: Tx,
    staff: StaffPrincipal,
    known: Spend,
    reason: string,
  ): Promise<ReversedEntry> {
    const { id } = known;
    const holders = await holdersOf(tx, id);
    await this.wallets.lockAll(tx, known.customerId, holders);
    const spend = (await lockSpend(tx, id)) ?? refuse('SPEND_NOT_FOUND');
    if (spend.state !== 'done') refuse('SPEND_STATE', { extras: { state: spend.state } });
    // What paid for a package is undone with its sale.
    if (await soldWith(tx, spend.txId)) refuse('SPEND_STATE', { extras: { state: spend.state } });
    const back = await whatComesBack(tx, spend);
    // A lot that is being paid back is reckoned with already, also where its share was handed on.
    for (const holder of await holdersOf(tx, id)) {
      if (!holders.includes(holder)) throw new HandedOnMeanwhile();
      await this.wallets.requireNoOpenRefund(tx, holder);
    }
    await this.wallets.requireNoOpenRefund(tx, spend.customerId);
    // What went back for the used part would come a second time.
    if (await paidBackUsed(tx, await lotIdsOfSpend(tx, id))) refuse('SPEND_PAID_BACK');
    const kept = await this.recovered.of(tx, spend, back);
    const { today } = await storeDay(tx, spend.storeId, this.clock.now());
    await this.#requireInTime(tx, spend, today);
    const head = {
      ...{ bizKey: `spend.${id}`, storeId: spend.storeId, effectiveOn: today },
      ...{ actor: actorOf(byOf(staff)), meta: { of: 'spend', spendId: id } },
    };
    const reversed = await this.ledger.reverse(tx, {
      ...{ ...head, txId: spend.txId, shortfall: 'refuse' },
      meta: { ...head.meta, title: `冲正：${spend.title}` },
    });
    await this.recovered.execute(tx, spend.customerId, kept, {
      ...head,
      meta: { ...head.meta, title: `退回退款时的扣减：${spend.title}` },
    });
    const clearedFen = await this.debts.execute(tx, spend.customerId, back, {
      ...head,
      meta: { ...head.meta, title: `抵还欠款：${spend.title}` },
    });
    await markSpendReversed(tx, id, reversed.txId, reason);
    await this.activity.reverse(tx, 'spend', id, today);
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'wallet.spend_reversed' },
      subject: { kind: 'customer', id: spend.customerId },
      detail: { spendId: id, amountFen: spend.amountFen, clearedFen, reason },
    });
    await this.events.tell(tx, 'value.spend_reversed', spend);
    return { id, entryNo: reversed.entryNo, owedFen: reversed.shortfallFen };
  }

  /** A disputed deduction is set right whenever it is looked into, and one of a bill whenever the bill is. */
  async #requireInTime(tx: Tx, spend: Spend, today: string): Promise<void> {
    if (spend.disputedAt !== null || spend.billId !== null) return;
    const { reversalSameDayOnly } = await settingsOf(tx, spend.storeId);
    const spentOn = (await storeDay(tx, spend.storeId, spend.createdAt)).today;
    if (reversalSameDayOnly && spentOn !== today) refuse('REVERSAL_TOO_LATE');
  }
}

/** Clients who have a part of the lots that gave, or of what was handed on of them. */
async function holdersOf(tx: Tx, spendId: string): Promise<string[]> {
  const lots = await lotsByIds(tx, await lotIdsOfSpend(tx, spendId));
  return [...new Set(lots.map((lot) => lot.ownerId))];
}

/**
 * Lots of a file that was joined to this one are not where the entry took from; its mirror would miss them.
 * @throws Refusal SPEND_STATE
 */
async function whatComesBack(tx: Tx, { customerId, txId }: Spend): Promise<CameBack[]> {
  const lines = (await linesOfEntry(tx, txId)).filter((line) => line.lotId !== null);
  const gave = (lotId: number, code: string): number =>
    lines
      .filter((line) => line.lotId === lotId && line.code === code)
      .reduce((sum, line) => sum - line.delta, 0);
  const lots = await lotsByIds(tx, [...new Set(lines.flatMap(({ lotId }) => lotId ?? []))]);
  if (lots.some((lot) => lot.ownerId !== customerId)) refuse('SPEND_STATE');
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
