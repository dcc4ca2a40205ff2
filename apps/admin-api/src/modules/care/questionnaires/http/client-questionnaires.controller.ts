import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { ConsentsQueryDto } from '../../consents/http/dto/consent.dto.js';
import { requireServices } from '../../consents/http/consent-screens.js';
import { AnswerQuestionnaire } from '../answer-questionnaire.js';
import { QuestionnaireQueries } from '../questionnaire-queries.js';
import {
  AnswerQuestionnaireDto,
  MyQuestionnaireDto,
  QuestionnaireAnsweredDto,
  QuestionnaireStandingsDto,
} from './dto/answer.dto.js';
import { replyOf } from './reply-of.js';
import { presentMine, presentStanding, presentToFill } from './present-questionnaire.js';

/** What a client is asked before she comes, and what she answered. */
@Controller('client/questionnaires')
export class ClientQuestionnairesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly queries: QuestionnaireQueries,
    private readonly answerQuestionnaire: AnswerQuestionnaire,
  ) {}

  /** What the services of her visits ask for, and what she answered before. */
  @Get()
  @ClientRoute()
  async list(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { serviceIds }: ConsentsQueryDto,
  ): Promise<QuestionnaireStandingsDto> {
    const services = serviceIds?.split(',') ?? [];
    await requireServices(this.database, services);
    const { consent, items } = await this.queries.standings(this.database, customerId, services);
    return { consent, items: items.map(presentStanding) };
  }

  /** One to be filled in, and what she answered to it before. */
  @Get(':questionnaireId')
  @ClientRoute()
  async mine(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Param('questionnaireId', IdPipe) questionnaireId: string,
  ): Promise<MyQuestionnaireDto> {
    const form = await this.queries.toFill(this.database, customerId, questionnaireId);
    const { answers } = await this.queries.answersOf(this.database, customerId);
    const hers = answers.filter(({ sheet }) => sheet.questionnaireId === questionnaireId);
    return { ...presentToFill(form), history: hers.map(presentMine) };
  }

  /** Answers the version that she read; an earlier answer stays as it was given. */
  @Post(':questionnaireId/answers')
  @ClientRoute()
  answer(
    @CurrentClient() client: ClientPrincipal,
    @Param('questionnaireId', IdPipe) questionnaireId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: AnswerQuestionnaireDto,
  ): Promise<QuestionnaireAnsweredDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.answerQuestionnaire.execute(
        tx,
        client,
        client.customerId,
        questionnaireId,
        replyOf(body),
      ),
    }));
  }
}
