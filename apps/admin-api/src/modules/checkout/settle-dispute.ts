import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { BillBook, type BillAt } from './bill-book.js';
import { changesOf, confirmationOf, settlementOf } from './data/bill-history.js';

/** Answers what a client said of a paid bill that was right: with a reason she reads, and the name of who settled it. */
@Injectable()
export class SettleDispute {
  constructor(private readonly book: BillBook) {}

  /**
   * Nothing that was paid changes, and the bill may still be reversed afterwards.
   * @throws Refusal as BillBook.lock; BILL_STATE where nobody disputes it, or somebody answered before
   */
  async execute(tx: Tx, staff: StaffPrincipal, at: BillAt, answer: string): Promise<void> {
    const bill = await this.book.lock(tx, staff, at, ['paid']);
    const confirmation = await confirmationOf(tx, bill.id);
    const isOpen =
      (confirmation?.disputedAt ?? null) !== null && !settlementOf(await changesOf(tx, bill.id));
    if (!isOpen) refuse('BILL_STATE', { extras: { state: bill.state } });
    await this.book.change(tx, staff, bill, 'settle', {}, answer);
  }
}
