import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { bookTitle } from './rules/book-title.js';
import { settingsOf } from './data/settings.js';
import { spendById, type Spend } from './data/spends.js';
import { soldWith } from './packages/data/packages.js';
import type { ReversedEntry } from './reverse-top-up.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { UndoSpend } from './undo-spend.js';
import { ValueEvents } from './value-events.js';

/** Undoes a wrong deduction by its mirror: the lots that gave get back what they gave. */
@Injectable()
export class ReverseSpend {
  constructor(
    private readonly undo: UndoSpend,
    private readonly ledger: Ledger,
    private readonly audit: AuditTrail,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal SPEND_NOT_FOUND also for another store's, SPEND_STATE, REVERSAL_TOO_LATE, REFUND_OPEN,
   *   SPEND_PAID_BACK when a refund gave money for it already, or kept some and nobody can say how much for this one,
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
    const undoing = await this.undo.look(tx, known);
    const { spend } = undoing;
    // What paid for a package is undone with its sale.
    if (await soldWith(tx, spend.txId)) refuse('SPEND_STATE', { extras: { state: spend.state } });
    const { today } = await storeDay(tx, spend.storeId, this.clock.now());
    await this.#requireInTime(tx, spend, today);
    const head = {
      ...{ bizKey: `spend.${id}`, storeId: spend.storeId, effectiveOn: today },
      actor: actorOf(byOf(staff)),
    };
    const reversed = await this.ledger.reverse(tx, {
      ...{ ...head, txId: spend.txId, shortfall: 'refuse' },
      meta: { of: 'spend', spendId: id, title: `冲正：${bookTitle(spend)}` },
    });
    const undone = { reverseTxId: reversed.txId, reason };
    const clearedFen = await this.undo.settle(tx, undoing, undone, head);
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
