import { Injectable } from '@nestjs/common';
import {
  RedeemForBill,
  RedeemSession,
  ReleaseSession,
  ReverseSessionUse,
  claimUses,
  liveUsesOf,
  type Consent,
  type UsedOfVisit,
} from '../membership/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { sessionsOfBill } from './data/benefits.js';
import { linesOf } from './data/bill-parts.js';
import type { Bill, BillLine, BillSession } from './rules/bill.js';

/** Uses up the sessions that cover lines of a bill that is being paid, and notes which: they go back with the bill. */
@Injectable()
export class RedeemSessions {
  constructor(
    private readonly reserved: RedeemSession,
    private readonly release: ReleaseSession,
    private readonly now: RedeemForBill,
    private readonly reverseUse: ReverseSessionUse,
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
    const kept = sessions.filter(({ isReserved }) => isReserved).map(wishOf(lines));
    const fresh = sessions.filter(({ isReserved }) => !isReserved);
    await this.#letGo(tx, by, bill, kept);
    const ids = kept.length > 0 ? await this.#ofVisit(tx, by, bill, kept) : [];
    if (fresh.length > 0 && bill.customerId !== null) {
      if (!consent) return refuseField('code', '请扫顾客的会员码，或填写签字单号');
      const { customerId, storeId } = bill;
      const wish = { customerId, storeId, sessions: fresh.map(wishOf(lines)), consent };
      ids.push(...(await this.now.execute(tx, by, wish)).map(({ id }) => id));
    }
    await claimUses(tx, bill.id, ids);
    await this.#takeBack(tx, by, bill);
  }

  /** What the visit used up when it was completed and its bill has nothing of was not done, or is paid otherwise. */
  async #takeBack(tx: Tx, by: Principal, { appointmentId }: Bill): Promise<void> {
    if (appointmentId === null) return;
    for (const { id, billId } of await liveUsesOf(tx, { appointmentId }))
      if (billId === null) await this.reverseUse.ofBill(tx, by, id, '账单上没有这一项');
  }

  /** Before the visit is completed, which uses up all that it kept: what is not on its bill was not done. */
  async letGo(tx: Tx, by: Principal, bill: Bill): Promise<void> {
    const sessions = await sessionsOfBill(tx, bill.id);
    const kept = sessions.filter(({ isReserved }) => isReserved);
    await this.#letGo(tx, by, bill, kept.map(wishOf(await linesOf(tx, bill.id))));
  }

  async #letGo(
    tx: Tx,
    by: Principal,
    { appointmentId, storeId }: Bill,
    kept: readonly UsedOfVisit[],
  ): Promise<void> {
    if (appointmentId !== null) await this.release.allBut(tx, by, { appointmentId, storeId }, kept);
  }

  /** What was kept for the visit is used now, unless the visit is over and used it already. */
  async #ofVisit(
    tx: Tx,
    by: Principal,
    { appointmentId, storeId }: Bill,
    kept: readonly UsedOfVisit[],
  ): Promise<string[]> {
    if (appointmentId === null) return refuse('SESSION_NOT_AVAILABLE');
    await this.reserved.execute(tx, by, { appointmentId, storeId });
    const own = (await liveUsesOf(tx, { appointmentId })).filter(({ billId }) => billId === null);
    return kept.flatMap(({ itemId, serviceId, units }) => {
      const found = own.filter((use) => use.itemId === itemId && use.serviceId === serviceId);
      // The visit was cancelled or changed since the bill was written: its price is not this one any more.
      if (found.length < units) return refuse('SESSION_NOT_AVAILABLE');
      for (const use of found.slice(0, units)) own.splice(own.indexOf(use), 1);
      return found.slice(0, units).map(({ id }) => id);
    });
  }
}

const wishOf =
  (lines: readonly BillLine[]) =>
  ({ itemId, units, lineSeq }: BillSession) => {
    const line = lines.find(({ seq }) => seq === lineSeq);
    if (!line) throw new Error('a session covers a line');
    return { itemId, units, serviceId: line.itemId, title: line.name };
  };
