import { Controller, Get } from '@nestjs/common';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { AssessmentQueries } from '../assessment-queries.js';
import { MyAssessmentListDto } from './dto/assessment.dto.js';
import { presentMine } from './present-assessment.js';

/** A client's own assessments, those that her therapist released. */
@Controller('client/assessments')
export class ClientAssessmentsController {
  constructor(
    private readonly database: Database,
    private readonly queries: AssessmentQueries,
  ) {}

  @Get()
  @ClientRoute()
  async mine(@CurrentClient() { customerId }: ClientPrincipal): Promise<MyAssessmentListDto> {
    return { items: presentMine(await this.queries.ofClient(this.database, customerId)) };
  }
}
