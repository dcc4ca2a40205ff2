import { Injectable } from '@nestjs/common';
import {
  RedeemSession,
  ReleaseSession,
  ReserveSession,
  SettleNoShow,
  type VisitSession,
} from '../membership/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Visit } from './data/visit.js';
import type { Transition } from './rules/transitions.js';

/** A service as it was asked for, with the session that shall cover it. */
interface Wanted {
  readonly serviceId: string;
  readonly useSession?: string;
}

/** Sessions of packages follow their visit through its life, always in the transaction that changes it. */
@Injectable()
export class VisitSessions {
  constructor(
    private readonly reserve: ReserveSession,
    private readonly release: ReleaseSession,
    private readonly redeem: RedeemSession,
    private readonly noShow: SettleNoShow,
  ) {}

  /** @throws Refusal SESSION_NOT_AVAILABLE with `line`, PACKAGE_FROZEN */
  keep(
    tx: Tx,
    by: Principal,
    visit: Visit,
    services: readonly Wanted[],
    timeZone: string,
  ): Promise<VisitSession[]> {
    const lines = services.flatMap(({ serviceId, useSession }, line) =>
      useSession === undefined ? [] : [{ line, serviceId, useSession }],
    );
    const { id: appointmentId, customerId, storeId, startsAt } = visit;
    const day = localDate(startsAt, timeZone);
    return this.reserve.execute(tx, by, { appointmentId, customerId, storeId, day }, lines);
  }

  /** What a step of a visit does to its sessions. */
  async follow(tx: Tx, by: Principal, visit: Visit, step: Transition): Promise<void> {
    const ref = { appointmentId: visit.id, storeId: visit.storeId };
    if (step === 'complete') await this.redeem.execute(tx, by, ref);
    if (step === 'no_show') await this.noShow.execute(tx, by, ref);
    if (step === 'cancel' || step === 'decline' || step === 'expire')
      await this.release.execute(tx, by, ref);
  }

  /** @throws Refusal SESSION_NOT_AVAILABLE where a card by time is not good on the new day */
  move(tx: Tx, visit: Visit, startsAt: Date, timeZone: string): Promise<void> {
    const ref = { appointmentId: visit.id, storeId: visit.storeId };
    return this.release.move(tx, ref, localDate(startsAt, timeZone));
  }
}
