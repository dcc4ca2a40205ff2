import type { Answer } from '@yance/shared-types';
import type { QuestionnaireReply } from '../answer-questionnaire.js';
import type { AnswerDto, AnswerQuestionnaireDto } from './dto/answer.dto.js';

/** A member that is null was not given. */
const answerOf = ({ key, ...members }: AnswerDto): Answer => ({
  key,
  ...Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
  ),
});

/** What a client sent, as the rules read it. */
export const replyOf = (body: AnswerQuestionnaireDto): QuestionnaireReply => ({
  ...body,
  answers: body.answers.map(answerOf),
});
