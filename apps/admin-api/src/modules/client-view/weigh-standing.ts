import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  balancesOfClients,
  daysOfClients,
  lockStandings,
  saveStandings,
  setDue,
} from './data/standings.js';
import { standingOf } from './rules/standing.js';

/** Makes the standing of clients anew from what they did. Running it twice, or late, does no harm. */
@Injectable()
export class WeighStanding {
  constructor(private readonly clock: Clock) {}

  /** Has a client weighed by the next sweep. */
  async makeDue(tx: Tx, customerId: string): Promise<void> {
    await setDue(tx, customerId, localDate(this.clock.now(), HOME_ZONE));
  }

  async execute(tx: Tx, customerIds: readonly string[]): Promise<void> {
    if (customerIds.length === 0) return;
    const now = this.clock.now();
    const today = localDate(now, HOME_ZONE);
    const ids = await lockStandings(tx, customerIds, now);
    if (ids.length === 0) return;
    const daysOf = await daysOfClients(tx, ids);
    const balances = await balancesOfClients(tx, ids);
    const weighed = ids.map((id) => ({
      ...{ id, standing: standingOf(daysOf(id), today), balanceFen: balances.get(id) ?? 0 },
    }));
    await saveStandings(tx, weighed, now);
  }
}
