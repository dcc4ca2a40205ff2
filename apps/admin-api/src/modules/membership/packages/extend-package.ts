import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, addDays, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { storeDay } from '../store-day.js';
import { lookForGiftsAgain, type Package } from './data/packages.js';
import { PackageDesk } from './package-desk.js';
import { ShareDays } from './share-days.js';

/** Gives a package more time. What was paid for is not lost with a date; this is one of its two ways on. */
@Injectable()
export class ExtendPackage {
  constructor(
    private readonly desk: PackageDesk,
    private readonly shares: ShareDays,
    private readonly clock: Clock,
  ) {}

  /** @throws as PackageDesk.lock; PACKAGE_FROZEN, INVALID_INPUT for a date that is not later, or where there is none */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { expiresOn, reason }: { readonly expiresOn: LocalDate; readonly reason: string },
  ): Promise<Package> {
    const pack = await this.desk.lock(tx, staff, id);
    if (pack.frozenOn !== null) refuse('PACKAGE_FROZEN');
    if (pack.expiresOn === null) return refuseField('expiresOn', '这张卡没有期限，不用延期');
    if (expiresOn <= pack.expiresOn) return refuseField('expiresOn', '新的期限要晚于现在的期限');
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    // The days that are over earn what they were sold for; only those to come are worth less each.
    await this.shares.execute(tx, pack, addDays(today, -1));
    await lookForGiftsAgain(tx, id);
    return this.desk.act(tx, staff, pack, {
      ...{ kind: 'extend', patch: { expiresOn }, reason },
      detail: { from: pack.expiresOn, to: expiresOn },
    });
  }
}
