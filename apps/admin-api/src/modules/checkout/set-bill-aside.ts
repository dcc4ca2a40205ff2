import { Injectable } from '@nestjs/common';
import { HoldCoupon } from '../coupons/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { BillBook, type BillAt } from './bill-book.js';

/** Parks a bill, takes it up again, or gives it up before anything was paid. Its number stays taken. */
@Injectable()
export class SetBillAside {
  constructor(
    private readonly book: BillBook,
    private readonly hold: HoldCoupon,
  ) {}

  /** @throws Refusal as BillBook.lock */
  async park(tx: Tx, staff: StaffPrincipal, at: BillAt): Promise<void> {
    const bill = await this.book.lock(tx, staff, at, ['open']);
    await this.book.change(tx, staff, bill, 'park', { state: 'parked' });
  }

  /** Takes up a parked bill, or takes back one that waits for the client. @throws Refusal as BillBook.lock */
  async resume(tx: Tx, staff: StaffPrincipal, at: BillAt): Promise<void> {
    const bill = await this.book.lock(tx, staff, at, ['parked', 'awaiting']);
    const act = bill.state === 'parked' ? 'resume' : 'unask';
    await this.book.change(tx, staff, bill, act, { state: 'open', proposal: null });
  }

  /** @throws Refusal as BillBook.lock */
  async void(tx: Tx, staff: StaffPrincipal, at: BillAt, reason: string): Promise<void> {
    const bill = await this.book.lock(tx, staff, at, ['open', 'parked', 'awaiting']);
    await this.hold.releaseAll(tx, bill.id);
    const change = { state: 'void', isLive: null, proposal: null };
    await this.book.change(tx, staff, bill, 'void', change, reason);
  }
}
