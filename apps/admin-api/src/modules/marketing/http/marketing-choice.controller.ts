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
import { choiceOf } from '../data/choices.js';
import { ClientMarketingDto, MarketingChoiceDto } from './dto/choice.dto.js';
import { MarketingScreens } from './marketing-screens.js';

/** What a client wants to hear of: asked and said on her phone, or noted for her by staff. */
@Controller()
export class MarketingChoiceController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly choose: ChooseMarketing,
    private readonly screens: MarketingScreens,
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
    return this.screens.ofClient(this.database, id);
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
