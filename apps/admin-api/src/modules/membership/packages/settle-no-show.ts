import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { settingsOf } from '../data/settings.js';
import { RedeemSession } from './redeem-session.js';
import { ReleaseSession, type VisitRef } from './release-session.js';

/** What becomes of the sessions of a visit to which nobody came: the store's rule. */
@Injectable()
export class SettleNoShow {
  constructor(
    private readonly release: ReleaseSession,
    private readonly redeem: RedeemSession,
  ) {}

  async execute(tx: Tx, by: Principal, visit: VisitRef): Promise<void> {
    const { noShowUsesSession } = await settingsOf(tx, visit.storeId);
    if (noShowUsesSession) await this.redeem.execute(tx, by, visit, '（未到店）');
    else await this.release.execute(tx, by, visit);
  }
}
