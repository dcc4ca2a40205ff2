import { Injectable } from '@nestjs/common';
import { TIER_CHANGE_WORDS } from '@yance/shared-types';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { activitiesOf } from '../activity/data/activities.js';
import { houseRules } from '../data/house-rules.js';
import { lockCustomerTier, takeStep, tierStepsSince } from './data/customer-tiers.js';
import { activeTiers } from './data/tiers.js';
import { TIER_RULES_BY } from './evaluate-tier.js';
import { DEFAULT_TIER_SETTINGS, keptFrom, meritedTier, withoutLifts } from './rules/tier-rules.js';

/** A reversal takes back the tier that the reversed thing gave, and only that. */
@Injectable()
export class TakeBackTier {
  constructor(private readonly clock: Clock) {}

  /** @param since when what is taken back was noted; its mirror is noted already */
  async execute(tx: Tx, customerId: string, since: Date, today: LocalDate): Promise<void> {
    const tiers = await activeTiers(tx);
    if (tiers.length === 0) return;
    const settings = await houseRules(tx, 'tier_rules', DEFAULT_TIER_SETTINGS);
    const at = this.clock.now();
    const now = await lockCustomerTier(tx, customerId, today, at);
    const steps = await tierStepsSince(tx, customerId, since);
    // What a person decided afterwards stands: only what the rules gave since then is looked at again.
    const byHand = steps.findLastIndex(({ kind }) => kind === 'by_hand');
    const lifts = steps.slice(byHand + 1).filter(({ kind }) => kind === 'upgrade');
    const activities = await activitiesOf(tx, customerId);
    const merited = (on: LocalDate) => meritedTier(tiers, activities, on, settings);
    const current = merited(today);
    const fresh = { tierId: current?.id ?? null, keptUntil: keptFrom(today, settings), on: today };
    const to = withoutLifts(tiers, now, lifts, merited, fresh);
    if (to.tierId === now.tierId) return;
    await takeStep(tx, now, {
      ...{ kind: 'taken_back', to, on: today, reason: TIER_CHANGE_WORDS.taken_back },
      ...{ by: TIER_RULES_BY, at },
    });
  }
}
