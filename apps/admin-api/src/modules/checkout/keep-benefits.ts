import { Injectable } from '@nestjs/common';
import { HoldCoupon } from '../coupons/index.js';
import type { BestPrice } from '../pricing/index.js';
import type { Tx } from '../../platform/database/index.js';
import { BillBook } from './bill-book.js';
import { couponsOfBill, replaceBenefits } from './data/benefits.js';
import type { Bill, BillPricing, Kept } from './rules/bill.js';

type Priced = Pick<Bill, 'id' | 'storeId' | 'customerId'>;

/** Puts what the best price uses onto a bill: coupons are held by it, so that no other bill has them too. */
@Injectable()
export class KeepBenefits {
  constructor(
    private readonly book: BillBook,
    private readonly hold: HoldCoupon,
  ) {}

  /** @returns how the price came about, as the bill keeps it @throws Refusal as HoldCoupon */
  async execute(tx: Tx, bill: Priced, best: BestPrice, kept: Kept): Promise<BillPricing> {
    const { id: billId, storeId, customerId } = bill;
    const used = best.coupons.map(({ couponId, name, savesFen }) => ({ couponId, name, savesFen }));
    const before = (await couponsOfBill(tx, billId)).map(({ couponId }) => couponId);
    const after = used.map(({ couponId }) => couponId);
    const { today: on } = await this.book.today(tx, storeId);
    for (const couponId of [...new Set([...before, ...after])].sort()) {
      if (!after.includes(couponId)) await this.hold.release(tx, couponId, billId);
      else if (customerId !== null)
        await this.hold.execute(tx, { couponId, billId, customerId, storeId, on });
    }
    const sessions = best.sessions.map(({ sessionId, lineId, name, kind, units, isReserved }) => ({
      ...{ lineSeq: Number(lineId), itemId: sessionId, name, kind, units, isReserved },
    }));
    await replaceBenefits(tx, billId, used, sessions);
    const { sentences, beaten } = best;
    return { sentences, tried: beaten, kept };
  }
}
