import { Injectable } from '@nestjs/common';
import { Ledger } from '../../ledger/index.js';
import { lockOpenDay } from '../../stores/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { sealedFor, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { Activity } from '../activity/activity.js';
import { CustomerWallets } from '../customer-wallets.js';
import { settingsOf } from '../data/settings.js';
import { spendById, spendOfEntry } from '../data/spends.js';
import { byOf, actorOf, storeDay } from '../store-day.js';
import { UndoSpend } from '../undo-spend.js';
import { appendPackageChange, wasHandedOn } from './data/package-changes.js';
import { changePackage, lockPackage, packageById, type Package } from './data/packages.js';
import { openCountOf } from './data/reservations.js';
import { usedOfItems } from './data/session-uses.js';
import { PackageRefunds } from './package-refunds.js';

/** Undoes a wrong sale of the desk by its mirror, as long as nothing of it was used. */
@Injectable()
export class ReversePackage {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly undo: UndoSpend,
    private readonly refunds: PackageRefunds,
    private readonly ledger: Ledger,
    private readonly activity: Activity,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal PACKAGE_NOT_FOUND also for another store's, PACKAGE_STATE when it is not a fresh sale of the desk,
   *   PACKAGE_RESERVED, REVERSAL_TOO_LATE where the house allows it on the same day only, REFUND_OPEN, DAY_CLOSED,
   *   SALE_OF_BILL; of stored value that paid for it SPEND_STATE and SPEND_PAID_BACK, as for any deduction
   */
  async execute(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<Package> {
    const known = await packageById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('PACKAGE_NOT_FOUND');
    if (known.billId !== null) refuse('SALE_OF_BILL', { extras: { billId: known.billId } });
    return this.#reverse(tx, staff, known, reason);
  }

  /** A sale of a bill that is undone, on whichever day that is. @throws as execute, without the day */
  async ofBill(
    tx: Tx,
    staff: StaffPrincipal,
    { id, billId }: { readonly id: string; readonly billId: string },
    reason: string,
  ): Promise<Package> {
    const known = await packageById(tx, id);
    if (known?.billId !== billId) return refuse('PACKAGE_NOT_FOUND');
    return this.#reverse(tx, staff, known, reason);
  }

  async #reverse(tx: Tx, staff: StaffPrincipal, known: Package, reason: string): Promise<Package> {
    const { id } = known;
    if (known.state !== 'active') refuse('PACKAGE_STATE', { extras: { state: known.state } });
    // What the wallet gave is undone like any deduction; whoever gave it may have handed the card on.
    const spendId = known.txId === null ? undefined : await spendOfEntry(tx, known.txId);
    const spend = spendId === undefined ? undefined : await spendById(tx, spendId);
    const undoing = spend && (await this.undo.look(tx, spend, [known.customerId]));
    if (!undoing) await this.wallets.lock(tx, known.customerId);
    const pack = (await lockPackage(tx, id)) ?? refuse('PACKAGE_NOT_FOUND');
    const txId = await this.#requireFresh(tx, pack);
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    const { reversalSameDayOnly } = await settingsOf(tx, pack.storeId);
    if (pack.billId === null && reversalSameDayOnly && pack.paidOn !== today)
      refuse('REVERSAL_TOO_LATE');
    await lockOpenDay(tx, pack.storeId, today);
    const by = byOf(staff);
    const head = { storeId: pack.storeId, effectiveOn: today, actor: actorOf(by) };
    const reversed = await this.ledger.reverse(tx, {
      ...{ ...head, txId, bizKey: `package.${id}`, shortfall: 'refuse' },
      meta: { title: `冲正：购卡 ${pack.name}`, of: 'package', packageId: id },
    });
    const undone = { reverseTxId: reversed.txId, reason };
    if (undoing)
      await this.undo.settle(tx, undoing, undone, { ...head, bizKey: `spend.${undoing.spend.id}` });
    await this.activity.reverse(tx, 'package', id, today);
    const patch = { state: 'reversed', reverseTxId: reversed.txId, frozenOn: null } as const;
    const reverseReason = sealedFor(pack.customerId, reason);
    const seq = await changePackage(tx, pack, { ...patch, reverseReason });
    await appendPackageChange(tx, pack, {
      ...{ seq, kind: 'reversal', storeId: pack.storeId, reason, detail: {} },
      ...{ txId: reversed.txId, entryNo: reversed.entryNo },
      ...{ byKind: by.kind, byId: by.id, byName: by.name, at: this.clock.now() },
    });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'package.reversed' },
      subject: { kind: 'customer', id: pack.customerId },
      detail: { packageId: id, amountFen: pack.priceFen, reason },
    });
    return (await packageById(tx, id)) ?? refuse('PACKAGE_NOT_FOUND');
  }

  /** Money that WeChat took goes back through WeChat, and what was used is paid for: both are a refund. */
  async #requireFresh(tx: Tx, pack: Package): Promise<number> {
    const { state, tender, txId } = pack;
    const used = await usedOfItems(
      tx,
      pack.items.map((item) => item.id),
    );
    const converted = pack.convertedFrom !== null;
    if (state !== 'active' || tender === 'wechat' || txId === null || used.size > 0 || converted)
      return refuse('PACKAGE_STATE', { extras: { state } });
    if ((await openCountOf(tx, pack.id)) > 0) refuse('PACKAGE_RESERVED');
    // Whoever has it now was given it and has done nothing wrong.
    if (await wasHandedOn(tx, pack.id)) refuse('PACKAGE_HANDED_ON');
    await this.refunds.requireNone(tx, pack);
    return txId;
  }
}
