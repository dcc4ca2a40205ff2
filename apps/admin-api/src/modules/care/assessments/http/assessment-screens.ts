import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../../platform/auth/index.js';
import type { Tx } from '../../../../platform/database/index.js';
import { HealthAccess } from '../../health/health-access.js';
import { AssessmentQueries, type KeptAssessment } from '../assessment-queries.js';
import { CareSheets } from '../data/sheets.js';
import type { FormulaContents } from '../rules/formula.js';
import type { ClientAssessmentsDto } from './dto/assessment.dto.js';
import type { FormulaListDto } from './dto/formula.dto.js';
import { presentAssessments, presentFormula } from './present-assessment.js';

/** Assessments and hair formulas as those who treat see them; each read leaves its entry. */
@Injectable()
export class AssessmentScreens {
  constructor(
    private readonly queries: AssessmentQueries,
    private readonly sheets: CareSheets,
    private readonly health: HealthAccess,
    private readonly audit: AuditTrail,
  ) {}

  /** A client's assessments, and what the caller has filled in so far. */
  async ofClient(tx: Tx, staff: StaffPrincipal, id: string): Promise<ClientAssessmentsDto> {
    const found = await this.queries.ofClient(tx, id);
    const isClosed = found.consent === 'withdrawn';
    const drafts = isClosed ? [] : await this.sheets.drafts<KeptAssessment>(tx, id, staff.staffId);
    if (found.sheets.length + drafts.length > 0) await this.queries.noteRead(tx, staff, id);
    return presentAssessments(found, drafts);
  }

  async formulas(tx: Tx, staff: StaffPrincipal, id: string): Promise<FormulaListDto> {
    const consent = await this.health.consent(tx, id);
    if (consent === 'withdrawn') return { consent, items: [] };
    const found = await this.sheets.ofClient<FormulaContents>(tx, id, ['formula']);
    const subject = { kind: 'customer', id };
    if (found.length > 0)
      await this.audit.record(tx, { actor: staff, action: 'formula.read', subject });
    return { consent, items: found.map(presentFormula) };
  }
}
