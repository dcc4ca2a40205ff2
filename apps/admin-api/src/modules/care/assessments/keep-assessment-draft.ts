import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { CareSheets } from './data/sheets.js';
import { HealthAccess } from '../health/health-access.js';
import { faultIn } from './rules/form.js';
import { WriteAssessment, type AssessmentDraft } from './write-assessment.js';

/** Keeps what somebody is filling in, so that a closed browser loses nothing. Each author has her own, one a kind. */
@Injectable()
export class KeepAssessmentDraft {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly sheets: CareSheets,
    private readonly health: HealthAccess,
    private readonly assessments: WriteAssessment,
    private readonly clock: Clock,
  ) {}

  /**
   * @param draft `revision` is the one that was read; 0 for the first
   * @returns the revision that it has now
   * @throws Refusal ASSESSMENT_DRAFT_CHANGED when she saved from another window, ASSESSMENT_FORM_CHANGED, HEALTH_CONSENT_MISSING, INVALID_INPUT
   */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    customerId: string,
    draft: Pick<AssessmentDraft, 'kind' | 'formVersion' | 'contents'> & {
      readonly revision: number;
    },
  ): Promise<number> {
    const { kind, formVersion, contents } = draft;
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const form = await this.assessments.form(tx, kind, formVersion);
    const fault = faultIn(form, contents, false);
    if (fault) refuseField(`contents.${fault.field}`, fault.message);
    const kept = await this.sheets.drafts(tx, customerId, staff.staffId);
    const stands = kept.find((one) => one.kind === kind)?.revision ?? 0;
    if (stands !== draft.revision)
      refuse('ASSESSMENT_DRAFT_CHANGED', { extras: { revision: stands } });
    const next = { revision: stands + 1, contents: { ...contents, formVersion, reason: '' } };
    await this.sheets.keepDraft(tx, customerId, kind, next, { ...staff, at: this.clock.now() });
    return next.revision;
  }
}
