import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Consent } from '../client-consent.js';
import { CustomerWallets } from '../customer-wallets.js';
import { referenceKey } from '../rules/reference-key.js';
import { storeDay } from '../store-day.js';
import { ChooseSession } from './choose-session.js';
import { lockActivePackages } from './data/packages.js';
import type { SessionUse } from './data/session-uses.js';
import { PostSessionUse } from './post-session-use.js';

/** Sessions that a bill uses up, and how the client agreed to all that it takes from her. */
export interface BillSessions {
  readonly customerId: string;
  readonly storeId: string;
  readonly sessions: readonly {
    readonly itemId: string;
    readonly serviceId: string;
    readonly title: string;
    readonly units: number;
  }[];
  readonly consent: Consent;
}

/** Uses sessions up for a bill, in its transaction. `ClientConsent.agree` was asked before. */
@Injectable()
export class RedeemForBill {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly choose: ChooseSession,
    private readonly post: PostSessionUse,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WALLET_FROZEN, SESSION_NOT_AVAILABLE, PACKAGE_FROZEN, SLIP_USED */
  async execute(tx: Tx, by: Principal, request: BillSessions): Promise<SessionUse[]> {
    const { customerId, storeId, sessions, consent } = request;
    if (sessions.length === 0) return [];
    await this.wallets.lockUsable(tx, customerId);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const packs = await lockActivePackages(tx, customerId);
    const slip = 'slipNo' in consent ? { slipNo: referenceKey(consent.slipNo) } : {};
    const way = 'code' in consent ? 'member_code' : 'tap' in consent ? 'tap' : 'slip';
    const uses: SessionUse[] = [];
    for (const { itemId, serviceId, title, units } of sessions) {
      for (let unit = 0; unit < units; unit += 1) {
        const wish = { serviceId, storeId, day: today, useSession: itemId };
        const found = await this.choose.execute(tx, packs, wish);
        const use = await this.post.execute(tx, by, {
          ...{ pack: found.pack, item: found.item, from: 'SES_AVAIL', storeId, serviceId, title },
          ...{ consent: way, usedOn: today, dayNo: found.dayNo },
          ...{ ...slip, slipPart: uses.length + 1 },
        });
        uses.push(use);
      }
    }
    return uses;
  }
}
