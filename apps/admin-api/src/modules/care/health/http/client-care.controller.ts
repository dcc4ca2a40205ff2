import { Controller, Get, Query } from '@nestjs/common';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { CareChecks } from '../care-checks.js';
import { inPlainWords } from '../rules/shown-finding.js';
import { CareFindingsDto, ClientCareQueryDto } from './dto/health.dto.js';
import { presentFindings } from './present-care.js';

/** What a client may know before she books: that a service needs a word first, never why. A phone may be shared. */
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
    @Query() { storeId, serviceIds, start }: ClientCareQueryDto,
  ): Promise<CareFindingsDto> {
    const found = await this.checks.check(this.database, {
      ...{ customerId, storeId, plannedFor: 'booking', productIds: [] },
      start: start === undefined ? undefined : new Date(start),
      serviceIds: serviceIds.split(','),
    });
    return presentFindings(inPlainWords(found));
  }
}
