import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { CareHealthModule } from '../health/index.js';
import { AssessmentQueries } from './assessment-queries.js';
import { CareSheets } from './data/sheets.js';
import { AssessmentScreens } from './http/assessment-screens.js';
import { ClientAssessmentsController } from './http/client-assessments.controller.js';
import { StaffAssessmentsController } from './http/staff-assessments.controller.js';
import { StaffFormulasController } from './http/staff-formulas.controller.js';
import { KeepAssessmentDraft } from './keep-assessment-draft.js';
import { MoveSheets } from './move-sheets.js';
import { PublishForm } from './publish-form.js';
import { RequireVisit } from './require-visit.js';
import { WriteAssessment } from './write-assessment.js';
import { WriteFormula } from './write-formula.js';

/** What others build on. */
const OPEN = [AssessmentQueries, AssessmentScreens, MoveSheets, WriteAssessment, WriteFormula];

/** How skin, scalp and hair are, and what hair was coloured with. */
@Module({
  imports: [CareHealthModule, CustomersModule],
  controllers: [
    ...[ClientAssessmentsController, StaffAssessmentsController, StaffFormulasController],
  ],
  providers: [...OPEN, CareSheets, KeepAssessmentDraft, PublishForm, RequireVisit],
  exports: OPEN,
})
export class CareAssessmentsModule {}
