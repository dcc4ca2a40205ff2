import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import {
  ClientRoute,
  CurrentClient,
  CurrentStaff,
  StaffRoute,
  type ClientPrincipal,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ChooseMarketing } from '../choose-marketing.js';
import { choiceChanges, choiceOf } from '../data/choices.js';
import {
  ClientMarketingDto,
  MarketingChoiceDto,
  type MarketingChoiceChangeDto,
} from './dto/choice.dto.js';

/** What a client wants to hear of: asked and said on her phone, or noted for her by staff. */
@Controller()
export class MarketingChoiceController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly choose: ChooseMarketing,
  ) {}

  @Get('client/marketing-choice')
  @ClientRoute()
  mine(@CurrentClient() { customerId }: ClientPrincipal): Promise<MarketingChoiceDto> {
    return choiceOf(this.database, customerId);
  }

  @Put('client/marketing-choice')
  @ClientRoute()
  say(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: MarketingChoiceDto,
  ): Promise<MarketingChoiceDto> {
    return this.idempotent.run(call, (tx) =>
      this.choose.execute(tx, client, client.customerId, body),
    );
  }

  @Get('staff/clients/:id/marketing-choice')
  @StaffRoute('clients.read')
  async of(@Param('id', IdPipe) id: string): Promise<ClientMarketingDto> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    const changes = await choiceChanges(this.database, id);
    return {
      ...(await choiceOf(this.database, id)),
      changes: changes.map(({ optedOut, sms, calls, byKind, byName, at }) => ({
        ...{ optedOut, sms, calls, byName, at: at.toISOString() },
        byKind: byKind as MarketingChoiceChangeDto['byKind'],
      })),
    };
  }

  @Put('staff/clients/:id/marketing-choice')
  @StaffRoute('clients.write')
  note(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: MarketingChoiceDto,
  ): Promise<MarketingChoiceDto> {
    return this.idempotent.run(call, (tx) => this.choose.execute(tx, staff, id, body));
  }
}
