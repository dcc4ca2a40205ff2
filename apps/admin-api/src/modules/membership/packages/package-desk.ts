import { Injectable } from '@nestjs/common';
import type { PackageChangeKind } from '@yance/shared-types';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CustomerWallets } from '../customer-wallets.js';
import { byOf, type By } from '../store-day.js';
import { appendPackageChange, type PackageChange } from './data/package-changes.js';
import { handOver } from './data/package-owners.js';
import { changePackage, lockPackage, packageById, type Package } from './data/packages.js';
import { openCountOf } from './data/reservations.js';
import type { PackagePatch } from './data/packages.js';
import { PackageRefunds } from './package-refunds.js';

/** A change of a package, as its use case knows it. */
export interface PackageAct {
  readonly kind: PackageChangeKind;
  readonly patch: PackagePatch;
  readonly reason: string | null;
  readonly detail: PackageChange['detail'];
  readonly entry?: { readonly txId: number; readonly entryNo: string };
}

/** What staff do to a package by themselves; a sale, a refund and what takes them back are recorded where they happen. */
export type DeskAct = PackageAct & {
  readonly kind: 'freeze' | 'unfreeze' | 'extend' | 'transfer' | 'convert';
};

/** Takes hold of packages that staff change, and keeps who did what, when and why. */
@Injectable()
export class PackageDesk {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly refunds: PackageRefunds,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A package in use of a store of the caller's, locked: the file first, then the package.
   * @throws Refusal PACKAGE_NOT_FOUND also for another store's, PACKAGE_STATE, REFUND_OPEN, CLIENT_MERGED
   */
  async lock(tx: Tx, staff: StaffPrincipal, id: string): Promise<Package> {
    const known = await packageById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('PACKAGE_NOT_FOUND');
    await this.wallets.lock(tx, known.customerId);
    const pack = (await lockPackage(tx, id)) ?? refuse('PACKAGE_NOT_FOUND');
    // Whom it belongs to may have changed before the lock: then nothing that was locked holds.
    const same = pack.customerId === known.customerId;
    if (pack.state !== 'active' || !same)
      refuse('PACKAGE_STATE', { extras: { state: pack.state } });
    await this.refunds.requireNone(tx, pack);
    return pack;
  }

  /** @throws Refusal PACKAGE_RESERVED when a visit keeps sessions of it */
  async requireNothingReserved(tx: Tx, pack: Package): Promise<void> {
    if ((await openCountOf(tx, pack.id)) > 0) refuse('PACKAGE_RESERVED');
  }

  /** Changes a locked package and writes it into its history and the audit trail. */
  async act(tx: Tx, staff: StaffPrincipal, pack: Package, act: DeskAct): Promise<Package> {
    await this.note(tx, byOf(staff), pack, act);
    await this.audit.record(tx, {
      ...{ actor: staff, action: `package.${act.kind}` },
      subject: { kind: 'customer', id: pack.customerId },
      detail: { packageId: pack.id, reason: act.reason, ...act.detail },
    });
    return (await packageById(tx, pack.id)) ?? refuse('PACKAGE_NOT_FOUND');
  }

  /** The same without the audit trail, for what nobody did. */
  async note(tx: Tx, by: By, pack: Package, act: PackageAct): Promise<void> {
    const seq = await changePackage(tx, pack, act.patch);
    const at = this.clock.now();
    const { customerId } = act.patch;
    if (customerId !== undefined) await handOver(tx, pack.id, { seq, customerId, at });
    await appendPackageChange(tx, pack, {
      ...{ seq, kind: act.kind, storeId: pack.storeId, reason: act.reason, detail: act.detail },
      ...{ txId: act.entry?.txId ?? null, entryNo: act.entry?.entryNo ?? null },
      ...{ byKind: by.kind, byId: by.id, byName: by.name, at },
    });
  }
}
