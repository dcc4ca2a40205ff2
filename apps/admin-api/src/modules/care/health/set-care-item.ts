import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { isForeignKeyViolation, type Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { lockCareItem, writeIngredients, writePrerequisites } from './data/care-items.js';
import type { CareItem } from './rules/judge.js';

export interface CareItemDraft {
  readonly ingredientIds: readonly string[];
  /** Of a service; days, null where it asks for none. */
  readonly patchTestDays?: number | null;
  readonly intervalDays?: number | null;
}

/** Writes what a service or product is made of and what it asks for before it is done. */
@Injectable()
export class SetCareItem {
  constructor(private readonly audit: AuditTrail) {}

  /** @throws Refusal SERVICE_NOT_FOUND, PRODUCT_NOT_FOUND, INVALID_INPUT for an ingredient that is not there */
  async execute(
    tx: Tx,
    by: StaffPrincipal,
    kind: CareItem['kind'],
    id: string,
    { ingredientIds, patchTestDays = null, intervalDays = null }: CareItemDraft,
  ): Promise<void> {
    const isService = kind === 'service';
    if (!(await lockCareItem(tx, kind, id)))
      refuse(isService ? 'SERVICE_NOT_FOUND' : 'PRODUCT_NOT_FOUND');
    try {
      await writeIngredients(tx, kind, id, ingredientIds);
    } catch (error) {
      if (isForeignKeyViolation(error)) refuseField('ingredientIds', '有的成分不存在');
      throw error;
    }
    if (isService) await writePrerequisites(tx, id, patchTestDays, intervalDays);
    const subject = { kind, id };
    await this.audit.record(tx, { actor: by, action: 'care-item.written', subject });
  }
}
