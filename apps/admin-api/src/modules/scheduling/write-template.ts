import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  insertTemplate,
  lockTemplate,
  updateTemplate,
  type ShiftTemplate,
  type TemplateDraft,
} from './data/shift-templates.js';
import { hoursErrors } from './rules/index.js';

/** What becomes of a template that is there. */
export interface TemplateChange extends TemplateDraft {
  readonly state: ShiftTemplate['state'];
  /** That was on the screen. */
  readonly version: number;
}

/** Names hours of a store, or changes a name. Shifts that exist keep the hours that they have. */
@Injectable()
export class WriteTemplate {
  /** @throws Refusal INVALID_INPUT naming what does not hold */
  async create(tx: Tx, storeId: string, draft: TemplateDraft): Promise<ShiftTemplate> {
    requireHours(draft);
    const template = { ...draft, id: newId(), storeId, state: 'active', version: 1 } as const;
    await insertTemplate(tx, template);
    return template;
  }

  /**
   * @param storeIds the stores of who changes it
   * @throws Refusal SHIFT_TEMPLATE_NOT_FOUND also when it is another store's, SHIFT_TEMPLATE_CHANGED, INVALID_INPUT
   */
  async change(
    tx: Tx,
    storeIds: readonly string[],
    id: string,
    change: TemplateChange,
  ): Promise<ShiftTemplate> {
    requireHours(change);
    const before = (await lockTemplate(tx, id, storeIds)) ?? refuse('SHIFT_TEMPLATE_NOT_FOUND');
    if (before.version !== change.version) return refuse('SHIFT_TEMPLATE_CHANGED');
    const template = { ...before, ...change, version: before.version + 1 };
    await updateTemplate(tx, template);
    return template;
  }
}

function requireHours(draft: TemplateDraft): void {
  const fields = hoursErrors(draft, '');
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}
