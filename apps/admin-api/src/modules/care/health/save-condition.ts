import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { insertCondition, updateCondition, type ConditionDraft } from './data/knowledge.js';
import { refuseChange } from './refuse-change.js';

/** Writes a condition that the salon asks about. */
@Injectable()
export class SaveCondition {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming `name` when it is taken */
  async create(tx: Tx, by: StaffPrincipal, draft: ConditionDraft): Promise<string> {
    const id = newId();
    await naming(() => insertCondition(tx, id, tidy(draft), this.clock.now()));
    await this.#record(tx, by, id);
    return id;
  }

  /** @throws Refusal NOT_FOUND, CARE_RULE_CHANGED when the version is not the latest; as create */
  async change(
    tx: Tx,
    by: StaffPrincipal,
    at: { readonly id: string; readonly version: number },
    draft: ConditionDraft,
  ): Promise<void> {
    const isWritten = await naming(() => updateCondition(tx, at, tidy(draft), this.clock.now()));
    if (!isWritten) await refuseChange(tx, 'health_condition', at.id);
    await this.#record(tx, by, at.id);
  }

  #record(tx: Tx, by: StaffPrincipal, id: string): Promise<void> {
    const subject = { kind: 'health_condition', id };
    return this.audit.record(tx, { actor: by, action: 'condition.written', subject });
  }
}

const tidy = ({ name, hint, state }: ConditionDraft): ConditionDraft => ({
  ...{ name: name.trim(), hint: hint.trim(), state },
});

async function naming<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error, 'uq_health_condition_name')) refuseField('name', '已有这个名称');
    throw error;
  }
}
