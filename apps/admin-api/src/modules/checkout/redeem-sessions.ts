import { Injectable } from '@nestjs/common';
import {
  RedeemForBill,
  RedeemSession,
  claimUses,
  liveUsesOf,
  type Consent,
} from '../membership/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { sessionsOfBill } from './data/benefits.js';
import type { Bill, BillLine, BillSession } from './rules/bill.js';

/** Uses up the sessions that cover lines of a bill that is being paid, and notes which: they go back with the bill. */
@Injectable()
export class RedeemSessions {
  constructor(
    private readonly reserved: RedeemSession,
    private readonly now: RedeemForBill,
  ) {}

  /**
   * @param consent looked at already; not needed for what she kept by booking, which she confirms on her phone
   * @throws Refusal INVALID_INPUT without consent, SESSION_NOT_AVAILABLE, PACKAGE_FROZEN, WALLET_FROZEN, SLIP_USED
   */
  async execute(
    tx: Tx,
    by: Principal,
    bill: Bill,
    lines: readonly BillLine[],
    consent: Consent | undefined,
  ): Promise<void> {
    const sessions = await sessionsOfBill(tx, bill.id);
    const kept = sessions.filter(({ isReserved }) => isReserved);
    const fresh = sessions.filter(({ isReserved }) => !isReserved);
    const ids = kept.length > 0 ? await this.#ofVisit(tx, by, bill, kept) : [];
    if (fresh.length > 0 && bill.customerId !== null) {
      if (!consent) return refuseField('code', '请扫顾客的会员码，或填写签字单号');
      const { customerId, storeId } = bill;
      const wish = { customerId, storeId, sessions: fresh.map(wishOf(lines)), consent };
      ids.push(...(await this.now.execute(tx, by, wish)).map(({ id }) => id));
    }
    await claimUses(tx, bill.id, ids);
  }

  /** What was kept for the visit is used now, unless the visit is over and used it already. */
  async #ofVisit(
    tx: Tx,
    by: Principal,
    { appointmentId, storeId }: Bill,
    kept: readonly BillSession[],
  ): Promise<string[]> {
    if (appointmentId === null) return refuse('SESSION_NOT_AVAILABLE');
    await this.reserved.execute(tx, by, { appointmentId, storeId });
    const own = (await liveUsesOf(tx, { appointmentId })).filter(({ billId }) => billId === null);
    const units = kept.reduce((sum, one) => sum + one.units, 0);
    // The visit was cancelled or changed since the bill was written: its price is not this one any more.
    return own.length >= units ? own.map(({ id }) => id) : refuse('SESSION_NOT_AVAILABLE');
  }
}

const wishOf =
  (lines: readonly BillLine[]) =>
  ({ itemId, units, lineSeq }: BillSession) => {
    const line = lines.find(({ seq }) => seq === lineSeq);
    if (!line) throw new Error('a session covers a line');
    return { itemId, units, serviceId: line.itemId, title: line.name };
  };
