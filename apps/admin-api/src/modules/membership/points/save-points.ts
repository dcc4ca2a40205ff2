import { Injectable } from '@nestjs/common';
import { templateById } from '../../coupons/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { saveHouseRules } from '../data/house-rules.js';
import {
  appendRewardChange,
  insertReward,
  lockReward,
  updateReward,
  type RewardDraft,
} from './data/rewards.js';
import { pointsRuleErrors, type PointsRules } from './rules/points-rules.js';
import { rewardErrors } from './rules/reward-draft.js';

/** Writes the rules of points and what they buy. What was redeemed keeps its own price. */
@Injectable()
export class SavePoints {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming each field that does not hold */
  async rules(tx: Tx, staff: StaffPrincipal, rules: PointsRules): Promise<void> {
    const fields = pointsRuleErrors(rules);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const by = { staffId: staff.staffId, at: this.clock.now() };
    await saveHouseRules(tx, 'points_rules', rules, by);
    const subject = { kind: 'membership_setting', id: 'points_rules' };
    const detail = { ...rules };
    await this.audit.record(tx, { actor: staff, action: 'settings.changed', subject, detail });
  }

  /** @throws Refusal INVALID_INPUT for a coupon that there is not */
  async createReward(tx: Tx, staff: StaffPrincipal, draft: RewardDraft): Promise<string> {
    await knownCoupon(tx, draft);
    const id = newId();
    await insertReward(tx, id, draft, this.clock.now());
    await this.#record(tx, staff, { id, version: 1, draft });
    return id;
  }

  /** @throws Refusal REWARD_NOT_FOUND, REWARD_CHANGED when somebody was faster, INVALID_INPUT */
  async changeReward(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...draft }: RewardDraft & { readonly version: number },
  ): Promise<void> {
    const reward = (await lockReward(tx, id)) ?? refuse('REWARD_NOT_FOUND');
    if (reward.version !== version)
      refuse('REWARD_CHANGED', { extras: { version: reward.version } });
    const fields = rewardErrors(draft, reward.taken);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    await knownCoupon(tx, draft);
    await updateReward(tx, id, draft, version + 1, this.clock.now());
    await this.#record(tx, staff, { id, version: version + 1, draft });
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    { id, version, draft }: { id: string; version: number; draft: RewardDraft },
  ): Promise<void> {
    const { staffId: byId, name: byName } = staff;
    const at = this.clock.now();
    await appendRewardChange(tx, id, { version, byId, byName, reward: draft, at });
    const action = version === 1 ? 'reward.created' : 'reward.changed';
    const subject = { kind: 'points_reward', id };
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

async function knownCoupon(tx: Tx, { couponTemplateId }: RewardDraft): Promise<void> {
  if (couponTemplateId !== null && !(await templateById(tx, couponTemplateId)))
    refuseField('couponTemplateId', '没有这张优惠券');
}
