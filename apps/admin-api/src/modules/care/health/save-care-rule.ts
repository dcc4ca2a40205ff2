import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isForeignKeyViolation, type Tx } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { insertRule, updateRule, type KnowledgeState, type RuleDraft } from './data/knowledge.js';
import { refuseChange } from './refuse-change.js';
import type { Severity } from './rules/judge.js';

/** Writes what a condition forbids or warns of. What a rule is about stays: another rule is another line. */
@Injectable()
export class SaveCareRule {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT when the condition or what it is about does not exist */
  async create(tx: Tx, by: StaffPrincipal, draft: RuleDraft): Promise<string> {
    const id = newId();
    try {
      await insertRule(tx, id, { ...draft, advice: draft.advice.trim() }, this.clock.now());
    } catch (error) {
      if (isForeignKeyViolation(error)) refuseField('targetId', '没有找到，请重新选择');
      throw error;
    }
    await this.#record(tx, by, id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, CARE_RULE_CHANGED when the version is not the latest */
  async change(
    tx: Tx,
    by: StaffPrincipal,
    at: { readonly id: string; readonly version: number },
    change: {
      readonly severity: Severity;
      readonly advice: string;
      readonly state: KnowledgeState;
    },
  ): Promise<void> {
    const tidied = { ...change, advice: change.advice.trim() };
    const isWritten = await updateRule(tx, at, tidied, this.clock.now());
    if (!isWritten) await refuseChange(tx, 'care_rule', at.id);
    await this.#record(tx, by, at.id);
  }

  #record(tx: Tx, by: StaffPrincipal, id: string): Promise<void> {
    const subject = { kind: 'care_rule', id };
    return this.audit.record(tx, { actor: by, action: 'care-rule.written', subject });
  }
}
