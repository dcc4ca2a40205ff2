import type { AssessmentKind } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail, type AuditAction } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { KeptAssessment } from './assessment-queries.js';
import { allForms, currentForms } from './data/forms.js';
import { CareSheets } from './data/sheets.js';
import { HealthAccess } from '../health/health-access.js';
import { requirePast, RequireVisit } from './require-visit.js';
import { faultIn, type AssessmentContents, type AssessmentForm } from './rules/form.js';

export interface AssessmentDraft {
  readonly kind: AssessmentKind;
  /** The version of the form that she filled in. */
  readonly formVersion: number;
  /** The local day. */
  readonly on: string;
  readonly appointmentId: string | null;
  readonly released: boolean;
  readonly contents: AssessmentContents;
}

/** Writes down how a client's skin, scalp or hair is, and corrects it: each version stays as it was written. */
@Injectable()
export class WriteAssessment {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly sheets: CareSheets,
    private readonly health: HealthAccess,
    private readonly visits: RequireVisit,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The first version; her draft of this kind goes.
   * @returns the assessment's id
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, HEALTH_CONSENT_MISSING, ASSESSMENT_FORM_CHANGED, INVALID_INPUT
   */
  async write(
    tx: Tx,
    staff: StaffPrincipal,
    customerId: string,
    draft: AssessmentDraft,
  ): Promise<string> {
    const { kind, on: madeOn, appointmentId, released } = draft;
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const at = this.clock.now();
    requirePast(madeOn, at);
    await this.visits.require(tx, customerId, appointmentId);
    const form = await this.form(tx, kind, draft.formVersion);
    const contents = keptOf(form, draft.contents, '');
    const sheet = { id: newId(), customerId, kind, appointmentId, madeOn, released, version: 1 };
    await this.sheets.insert(tx, sheet, contents, { ...staff, at });
    await this.sheets.dropDraft(tx, customerId, staff.staffId, kind);
    await this.#record(tx, staff, customerId, 'assessment.written', sheet.id);
    return sheet.id;
  }

  /**
   * A further version with the reason for it, by the form that the first was written by.
   * @throws Refusal ASSESSMENT_NOT_FOUND, CLIENT_MERGED, HEALTH_CONSENT_MISSING, ASSESSMENT_CHANGED when somebody was
   *   faster, INVALID_INPUT
   */
  async correct(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    correction: Pick<AssessmentDraft, 'formVersion' | 'released' | 'contents'> & {
      readonly version: number;
      readonly reason: string;
    },
  ): Promise<string> {
    const sheet = (await this.sheets.lock(tx, id)) ?? refuse('ASSESSMENT_NOT_FOUND');
    const { customerId, kind, version } = sheet;
    if (kind === 'formula') return refuse('ASSESSMENT_NOT_FOUND');
    // Only now it is known whose it is; a merge, which locks the other way round, is begun again.
    await this.health.requireConsent(tx, await this.customers.lockActive(tx, customerId));
    if (version !== correction.version) refuse('ASSESSMENT_CHANGED', { extras: { version } });
    const forms = await allForms(tx);
    const form = forms.find((one) => one.kind === kind && one.version === correction.formVersion);
    if (!form) return refuse('ASSESSMENT_FORM_CHANGED');
    const contents = keptOf(form, correction.contents, correction.reason);
    const next = { ...sheet, released: correction.released, version: version + 1 };
    await this.sheets.correct(tx, next, contents, { ...staff, at: this.clock.now() });
    await this.#record(tx, staff, customerId, 'assessment.corrected', id);
    return customerId;
  }

  /** The form in force. @throws Refusal ASSESSMENT_FORM_CHANGED when she filled in an older one */
  async form(tx: Tx, kind: AssessmentKind, version: number): Promise<AssessmentForm> {
    const form = currentForms(await allForms(tx)).find((one) => one.kind === kind);
    if (form?.version === version) return form;
    return refuse('ASSESSMENT_FORM_CHANGED', { extras: { version: form?.version ?? 0 } });
  }

  #record(
    tx: Tx,
    staff: StaffPrincipal,
    customerId: string,
    action: AuditAction,
    assessmentId: string,
  ): Promise<void> {
    const subject = { kind: 'customer', id: customerId };
    return this.audit.record(tx, { actor: staff, action, subject, detail: { assessmentId } });
  }
}

function keptOf(
  form: AssessmentForm,
  contents: AssessmentContents,
  reason: string,
): KeptAssessment {
  const fault = faultIn(form, contents, true);
  if (fault) return refuseField(`contents.${fault.field}`, fault.message);
  const { choices, findings, readings, scores, words, advice } = contents;
  return {
    ...{ choices, findings, readings, scores, words: words.trim(), advice: advice.trim() },
    ...{ formVersion: form.version, reason: reason.trim() },
  };
}
