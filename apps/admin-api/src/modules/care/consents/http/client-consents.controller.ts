import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { GiveConsent } from '../give-consent.js';
import { WithdrawConsent } from '../withdraw-consent.js';
import { ConsentScreens } from './consent-screens.js';
import {
  ConsentSheetDto,
  ConsentsQueryDto,
  GiveConsentDto,
  WithdrawConsentDto,
} from './dto/consent.dto.js';

/** What a client agreed to, and her saying so or otherwise. */
@Controller('client/consents')
export class ClientConsentsController {
  constructor(
    private readonly idempotent: IdempotentWork,
    private readonly giveConsent: GiveConsent,
    private readonly withdrawConsent: WithdrawConsent,
    private readonly screens: ConsentScreens,
  ) {}

  @Get()
  @ClientRoute()
  list(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { serviceIds }: ConsentsQueryDto,
  ): Promise<ConsentSheetDto> {
    return this.screens.sheet(customerId, serviceIds?.split(','));
  }

  /** Agrees to the version that she read. */
  @Post()
  @HttpCode(200)
  @ClientRoute()
  async give(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: GiveConsentDto,
  ): Promise<ConsentSheetDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.giveConsent.execute(tx, client, client.customerId, body);
      return {};
    });
    return this.screens.sheet(client.customerId);
  }

  /** Takes one back; it holds from this moment. */
  @Post('withdraw')
  @HttpCode(200)
  @ClientRoute()
  async withdraw(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { kind }: WithdrawConsentDto,
  ): Promise<ConsentSheetDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.withdrawConsent.execute(tx, client, client.customerId, kind);
      return {};
    });
    return this.screens.sheet(client.customerId);
  }
}
