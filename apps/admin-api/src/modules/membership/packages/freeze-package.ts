import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, addDays, daysBetween } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { storeDay } from '../store-day.js';
import { shareThrough, type Package } from './data/packages.js';
import { wasUsedOn } from './data/session-uses.js';
import { PackageDesk } from './package-desk.js';
import { ShareDays } from './share-days.js';

/** Lets a package rest, such as for an illness; the days of rest are added to its date. */
@Injectable()
export class FreezePackage {
  constructor(
    private readonly desk: PackageDesk,
    private readonly shares: ShareDays,
    private readonly clock: Clock,
  ) {}

  /** @throws as PackageDesk.lock; PACKAGE_FROZEN, PACKAGE_RESERVED while a visit keeps sessions of it */
  async freeze(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<Package> {
    const pack = await this.desk.lock(tx, staff, id);
    if (pack.frozenOn !== null) refuse('PACKAGE_FROZEN');
    await this.desk.requireNothingReserved(tx, pack);
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    // The days before are over, and of a card by time the day on which she came; those from then on rest.
    const isOver = pack.kind === 'time' && (await wasUsedOn(tx, id, today));
    const frozenOn = isOver ? addDays(today, 1) : today;
    await this.shares.execute(tx, pack, addDays(frozenOn, -1));
    return this.desk.act(tx, staff, pack, {
      ...{ kind: 'freeze', patch: { frozenOn }, reason },
      detail: { frozenOn },
    });
  }

  /** @throws as PackageDesk.lock; PACKAGE_STATE when it is not frozen */
  async unfreeze(tx: Tx, staff: StaffPrincipal, id: string, reason: string): Promise<Package> {
    const pack = await this.desk.lock(tx, staff, id);
    const { frozenOn, expiresOn } = pack;
    if (frozenOn === null) return refuse('PACKAGE_STATE', { extras: { state: pack.state } });
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    const days = Math.max(0, daysBetween(frozenOn, today));
    const movesTo = expiresOn && addDays(expiresOn, days);
    for (const item of pack.items) {
      if (item.sharedThrough !== null)
        await shareThrough(tx, item.id, addDays(item.sharedThrough, days));
    }
    return this.desk.act(tx, staff, pack, {
      ...{ kind: 'unfreeze', patch: { frozenOn: null, expiresOn: movesTo }, reason },
      detail: { days, expiresOn: movesTo },
    });
  }
}
