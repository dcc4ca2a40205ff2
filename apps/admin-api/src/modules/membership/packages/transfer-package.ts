import { Injectable } from '@nestjs/common';
import { lotsByIds } from '../../ledger/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, addDays } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CustomerWallets } from '../customer-wallets.js';
import { MemberCodes } from '../member-codes.js';
import { storeDay } from '../store-day.js';
import { packageById, type Package } from './data/packages.js';
import { PackageDesk } from './package-desk.js';
import { ShareDays } from './share-days.js';

export interface PackageTransfer {
  readonly packageId: string;
  readonly toClientId: string;
  readonly reason: string;
  /** The giver's member code. */
  readonly code: string;
}

/**
 * Gives a package to another client as it is: its terms, its date, what is left. Its ledger accounts are its own, so
 * no money moves (法释〔2025〕4号 art. 11: a right may be handed on).
 */
@Injectable()
export class TransferPackage {
  constructor(
    private readonly desk: PackageDesk,
    private readonly wallets: CustomerWallets,
    private readonly codes: MemberCodes,
    private readonly shares: ShareDays,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller has shown her password again.
   * @throws as PackageDesk.lock; TRANSFER_REFUSED to herself, WALLET_FROZEN of either, MEMBER_CODE_WRONG,
   *   PACKAGE_FROZEN, PACKAGE_RESERVED, CLIENT_NOT_FOUND
   */
  async execute(tx: Tx, staff: StaffPrincipal, wish: PackageTransfer): Promise<Package> {
    const known = await packageById(tx, wish.packageId);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('PACKAGE_NOT_FOUND');
    if (known.customerId === wish.toClientId) refuse('TRANSFER_REFUSED');
    const giver = await this.wallets.lockBoth(tx, known.customerId, wish.toClientId);
    const pack = await this.desk.lock(tx, staff, wish.packageId);
    await this.codes.use(tx, giver, wish.code);
    if (pack.frozenOn !== null) refuse('PACKAGE_FROZEN');
    await this.desk.requireNothingReserved(tx, pack);
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    await this.shares.execute(tx, pack, addDays(today, -1));
    const lots = await lotsByIds(
      tx,
      pack.items.flatMap((item) => item.lotId ?? []),
    );
    return this.desk.act(tx, staff, pack, {
      ...{ kind: 'transfer', patch: { customerId: wish.toClientId }, reason: wish.reason },
      detail: {
        ...{ from: pack.customerId, to: wish.toClientId },
        sessions: lots.reduce((sum, lot) => sum + lot.unitsLeft, 0),
        leftFen: lots.reduce((sum, lot) => sum + lot.principalLeftFen, 0),
      },
    });
  }
}
