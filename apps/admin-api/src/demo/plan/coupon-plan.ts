import { addDays, instantOf } from '../../platform/clock/index.js';
import { COUPONS, type CouponContent } from '../content/coupons.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from './client-plan.js';
import { SeededRandom } from './seeded-random.js';

/** A coupon that a client got, and what became of it. */
export interface PlannedCoupon {
  readonly client: PlannedClient;
  readonly content: CouponContent;
  readonly at: Date;
  readonly how: 'hand' | 'claim' | 'rule';
  /** When a bill used it; null while nobody did. */
  readonly usedAt: Date | null;
}

const SEED = 20_240_614;
const HISTORY_DAYS = 150;
const [OPEN_MINUTE, CLOSE_MINUTE] = [630, 1_200];
const USED = 0.4;

/** The coupons that the demo tells of, oldest first; the same clients and day give the same coupons. */
export function planCoupons(clients: readonly PlannedClient[], today: string): PlannedCoupon[] {
  const random = new SeededRandom(SEED);
  const planned: PlannedCoupon[] = [];
  for (const client of clients) {
    const zone = STORES[client.store].timeZone;
    const moment = (date: string): Date =>
      instantOf(date, random.int(OPEN_MINUTE, CLOSE_MINUTE), zone);
    for (const content of COUPONS) {
      // Drawn for everybody, so that one client more or less does not change the others.
      const [has, ago] = [random.chance(content.share), random.int(1, HISTORY_DAYS)];
      const [isUsed, later] = [random.chance(USED), random.int(1, 18)];
      const at = moment(addDays(today, -ago));
      const usedAt = moment(addDays(today, later - ago));
      const fits = content.onlyIn === undefined || content.onlyIn === client.store;
      if (!has || !fits || client.since > addDays(today, -ago)) continue;
      const how =
        content.validKind === 'birthday_month' ? 'rule' : content.claimable ? 'claim' : 'hand';
      const isOver = later - ago >= 0;
      planned.push({ client, content, at, how, usedAt: isUsed && !isOver ? usedAt : null });
    }
  }
  return planned.sort((a, b) => a.at.getTime() - b.at.getTime());
}
