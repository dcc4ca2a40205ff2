import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerQueries } from '../../../customers/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { ConsentsQueryDto } from '../../consents/http/dto/consent.dto.js';
import { presentSigner, requireServices } from '../../consents/http/consent-screens.js';
import { OpenTold } from '../../health/open-told.js';
import { TakeOverTold, type FoundMeaning } from '../../health/index.js';
import { AnswerQuestionnaire } from '../answer-questionnaire.js';
import { QuestionnaireAnswers } from '../data/answers.js';
import { QuestionnaireQueries } from '../questionnaire-queries.js';
import { codeOfTold } from '../rules/questionnaire.js';
import {
  AnswerQuestionnaireDto,
  ClientAnswerProofDto,
  ClientAnswersDto,
  ConfirmToldDto,
  QuestionnaireAnsweredDto,
  QuestionnaireStandingsDto,
  QuestionnaireToFillDto,
  ToldConfirmedDto,
  ToldMeaningDto,
} from './dto/answer.dto.js';
import { replyOf } from './reply-of.js';
import { readsPapersByName } from '../../rules/papers-by-name.js';
import { presentAnswer, presentStandings, presentToFill } from './present-questionnaire.js';

/** What its kind has no use for may be left out. */
const meaningOf = ({ kind, text, severity, conditionId }: ToldMeaningDto): FoundMeaning => ({
  ...{ kind, text: text ?? null, severity: severity ?? null, conditionId: conditionId ?? null },
});

/**
 * Questionnaires of a client at the salon: where she stands, filling one in on its screen, and her answers, which those
 * who treat her read with an entry each time.
 */
@Controller('staff/clients/:id')
export class StaffAnswersController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly queries: QuestionnaireQueries,
    private readonly sheets: QuestionnaireAnswers,
    private readonly answerQuestionnaire: AnswerQuestionnaire,
    private readonly told: OpenTold,
    private readonly takeOver: TakeOverTold,
  ) {}

  /** What some services ask for and what she answered before; nothing of what she said. */
  @Get('questionnaires')
  @StaffRoute('clients.read')
  async standings(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { serviceIds }: ConsentsQueryDto,
  ): Promise<QuestionnaireStandingsDto> {
    await this.#requireClient(this.database, id);
    const services = serviceIds?.split(',') ?? [];
    await requireServices(this.database, services);
    const standings = await this.queries.standings(this.database, id, services);
    return presentStandings(standings, readsPapersByName(staff));
  }

  /** One to be filled in on the salon's screen. */
  @Get('questionnaires/:questionnaireId')
  @StaffRoute('consents.record')
  async toFill(
    @Param('id', IdPipe) id: string,
    @Param('questionnaireId', IdPipe) questionnaireId: string,
  ): Promise<QuestionnaireToFillDto> {
    return presentToFill(await this.queries.toFill(this.database, id, questionnaireId));
  }

  /** She filled it in on the salon's screen. */
  @Post('questionnaires/:questionnaireId/answers')
  @StaffRoute('consents.record')
  answer(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Param('questionnaireId', IdPipe) questionnaireId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: AnswerQuestionnaireDto,
  ): Promise<QuestionnaireAnsweredDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.answerQuestionnaire.execute(tx, staff, id, questionnaireId, replyOf(body)),
    }));
  }

  /** What she answered, each by the version that it was given to. */
  @Get('questionnaire-answers')
  @StaffRoute('health.read')
  answers(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<ClientAnswersDto> {
    return this.unitOfWork.run(async (tx) => {
      await this.#requireClient(tx, id);
      const { consent, answers } = await this.queries.answersOf(tx, id);
      if (answers.length > 0) await this.queries.noteRead(tx, staff, id);
      const open = await this.told.open(tx, id);
      return { consent, items: answers.map((one) => presentAnswer(one, open)) };
    });
  }

  /** One of them, with who signed it. */
  @Get('questionnaire-answers/:answerId')
  @StaffRoute('health.read')
  proof(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Param('answerId', IdPipe) answerId: string,
  ): Promise<ClientAnswerProofDto> {
    return this.unitOfWork.run(async (tx) => {
      const { answers } = await this.queries.answersOf(tx, id);
      const found = answers.find(({ sheet }) => sheet.id === answerId);
      if (!found) return refuse('QUESTIONNAIRE_NOT_FOUND');
      await this.queries.noteRead(tx, staff, id);
      const signer = presentSigner(await this.sheets.proof(tx, found.sheet));
      return { answer: presentAnswer(found, await this.told.open(tx, id)), ...signer };
    });
  }

  /** She was asked: what she said stands in her health file from now on, or there is nothing to watch. */
  @Post('questionnaire-answers/:answerId/confirm')
  @HttpCode(200)
  @StaffRoute('health.write')
  confirm(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Param('answerId', IdPipe) answerId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { key, severity = null, meaning: found }: ConfirmToldDto,
  ): Promise<ToldConfirmedDto> {
    const code = codeOfTold(answerId, key);
    const meaning = found ? meaningOf(found) : null;
    return this.idempotent.run(call, async (tx) => ({
      version: await this.takeOver.execute(tx, staff, id, { code, severity, meaning }),
    }));
  }

  async #requireClient(reader: Reader, id: string): Promise<void> {
    if (!(await this.customers.summary(reader, id))) refuse('CLIENT_NOT_FOUND');
  }
}
