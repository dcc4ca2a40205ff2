import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { serviceNames } from '../../../catalog/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import {
  allQuestionnaires,
  questionnaireById,
  versionsInForce,
  versionsOf,
} from '../data/questionnaires.js';
import { DraftQuestionnaire } from '../draft-questionnaire.js';
import { PublishQuestionnaire } from '../publish-questionnaire.js';
import {
  BeginQuestionnaireDto,
  KeepQuestionnaireDraftDto,
  PublishQuestionnaireDto,
  QuestionnaireBegunDto,
  QuestionnaireDraftKeptDto,
  QuestionnaireDto,
  QuestionnaireListDto,
  QuestionnairePublishedDto,
} from './dto/form.dto.js';
import { presentLine, presentQuestionnaire } from './present-questionnaire.js';

/** The questionnaires of the house: what somebody writes, and what is in force. They speak of nobody. */
@Controller('staff/questionnaires')
export class StaffQuestionnairesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly drafts: DraftQuestionnaire,
    private readonly publishDraft: PublishQuestionnaire,
  ) {}

  @Get()
  @StaffRoute('care-rules.write')
  async list(): Promise<QuestionnaireListDto> {
    const found = await allQuestionnaires(this.database);
    const inForce = await versionsInForce(this.database);
    const ids = [...inForce, ...found.flatMap(({ draft }) => draft?.form ?? [])].flatMap(
      ({ serviceIds }) => serviceIds,
    );
    const names = await serviceNames(this.database, [...new Set(ids)]);
    const versionOf = (id: string) => inForce.find((one) => one.questionnaireId === id);
    return { items: found.map((one) => presentLine(one, versionOf(one.id), names)) };
  }

  /** With its draft and every version. */
  @Get(':questionnaireId')
  @StaffRoute('care-rules.write')
  async read(@Param('questionnaireId', IdPipe) id: string): Promise<QuestionnaireDto> {
    const found = (await questionnaireById(this.database, id)) ?? refuse('QUESTIONNAIRE_NOT_FOUND');
    return presentQuestionnaire(found, await versionsOf(this.database, id));
  }

  /** Begins the draft of a new one. */
  @Post()
  @StaffRoute('care-rules.write')
  begin(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { form }: BeginQuestionnaireDto,
  ): Promise<QuestionnaireBegunDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.drafts.begin(tx, staff, form),
    }));
  }

  /** Keeps what somebody writes for the next version; it may be unfinished. */
  @Put(':questionnaireId/draft')
  @StaffRoute('care-rules.write')
  keep(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('questionnaireId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: KeepQuestionnaireDraftDto,
  ): Promise<QuestionnaireDraftKeptDto> {
    return this.idempotent.run(call, async (tx) => ({
      revision: await this.drafts.keep(tx, staff, id, body),
    }));
  }

  /** Puts the draft in force; what was answered to an older version stays readable by it. */
  @Post(':questionnaireId/publish')
  @HttpCode(200)
  @StaffRoute('care-rules.write')
  publish(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('questionnaireId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { revision }: PublishQuestionnaireDto,
  ): Promise<QuestionnairePublishedDto> {
    return this.idempotent.run(call, async (tx) => ({
      version: await this.publishDraft.execute(tx, staff, id, revision),
    }));
  }
}
