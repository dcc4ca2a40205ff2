import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { CustomerQueries } from '../../../customers/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { allForms, currentForms } from '../data/forms.js';
import { KeepAssessmentDraft } from '../keep-assessment-draft.js';
import { PublishForm } from '../publish-form.js';
import { WriteAssessment } from '../write-assessment.js';
import { AssessmentScreens } from './assessment-screens.js';
import {
  AssessmentDraftSavedDto,
  AssessmentWrittenDto,
  ClientAssessmentsDto,
} from './dto/assessment.dto.js';
import {
  AssessmentDraftInputDto,
  CorrectAssessmentDto,
  WriteAssessmentDto,
} from './dto/assessment-input.dto.js';
import { AssessmentFormListDto, PublishFormDto, PublishedFormDto } from './dto/form.dto.js';
import { presentForm } from './present-assessment.js';

/** How clients' skin, scalp and hair are, for those who treat. */
@Controller('staff')
export class StaffAssessmentsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly screens: AssessmentScreens,
    private readonly assessments: WriteAssessment,
    private readonly keepDraft: KeepAssessmentDraft,
    private readonly publishForm: PublishForm,
  ) {}

  /** The forms in force. They speak of nobody: whoever reads the catalogue reads them. */
  @Get('assessment-forms')
  @StaffRoute('catalog.read')
  async forms(): Promise<AssessmentFormListDto> {
    return { items: currentForms(await allForms(this.database)).map(presentForm) };
  }

  /** Publishes the next version of a form; what was written by an older one stays readable by it. */
  @Post('assessment-forms')
  @StaffRoute('care-rules.write')
  publish(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: PublishFormDto,
  ): Promise<PublishedFormDto> {
    return this.idempotent.run(call, async (tx) => ({
      version: await this.publishForm.execute(tx, staff, body),
    }));
  }

  /** A client's assessments with all their versions, and what the caller has filled in so far. */
  @Get('clients/:id/assessments')
  @StaffRoute('health.read')
  ofClient(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<ClientAssessmentsDto> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.customers.summary(tx, id))) refuse('CLIENT_NOT_FOUND');
      return this.screens.ofClient(tx, staff, id);
    });
  }

  @Post('clients/:id/assessments')
  @StaffRoute('health.write')
  write(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: WriteAssessmentDto,
  ): Promise<AssessmentWrittenDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.assessments.write(tx, staff, id, body),
    }));
  }

  /** Corrects an assessment: a version of its own with its reason; what stood before stays. */
  @Post('assessments/:assessmentId/corrections')
  @StaffRoute('health.write')
  correct(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('assessmentId', IdPipe) assessmentId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: CorrectAssessmentDto,
  ): Promise<AssessmentWrittenDto> {
    return this.idempotent.run(call, async (tx) => {
      await this.assessments.correct(tx, staff, assessmentId, body);
      return { id: assessmentId };
    });
  }

  /** Keeps what was filled in so far; only its author sees it. */
  @Put('clients/:id/assessment-draft')
  @StaffRoute('health.write')
  draft(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: AssessmentDraftInputDto,
  ): Promise<AssessmentDraftSavedDto> {
    return this.idempotent.run(call, async (tx) => ({
      revision: await this.keepDraft.execute(tx, staff, id, body),
    }));
  }
}
