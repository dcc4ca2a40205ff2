import { Injectable } from '@nestjs/common';
import { Ledger, lotsByIds } from '../ledger/index.js';
import { lockOpenDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Activity } from './activity/activity.js';
import { CustomerWallets } from './customer-wallets.js';
import { lotIdsOfSale } from './data/lot-origins.js';
import { paidBack } from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import { lockTopUp, markTopUpReversed, topUpById, type TopUp } from './data/top-ups.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

/** What a reversal left behind. */
export interface ReversedEntry {
  readonly id: string;
  readonly entryNo: string;
  /** What the client now owes, because the value was used already, in fen. */
  readonly owedFen: number;
}

/** Undoes a wrong entry of the desk by its mirror: nothing is deleted, and what was used already becomes a debt. */
@Injectable()
export class ReverseTopUp {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly activity: Activity,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal TOP_UP_NOT_FOUND also for another store's, TOP_UP_STATE when it is not a paid one of the desk,
   *   TOP_UP_PAID_BACK, REVERSAL_TOO_LATE where the house allows it on the same day only, REFUND_OPEN, SALE_OF_BILL
   */
  async execute(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<ReversedEntry> {
    const known = await topUpById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('TOP_UP_NOT_FOUND');
    if (known.billId !== null) refuse('SALE_OF_BILL', { extras: { billId: known.billId } });
    return this.#reverse(tx, staff, known, reason, false);
  }

  /**
   * Value that an import brought along, on whichever day that is: as long as nothing of it was used.
   * @throws as execute, without the day; TOP_UP_STATE where something was used
   */
  async ofImport(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    reason: string,
  ): Promise<ReversedEntry> {
    const known = await topUpById(tx, id);
    if (known?.tender !== 'opening') return refuse('TOP_UP_NOT_FOUND');
    await this.wallets.lock(tx, known.customerId);
    const [lot] = await lotsByIds(tx, known.lotId === null ? [] : [known.lotId]);
    const whole = lot?.principalLeftFen === known.priceFen && lot.bonusLeftFen === known.bonusFen;
    if (!whole) refuse('TOP_UP_STATE', { extras: { state: known.state } });
    return this.#reverse(tx, staff, known, reason, true);
  }

  /**
   * A sale of a bill that is undone, on whichever day that is: as long as nothing of it was used.
   * @throws as execute, without the day; BALANCE_TOO_LOW where something was used
   */
  async ofBill(
    tx: Tx,
    staff: StaffPrincipal,
    { id, billId }: { readonly id: string; readonly billId: string },
    reason: string,
  ): Promise<ReversedEntry> {
    const known = await topUpById(tx, id);
    if (known?.billId !== billId) return refuse('TOP_UP_NOT_FOUND');
    return this.#reverse(tx, staff, known, reason, true);
  }

  /** @param whole undone on any day, and only while nothing of it was used */
  async #reverse(
    tx: Tx,
    staff: StaffPrincipal,
    known: TopUp,
    reason: string,
    whole: boolean,
  ): Promise<ReversedEntry> {
    const { id } = known;
    await this.wallets.lock(tx, known.customerId);
    const topUp = (await lockTopUp(tx, id)) ?? refuse('TOP_UP_NOT_FOUND');
    const { lotId, txId } = topUp;
    // Money that WeChat took goes back through WeChat: a refund, not a reversal.
    if (topUp.state !== 'paid' || topUp.tender === 'wechat' || lotId === null || txId === null)
      return refuse('TOP_UP_STATE', { extras: { state: topUp.state } });
    await requireOwnLot(tx, topUp);
    await this.wallets.requireNoOpenRefund(tx, topUp.customerId);
    // Its money went back already, to her or to whom she gave it: a mirror would pay it out again and call it her debt.
    if (await paidBack(tx, [lotId, ...(await lotIdsOfSale(tx, id))])) refuse('TOP_UP_PAID_BACK');
    const { today } = await storeDay(tx, topUp.storeId, this.clock.now());
    if (!whole) await requireSameDay(tx, topUp, today);
    await lockOpenDay(tx, topUp.storeId, today);
    const reversed = await this.ledger.reverse(tx, {
      ...{ txId, bizKey: `top_up.${id}` },
      shortfall: whole ? 'refuse' : 'receivable',
      ...{ storeId: topUp.storeId, effectiveOn: today, actor: actorOf(byOf(staff)) },
      meta: { title: `冲正：${topUp.title}`, of: 'top_up', topUpId: id },
    });
    await markTopUpReversed(tx, topUp, reversed.txId, reason);
    await this.activity.reverse(tx, 'top_up', id, today);
    const owedFen = reversed.shortfallFen;
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'wallet.top_up_reversed' },
      subject: { kind: 'customer', id: topUp.customerId },
      detail: { topUpId: id, amountFen: topUp.priceFen, owedFen, reason },
    });
    await this.events.tell(tx, 'value.credit_reversed', { ...topUp, amountFen: topUp.priceFen });
    return { id, entryNo: reversed.entryNo, owedFen };
  }
}

/** A lot that went on to a joined file is not where the entry put it; its mirror would miss it. */
async function requireOwnLot(tx: Tx, { lotId, txId, customerId }: TopUp): Promise<void> {
  const [lot] = await lotsByIds(tx, lotId === null ? [] : [lotId]);
  if (lot?.ownerId !== customerId || lot.sourceTxId !== txId) refuse('TOP_UP_STATE');
}

async function requireSameDay(tx: Tx, topUp: TopUp, today: string): Promise<void> {
  const { reversalSameDayOnly } = await settingsOf(tx, topUp.storeId);
  const enteredOn = (await storeDay(tx, topUp.storeId, topUp.createdAt)).today;
  if (reversalSameDayOnly && enteredOn !== today) refuse('REVERSAL_TOO_LATE');
}
