import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
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
import { CarePlanQueries } from '../care-plan-queries.js';
import { ClientAnswers } from '../client-answers.js';
import { AgreeCarePlanDto, RateCareStepDto } from './dto/plan-input.dto.js';
import { ClientCarePlanAnswerDto } from './dto/plan.dto.js';
import { presentToClient } from './present-plan.js';

/** A client's own plan. */
@Controller('client/care-plan')
export class ClientCarePlanController {
  constructor(
    private readonly queries: CarePlanQueries,
    private readonly answers: ClientAnswers,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
  ) {}

  /** Her plan as a path; a draft is not shown. */
  @Get()
  @ClientRoute()
  async mine(@CurrentClient() { customerId }: ClientPrincipal): Promise<ClientCarePlanAnswerDto> {
    const plan = await this.queries.current(this.database, customerId);
    return { plan: plan && plan.state !== 'draft' ? presentToClient(plan) : null };
  }

  /** She says yes to the version that she read. */
  @Post('agree')
  @HttpCode(200)
  @ClientRoute()
  async agree(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { version }: AgreeCarePlanDto,
  ): Promise<ClientCarePlanAnswerDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.answers.agree(tx, client, version);
      return { version };
    });
    return this.mine(client);
  }

  /** How she liked a visit; may be said anew. */
  @Put('steps/:stepId/rating')
  @ClientRoute()
  async rate(
    @CurrentClient() client: ClientPrincipal,
    @Param('stepId', IdPipe) stepId: string,
    @Idempotent() call: IdempotentCall,
    @Body() rating: RateCareStepDto,
  ): Promise<ClientCarePlanAnswerDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.answers.rate(tx, client, stepId, rating);
      return { stepId };
    });
    return this.mine(client);
  }
}
