import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lockCoupon, setState, type Coupon } from './data/coupons.js';
import { deleteHold, heldByBill, insertHold } from './data/uses.js';
import { requireUsable, type UseAt } from './rules/usable.js';

/** Which bill wants a coupon, and where and when. */
export interface BillWish extends UseAt {
  readonly couponId: string;
  readonly billId: string;
}

/**
 * Puts a coupon on an open bill and takes it off again. Several coupons of one bill are taken in the order of their
 * ids, so that two bills never wait for each other.
 */
@Injectable()
export class HoldCoupon {
  constructor(private readonly clock: Clock) {}

  /**
   * Once more for the same bill changes nothing.
   * @throws Refusal COUPON_HELD by another bill; COUPON_NOT_FOUND, COUPON_STATE, COUPON_EXPIRED, COUPON_NOT_HERE
   */
  async execute(tx: Tx, wish: BillWish): Promise<Coupon> {
    const { couponId, billId } = wish;
    const coupon = (await lockCoupon(tx, couponId)) ?? refuse('COUPON_NOT_FOUND');
    requireUsable(coupon, wish, billId);
    if (coupon.heldByBillId === billId) return coupon;
    await insertHold(tx, { couponId, billId, at: this.clock.now() });
    await setState(tx, couponId, 'held', null);
    return { ...coupon, state: 'held', heldByBillId: billId };
  }

  /** Takes a coupon off the bill; one that it does not hold stays as it is. */
  async release(tx: Tx, couponId: string, billId: string): Promise<void> {
    const coupon = await lockCoupon(tx, couponId);
    if (coupon?.heldByBillId !== billId) return;
    await deleteHold(tx, couponId);
    await setState(tx, couponId, 'issued', null);
  }

  /** Takes all coupons off a bill that is given up. */
  async releaseAll(tx: Tx, billId: string): Promise<void> {
    for (const couponId of await heldByBill(tx, billId)) await this.release(tx, couponId, billId);
  }
}
