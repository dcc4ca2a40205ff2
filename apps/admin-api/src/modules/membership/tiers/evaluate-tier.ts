import { Injectable } from '@nestjs/common';
import { TIER_CHANGE_WORDS } from '@yance/shared-types';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { activitiesOf } from '../activity/data/activities.js';
import { houseRules } from '../data/house-rules.js';
import type { By } from '../store-day.js';
import { lockCustomerTier, takeStep } from './data/customer-tiers.js';
import { activeTiers } from './data/tiers.js';
import { DEFAULT_TIER_SETTINGS, meritedTier, nextStep, type Step } from './rules/tier-rules.js';

export const TIER_RULES_BY: By = { kind: 'system', id: 'tier-rules', name: '系统' };

/** Weighs a client's tier: lifts her at once, keeps or lowers her when its time is over. */
@Injectable()
export class EvaluateTier {
  constructor(private readonly clock: Clock) {}

  /** @returns the step that she took; undefined when she stays where she is */
  async execute(tx: Tx, customerId: string, today: LocalDate): Promise<Step | undefined> {
    const tiers = await activeTiers(tx);
    if (tiers.length === 0) return undefined;
    const settings = await houseRules(tx, 'tier_rules', DEFAULT_TIER_SETTINGS);
    const at = this.clock.now();
    const now = await lockCustomerTier(tx, customerId, today, at);
    // Read under the lock: what another transaction noted meanwhile is there.
    const merited = meritedTier(tiers, await activitiesOf(tx, customerId), today, settings);
    const step = nextStep(tiers, now, merited, today, settings);
    if (!step) return undefined;
    const { kind, tierId, keptUntil } = step;
    const to = { tierId, keptUntil };
    const reason = TIER_CHANGE_WORDS[kind];
    await takeStep(tx, now, { kind, to, on: today, reason, by: TIER_RULES_BY, at });
    return step;
  }
}
