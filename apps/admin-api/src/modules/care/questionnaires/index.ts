export { AnswerQuestionnaire, type QuestionnaireReply } from './answer-questionnaire.js';
export { CareQuestionnairesModule } from './care-questionnaires.module.js';
export { DraftQuestionnaire } from './draft-questionnaire.js';
export { PublishQuestionnaire } from './publish-questionnaire.js';
export { QuestionnaireStandingsDto } from './http/dto/answer.dto.js';
export { presentStandings } from './http/present-questionnaire.js';
export { QuestionnaireQueries } from './questionnaire-queries.js';
export type { QuestionnaireForm } from './rules/questionnaire.js';
