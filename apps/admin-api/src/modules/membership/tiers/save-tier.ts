import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { saveHouseRules } from '../data/house-rules.js';
import {
  RANK_KEY,
  appendTierVersion,
  insertTier,
  lockTier,
  updateTier,
  type TierDraft,
} from './data/tiers.js';
import { tierErrors, tierSettingErrors } from './rules/tier-draft.js';
import type { TierSettings } from './rules/tier-rules.js';

/** Writes tiers and what counts for them. Clients keep what they have until they are weighed the next time. */
@Injectable()
export class SaveTier {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming each field that does not hold, also a rank that is taken */
  async create(tx: Tx, staff: StaffPrincipal, draft: TierDraft): Promise<string> {
    check(draft);
    const id = newId();
    await insertTier(tx, id, draft, this.clock.now()).catch(toRefusal);
    await this.#record(tx, staff, { id, version: 1, draft });
    return id;
  }

  /** @throws Refusal TIER_NOT_FOUND, TIER_CHANGED when somebody was faster; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...draft }: TierDraft & { readonly version: number },
  ): Promise<void> {
    const tier = (await lockTier(tx, id)) ?? refuse('TIER_NOT_FOUND');
    if (tier.version !== version) refuse('TIER_CHANGED', { extras: { version: tier.version } });
    check(draft);
    await updateTier(tx, id, draft, version + 1, this.clock.now()).catch(toRefusal);
    await this.#record(tx, staff, { id, version: version + 1, draft });
  }

  /** @throws Refusal INVALID_INPUT */
  async settings(tx: Tx, staff: StaffPrincipal, settings: TierSettings): Promise<void> {
    const fields = tierSettingErrors(settings);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const by = { staffId: staff.staffId, at: this.clock.now() };
    await saveHouseRules(tx, 'tier_rules', settings, by);
    const subject = { kind: 'membership_setting', id: 'tier_rules' };
    const detail = { ...settings };
    await this.audit.record(tx, { actor: staff, action: 'settings.changed', subject, detail });
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    { id, version, draft }: { id: string; version: number; draft: TierDraft },
  ): Promise<void> {
    const { staffId: byId, name: byName } = staff;
    const at = this.clock.now();
    await appendTierVersion(tx, id, { version, byId, byName, tier: draft, at });
    const action = version === 1 ? 'tier.created' : 'tier.changed';
    const subject = { kind: 'tier', id };
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

function check(draft: TierDraft): void {
  const fields = tierErrors(draft);
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

function toRefusal(error: unknown): never {
  if (isDuplicateKey(error, RANK_KEY)) return refuseField('rank', '已有等级用了这个级别');
  throw error;
}
