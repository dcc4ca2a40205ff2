import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { openStores } from '../../stores/index.js';
import type { ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, addDays, localDate } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { houseRules } from '../data/house-rules.js';
import { byOf } from '../store-day.js';
import { DAY_KEY, insertCheckIn, lastCheckIn, type CheckIn } from './data/check-ins.js';
import { GivePoints } from './give-points.js';
import { DEFAULT_POINTS_RULES, checkInPoints, streakOn } from './rules/points-rules.js';

/** 签到: once a day by the salon's wall, more on certain days in a row. */
@Injectable()
export class MakeCheckIn {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly give: GivePoints,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CHECKED_IN_ALREADY, POINTS_OFF, CLIENT_MERGED */
  async execute(tx: Tx, client: ClientPrincipal): Promise<CheckIn> {
    const { customerId } = client;
    const rules = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    if (!rules.enabled) refuse('POINTS_OFF');
    await this.customers.lockActive(tx, customerId);
    const onDate = localDate(this.clock.now(), HOME_ZONE);
    const last = await lastCheckIn(tx, customerId);
    const before = last && {
      isYesterday: last.onDate === addDays(onDate, -1),
      streak: last.streak,
    };
    const streak = streakOn(rules, before);
    const points = checkInPoints(rules, streak);
    const made = { onDate, streak, points };
    await insertCheckIn(tx, customerId, made, this.clock.now()).catch(toRefusal);
    if (points > 0) {
      // Points of the brand need a store in the books: the first one stands for it.
      const [store] = await openStores(tx);
      const storeId = store?.id ?? refuse('STORE_NOT_FOUND');
      await this.give.execute(tx, {
        ...{ customerId, storeId, on: onDate, sourceKind: 'check_in', points, by: byOf(client) },
        ...{ sourceId: `${customerId}.${onDate}`, title: `签到第 ${streak} 天` },
      });
    }
    return made;
  }
}

function toRefusal(error: unknown): never {
  if (isDuplicateKey(error, DAY_KEY)) return refuse('CHECKED_IN_ALREADY');
  throw error;
}
