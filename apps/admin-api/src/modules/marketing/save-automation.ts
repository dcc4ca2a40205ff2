import { Injectable } from '@nestjs/common';
import type { FieldError } from '@yance/shared-types';
import { templateById } from '../coupons/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  appendAutomationChange,
  automationById,
  insertAutomation,
  lockAutomation,
  updateAutomation,
  type Automation,
} from './data/automations.js';
import { automationErrors, type AutomationDraft } from './rules/automation-draft.js';
import { mostSaved } from './rules/worth.js';

/** Sets up what the salon does by itself, and switches it on and off. What was given keeps its own terms. */
@Injectable()
export class SaveAutomation {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WRONG_STORE for a store that is not hers, INVALID_INPUT naming each field that does not hold */
  async create(tx: Tx, staff: StaffPrincipal, wish: AutomationDraft): Promise<Automation> {
    const draft = tidy(wish);
    await this.#check(tx, staff, draft, []);
    const id = newId();
    await insertAutomation(tx, id, draft, this.clock.now());
    return this.#record(tx, staff, id, 1, draft);
  }

  /** @throws Refusal AUTOMATION_NOT_FOUND, AUTOMATION_CHANGED when somebody was faster; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...wish }: AutomationDraft & { readonly version: number },
  ): Promise<Automation> {
    const before = (await lockAutomation(tx, id)) ?? refuse('AUTOMATION_NOT_FOUND');
    if (before.version !== version)
      refuse('AUTOMATION_CHANGED', { extras: { version: before.version } });
    const draft = tidy(wish);
    await this.#check(tx, staff, draft, before.storeIds);
    await updateAutomation(tx, id, draft, version + 1, this.clock.now());
    return this.#record(tx, staff, id, version + 1, draft);
  }

  async #check(
    reader: Reader,
    staff: StaffPrincipal,
    draft: AutomationDraft,
    before: readonly string[],
  ): Promise<void> {
    for (const storeId of new Set([...draft.storeIds, ...before])) requireStore(staff, storeId);
    const fields: FieldError[] = automationErrors(draft);
    const template = await templateById(reader, draft.templateId);
    if (!template) fields.push({ field: 'templateId', message: '没有这种优惠券，请重新选择' });
    else if (draft.state === 'on' && template.state !== 'on')
      fields.push({ field: 'templateId', message: '这种优惠券还没有开始发放，请先开启它' });
    else if (!draft.storeIds.some((storeId) => template.storeIds.includes(storeId)))
      fields.push({ field: 'templateId', message: '这种优惠券在所选门店都不能用' });
    if (template && draft.budgetFen !== null && mostSaved(template) === null)
      fields.push({ field: 'budgetFen', message: '这种券没有固定的最高优惠金额，请改用张数预算' });
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    version: number,
    automation: AutomationDraft,
  ): Promise<Automation> {
    const { staffId: byId, name: byName } = staff;
    const at = this.clock.now();
    await appendAutomationChange(tx, id, { version, byId, byName, automation, at });
    await this.audit.record(tx, {
      ...{ actor: staff, action: version === 1 ? 'automation.created' : 'automation.changed' },
      ...{ subject: { kind: 'automation', id }, detail: { version, state: automation.state } },
    });
    return (await automationById(tx, id)) ?? refuse('AUTOMATION_NOT_FOUND');
  }
}

const tidy = (draft: AutomationDraft): AutomationDraft => ({
  ...draft,
  ...{
    name: draft.name.trim(),
    words: draft.words.trim(),
    storeIds: [...new Set(draft.storeIds)].sort(),
  },
});
