import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { CareConsentsModule } from '../consents/care-consents.module.js';
import { CareHealthModule } from '../health/index.js';
import { AnswerQuestionnaire } from './answer-questionnaire.js';
import { QuestionnaireAnswers } from './data/answers.js';
import { DraftQuestionnaire } from './draft-questionnaire.js';
import { ClientQuestionnairesController } from './http/client-questionnaires.controller.js';
import { StaffAnswersController } from './http/staff-answers.controller.js';
import { StaffQuestionnairesController } from './http/staff-questionnaires.controller.js';
import { MoveAnswers } from './move-answers.js';
import { PublishQuestionnaire } from './publish-questionnaire.js';
import { QuestionnaireQueries } from './questionnaire-queries.js';
import { TellCautions } from './tell-cautions.js';

/** What others build on. */
const OPEN = [
  ...[AnswerQuestionnaire, DraftQuestionnaire, MoveAnswers, PublishQuestionnaire],
  QuestionnaireQueries,
];

/** What clients are asked before they come, and what they answered. */
@Module({
  imports: [CareConsentsModule, CareHealthModule, CustomersModule],
  controllers: [
    ...[ClientQuestionnairesController, StaffAnswersController, StaffQuestionnairesController],
  ],
  providers: [...OPEN, QuestionnaireAnswers, TellCautions],
  exports: OPEN,
})
export class CareQuestionnairesModule {}
