import { ASSESSMENT_KINDS, type AssessmentKind } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { allForms } from './data/forms.js';
import { CareSheets, type OpenSheet } from './data/sheets.js';
import { HealthAccess, type HealthConsent } from '../health/health-access.js';
import type { AssessmentContents, AssessmentForm } from './rules/form.js';
import { seriesOf, type ScoreSeries, type Scored } from './rules/series.js';

/** As a version is kept: what it says, by which version of the form, and why the one before was corrected. */
export interface KeptAssessment extends AssessmentContents {
  readonly formVersion: number;
  /** Empty in a first version. */
  readonly reason: string;
}

/** Assessments of a client with the forms that they were written by. */
export interface ClientAssessments {
  readonly consent: HealthConsent;
  readonly forms: readonly AssessmentForm[];
  /** The newest first. */
  readonly sheets: readonly OpenSheet<KeptAssessment>[];
}

/** Opens assessments. Whoever shows them to staff calls `noteRead` in the same transaction. */
@Injectable()
export class AssessmentQueries {
  constructor(
    private readonly sheets: CareSheets,
    private readonly health: HealthAccess,
    private readonly audit: AuditTrail,
  ) {}

  /** As if there were none once she withdrew her consent. */
  async ofClient(reader: Reader, customerId: string): Promise<ClientAssessments> {
    const forms = await allForms(reader);
    const consent = await this.health.consent(reader, customerId);
    if (consent === 'withdrawn') return { consent, forms, sheets: [] };
    const kinds = [...ASSESSMENT_KINDS];
    const sheets = await this.sheets.ofClient<KeptAssessment>(reader, customerId, kinds);
    return { consent, forms, sheets };
  }

  /** Scores by dimension over time, oldest first; empty while nothing was assessed. */
  async scoresOverTime(reader: Reader, customerId: string): Promise<ScoreSeries[]> {
    return seriesOf(scoredOf(await this.ofClient(reader, customerId)));
  }

  /** What she was assessed as last; undefined while she never was. */
  async last(reader: Reader, customerId: string): Promise<Scored | undefined> {
    return scoredOf(await this.ofClient(reader, customerId)).at(-1);
  }

  /** Somebody read how a client's skin or hair is, once per request. */
  async noteRead(tx: Tx, staff: StaffPrincipal, customerId: string): Promise<void> {
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, { actor: staff, action: 'assessment.read', subject });
  }
}

/** What they say now, oldest first. */
export function scoredOf({ forms, sheets }: Pick<ClientAssessments, 'forms' | 'sheets'>): Scored[] {
  return [...sheets].reverse().flatMap(({ kind, madeOn, versions: [{ contents }] }) => {
    const form = forms.find((one) => one.kind === kind && one.version === contents.formVersion);
    return form ? [{ kind: kind as AssessmentKind, on: madeOn, form, contents }] : [];
  });
}
