import { Injectable } from '@nestjs/common';
import type { FieldError } from '@yance/shared-types';
import { AuditTrail } from '../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  appendTemplateChange,
  insertTemplate,
  lockTemplate,
  templateById,
  updateTemplate,
  type Template,
} from './data/templates.js';
import { namesOfItems } from './item-names.js';
import { templateErrors, type TemplateDraft } from './rules/template-draft.js';

/** Writes kinds of coupons. What was issued keeps its own terms: a change is for the next coupon. */
@Injectable()
export class SaveCouponTemplate {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WRONG_STORE for a store that is not hers, INVALID_INPUT naming each field that does not hold */
  async create(tx: Tx, staff: StaffPrincipal, wish: TemplateDraft): Promise<Template> {
    const draft = tidy(wish);
    await this.#check(tx, staff, draft, { issued: 0, storeIds: [] });
    const id = newId();
    await insertTemplate(tx, id, draft, this.clock.now());
    await this.#record(tx, staff, { id, version: 1, draft });
    return (await templateById(tx, id)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
  }

  /** @throws Refusal COUPON_TEMPLATE_NOT_FOUND, COUPON_TEMPLATE_CHANGED when somebody was faster; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...change }: Partial<TemplateDraft> & { readonly version: number },
  ): Promise<Template> {
    const template = (await lockTemplate(tx, id)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
    if (template.version !== version)
      refuse('COUPON_TEMPLATE_CHANGED', { extras: { version: template.version } });
    const draft = tidy({ ...draftOf(template), ...given(change) });
    await this.#check(tx, staff, draft, template);
    await updateTemplate(tx, id, draft, version + 1, this.clock.now());
    await this.#record(tx, staff, { id, version: version + 1, draft });
    return (await templateById(tx, id)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
  }

  async #check(
    reader: Reader,
    staff: StaffPrincipal,
    draft: TemplateDraft,
    before: Pick<Template, 'issued' | 'storeIds'>,
  ): Promise<void> {
    for (const storeId of new Set([...draft.storeIds, ...before.storeIds]))
      requireStore(staff, storeId);
    const names = await namesOfItems(reader, [draft]);
    const fields: FieldError[] = templateErrors(draft, before.issued);
    if (draft.serviceIds.some((id) => !names.has(id)))
      fields.push({ field: 'serviceIds', message: '有项目不存在，请重新选择' });
    if (draft.productIds.some((id) => !names.has(id)))
      fields.push({ field: 'productIds', message: '有产品不存在，请重新选择' });
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    { id, version, draft }: { id: string; version: number; draft: TemplateDraft },
  ): Promise<void> {
    const { staffId: byId, name: byName } = staff;
    const change = { version, byId, byName, template: draft, at: this.clock.now() };
    await appendTemplateChange(tx, id, change);
    const subject = { kind: 'coupon_template', id };
    const action = version === 1 ? 'coupon_template.created' : 'coupon_template.changed';
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

const tidy = (draft: TemplateDraft): TemplateDraft => ({
  ...draft,
  ...{ name: draft.name.trim(), note: draft.note.trim() },
  ...{ storeIds: [...draft.storeIds].sort(), productIds: [...draft.productIds].sort() },
  serviceIds: [...draft.serviceIds].sort(),
});

function draftOf(template: Template): TemplateDraft {
  const { id: _id, issued: _issued, version: _version, updatedAt: _at, ...draft } = template;
  return draft;
}
