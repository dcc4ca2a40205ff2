import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { allForms, currentForms, insertForm } from './data/forms.js';
import { faultOfForm, type AssessmentForm } from './rules/form.js';

/** Publishes the next version of a form. What was written by an older one stays readable by it. */
@Injectable()
export class PublishForm {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param draft `version` is the one that was read
   * @returns the version that it has now
   * @throws Refusal ASSESSMENT_FORM_CHANGED when somebody was faster, INVALID_INPUT
   */
  async execute(tx: Tx, staff: StaffPrincipal, draft: AssessmentForm): Promise<number> {
    const fault = faultOfForm(draft);
    if (fault) refuseField(fault.field, fault.message);
    const known = currentForms(await allForms(tx)).find(({ kind }) => kind === draft.kind);
    const version = draft.version + 1;
    const isNext = known?.version === draft.version;
    const at = this.clock.now();
    const next = { ...draft, version };
    if (!isNext || !(await insertForm(tx, next, { name: staff.name, at })))
      refuse('ASSESSMENT_FORM_CHANGED', { extras: { version: known?.version ?? 0 } });
    const subject = { kind: 'assessment_form', id: draft.kind };
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'assessment-form.published', subject, detail: { version } },
    });
    return version;
  }
}
