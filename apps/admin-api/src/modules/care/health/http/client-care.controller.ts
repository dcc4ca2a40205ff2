import { Controller, Get, Query } from '@nestjs/common';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { CareChecks } from '../care-checks.js';
import { inPlainWords } from '../rules/shown-finding.js';
import { CareFindingsDto, ClientCareCheckQueryDto } from './dto/health.dto.js';
import { presentFindings } from './present-care.js';

/** What a client should know before she chooses a time. Her own file, and still in plain words: phones are looked at. */
@Controller('client/care-check')
export class ClientCareController {
  constructor(
    private readonly database: Database,
    private readonly checks: CareChecks,
  ) {}

  @Get()
  @ClientRoute()
  async check(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { storeId, serviceIds, start, subjectId }: ClientCareCheckQueryDto,
  ): Promise<CareFindingsDto> {
    const found = await this.checks.check(this.database, {
      ...{ customerId, storeId, plannedFor: 'booking', subjectId, productIds: [] },
      start: start === undefined ? undefined : new Date(start),
      serviceIds: serviceIds?.split(',') ?? [],
    });
    // Soft findings are for a word at the salon; what she can do something about herself is told here.
    const hers = found.filter(({ severity, kind }) => severity === 'hard' || kind === 'patch_test');
    return presentFindings(inPlainWords(hers));
  }
}
