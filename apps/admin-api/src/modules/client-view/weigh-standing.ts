import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  balancesOfClients,
  daysOfClients,
  lockOlder,
  lockStandings,
  saveStandings,
  setDue,
} from './data/standings.js';
import { standingPolicy } from './data/standing-policy.js';
import { earliestAfter, judge, nextLimit, standingOf } from './rules/standing.js';
import { KeepTagRules } from './tag-rules/keep-tag-rules.js';

/** Makes the standing of clients anew from what they did, and what follows from it. Running it twice, or late, does no harm. */
@Injectable()
export class WeighStanding {
  constructor(
    private readonly tagRules: KeepTagRules,
    private readonly clock: Clock,
  ) {}

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
    const policy = await standingPolicy(tx);
    const daysOf = await daysOfClients(tx, ids);
    const balances = await balancesOfClients(tx, ids);
    const weighed = ids.map((id) => ({
      ...{ id, balanceFen: balances.get(id) ?? 0, policy: policy.version },
      standing: standingOf(daysOf(id), policy, today),
    }));
    await saveStandings(tx, weighed, now);
    await this.tagRules.execute(tx, ids);
  }

  /**
   * Judges clients anew who were weighed by older limits: what they did is measured already, so nothing of it is read.
   * @returns how many; fewer than `limit` when all are done
   */
  async judgeOlder(tx: Tx, limit: number): Promise<number> {
    const policy = await standingPolicy(tx);
    const now = this.clock.now();
    const today = localDate(now, HOME_ZONE);
    const older = await lockOlder(tx, policy.version, limit);
    if (older.length === 0) return 0;
    const judged = older.map(({ standing, ...one }) => {
      const dueOn =
        standing.dueOn !== null && standing.dueOn <= today
          ? standing.dueOn
          : earliestAfter(today, [standing.dueOn, nextLimit(standing, policy, today)]);
      return { ...one, standing: { ...standing, ...judge(standing, policy, today), dueOn } };
    });
    await saveStandings(tx, judged, now);
    await this.tagRules.execute(
      tx,
      older.map(({ id }) => id),
    );
    return older.length;
  }
}
