import { Injectable } from '@nestjs/common';
import { serviceNames } from '../catalog/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  appendPriceRuleChange,
  insertPriceRule,
  lockPriceRule,
  priceRuleById,
  updatePriceRule,
  type PriceRule,
} from './data/price-rules.js';
import { priceRuleErrors, type PriceRuleDraft } from './rules/price-rule-draft.js';

/** Writes the house's own price rules. A bill keeps what it was priced with: a change is for the next one. */
@Injectable()
export class SavePriceRule {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WRONG_STORE for a store that is not hers, INVALID_INPUT naming each field that does not hold */
  async create(tx: Tx, staff: StaffPrincipal, written: PriceRuleDraft): Promise<PriceRule> {
    const draft = tidy(written);
    await check(tx, staff, draft, draft.storeIds);
    const id = newId();
    await insertPriceRule(tx, id, draft, this.clock.now());
    await this.#record(tx, staff, id, 1, draft);
    return (await priceRuleById(tx, id)) ?? refuse('PRICE_RULE_NOT_FOUND');
  }

  /** @param version the one that was read. @throws Refusal PRICE_RULE_NOT_FOUND, PRICE_RULE_CHANGED; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...written }: PriceRuleDraft & { readonly version: number },
  ): Promise<PriceRule> {
    const rule = (await lockPriceRule(tx, id)) ?? refuse('PRICE_RULE_NOT_FOUND');
    if (rule.version !== version)
      refuse('PRICE_RULE_CHANGED', { extras: { version: rule.version } });
    const draft = tidy(written);
    await check(tx, staff, draft, [...draft.storeIds, ...rule.storeIds]);
    await updatePriceRule(tx, id, draft, version + 1, this.clock.now());
    await this.#record(tx, staff, id, version + 1, draft);
    return (await priceRuleById(tx, id)) ?? refuse('PRICE_RULE_NOT_FOUND');
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    version: number,
    rule: PriceRuleDraft,
  ): Promise<void> {
    const at = this.clock.now();
    const { staffId: byId, name: byName } = staff;
    await appendPriceRuleChange(tx, id, { version, byId, byName, rule, at });
    const subject = { kind: 'price_rule', id };
    const action = version === 1 ? 'price-rule.created' : 'price-rule.changed';
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

async function check(
  tx: Tx,
  staff: StaffPrincipal,
  draft: PriceRuleDraft,
  storeIds: readonly string[],
): Promise<void> {
  for (const storeId of new Set(storeIds)) requireStore(staff, storeId);
  const fields = priceRuleErrors(draft);
  const known = await serviceNames(
    tx,
    draft.parts.map(({ serviceId }) => serviceId),
  );
  if (draft.parts.some(({ serviceId }) => !known.has(serviceId)))
    fields.push({ field: 'parts', message: '套餐里有不认识的项目' });
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

/** Days around a birthday mean nothing to other rules. */
const tidy = (draft: PriceRuleDraft): PriceRuleDraft => ({
  ...{ kind: draft.kind, name: draft.name.trim(), effectKind: draft.effectKind },
  ...{ effectValue: draft.effectValue, scopeKind: draft.scopeKind },
  scopeIds: [...draft.scopeIds].sort(),
  parts: draft.parts.map(({ serviceId, shareFen }) => ({ serviceId, shareFen })),
  ...{ from: draft.from, until: draft.until },
  weekdays: [...draft.weekdays].sort((a, b) => a - b),
  monthDays: [...draft.monthDays].sort((a, b) => a - b),
  ...{ fromMinute: draft.fromMinute, untilMinute: draft.untilMinute },
  membersOnly: draft.membersOnly,
  daysBefore: draft.kind === 'birthday' ? draft.daysBefore : 0,
  daysAfter: draft.kind === 'birthday' ? draft.daysAfter : 0,
  ...{ storeIds: [...draft.storeIds].sort(), state: draft.state },
});
