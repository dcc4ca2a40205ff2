import { Injectable } from '@nestjs/common';
import { Ledger } from '../ledger/index.js';
import { CustomerRepository } from '../customers/index.js';
import { ReturnCoupon } from '../coupons/index.js';
import { ReverseSessionUse, ReverseSpend, actorOf, byOf, liveUsesOf } from '../membership/index.js';
import { lockOpenDay } from '../stores/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { BillBook, type BillAt } from './bill-book.js';
import { BillMerits } from './bill-merits.js';
import { freeVouchers, tendersOf } from './data/tenders.js';
import type { Bill } from './rules/bill.js';
import { SellCards } from './sell-cards.js';

/** Undoes a paid bill by the mirror of every entry that it made, today. The bill stays and says by whom and why. */
@Injectable()
export class ReverseBill {
  constructor(
    private readonly book: BillBook,
    private readonly customers: CustomerRepository,
    private readonly reverseSpend: ReverseSpend,
    private readonly reverseUse: ReverseSessionUse,
    private readonly returnCoupon: ReturnCoupon,
    private readonly cards: SellCards,
    private readonly merits: BillMerits,
    private readonly ledger: Ledger,
  ) {}

  /**
   * @throws Refusal as BillBook.lock; DAY_CLOSED when today is closed, BILL_REPAID when its debt was paid since, REFUND_OPEN,
   *   SPEND_PAID_BACK, SPEND_STATE, PACKAGE_STATE, BILL_CARD_USED
   */
  async execute(tx: Tx, staff: StaffPrincipal, at: BillAt, reason: string): Promise<void> {
    const bill = await this.book.lock(tx, staff, at, ['paid']);
    if (bill.customerId !== null) await this.customers.lock(tx, [bill.customerId]);
    const { today } = await this.book.today(tx, bill.storeId);
    await lockOpenDay(tx, bill.storeId, today);
    // What she owes of this bill is gone before value comes back, which may clear what she owes for other reasons.
    const reverseTxId = await this.#mirror(tx, staff, bill, today);
    await this.cards.takeBack(tx, staff, bill.id, reason);
    for (const tender of await tendersOf(tx, bill.id)) {
      for (const id of [tender.productSpendId, tender.serviceSpendId])
        if (id !== null) await this.reverseSpend.ofBill(tx, staff, { id, billId: bill.id }, reason);
    }
    await this.#giveBack(tx, staff, bill, reason);
    await this.merits.reverse(tx, staff, bill.id, today);
    await freeVouchers(tx, bill.id);
    const change = { state: 'reversed', isLive: null, reversedOn: today, reverseTxId };
    await this.book.change(tx, staff, bill, 'reverse', change, reason);
  }

  /** Sessions are in their packages again, coupons in her hand. */
  async #giveBack(tx: Tx, staff: StaffPrincipal, { id }: Bill, reason: string): Promise<void> {
    for (const use of await liveUsesOf(tx, { billId: id }))
      await this.reverseUse.ofBill(tx, staff, use.id, reason);
    await this.returnCoupon.ofBill(tx, id, byOf(staff));
  }

  async #mirror(
    tx: Tx,
    staff: StaffPrincipal,
    { id, storeId, txId, onDate, no }: Bill,
    today: string,
  ): Promise<number | null> {
    if (txId === null) return null;
    const reversal = {
      ...{ txId, bizKey: `bill.${id}`, shortfall: 'refuse' as const, storeId, effectiveOn: today },
      ...{
        actor: actorOf(byOf(staff)),
        meta: { title: `冲正：账单 ${onDate} ${no} 号`, billId: id },
      },
    };
    try {
      return (await this.ledger.reverse(tx, reversal)).txId;
    } catch (error) {
      // Only what she owes can be too little to take back: she paid it meanwhile.
      if (error instanceof Refusal && error.code === 'BALANCE_TOO_LOW')
        return refuse('BILL_REPAID');
      throw error;
    }
  }
}
