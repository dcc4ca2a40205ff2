import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { spendById } from '../data/spends.js';
import { DisputeSpend } from '../dispute-spend.js';
import { MemberCodes } from '../member-codes.js';
import { WalletQueries } from '../wallet-queries.js';
import { DisputeDto } from './dto/desk.dto.js';
import {
  MemberCodeDto,
  SpendDto,
  StatementDto,
  StatementQueryDto,
  WalletDto,
} from './dto/wallet.dto.js';
import { presentCode, presentSpend, presentStatement, presentWallet } from './present-wallet.js';
import { ScreenStores } from './screen-stores.js';

/** What a client has and what became of it. */
@Controller('client')
export class ClientWalletController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly queries: WalletQueries,
    private readonly codes: MemberCodes,
    private readonly disputeSpend: DisputeSpend,
    private readonly stores: ScreenStores,
  ) {}

  @Get('wallet')
  @ClientRoute()
  async wallet(@CurrentClient() { customerId }: ClientPrincipal): Promise<WalletDto> {
    return presentWallet(await this.queries.sight(customerId));
  }

  /** A month's movements, latest first. */
  @Get('wallet/statement')
  @ClientRoute()
  async statement(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { month }: StatementQueryDto,
  ): Promise<StatementDto> {
    return presentStatement(await this.queries.month(customerId, month));
  }

  /** A deduction, as a line of the statement opens to it. */
  @Get('wallet/spends/:spendId')
  @ClientRoute()
  async spend(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Param('spendId', IdPipe) id: string,
  ): Promise<SpendDto> {
    const spend = await spendById(this.database, id);
    if (spend?.customerId !== customerId) return refuse('SPEND_NOT_FOUND');
    return presentSpend(spend, await this.stores.of([spend.storeId]));
  }

  /** “This was not me”: the desk looks into it. */
  @Post('wallet/spends/:spendId/dispute')
  @HttpCode(200)
  @ClientRoute()
  async dispute(
    @CurrentClient() client: ClientPrincipal,
    @Param('spendId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { note }: DisputeDto,
  ): Promise<SpendDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.disputeSpend.execute(tx, client, id, note?.trim() || null);
      return {};
    });
    return this.spend(client, id);
  }

  /** The code of this minute, for the desk to scan. */
  @Get('member-code')
  @ClientRoute()
  async memberCode(@CurrentClient() { customerId }: ClientPrincipal): Promise<MemberCodeDto> {
    return presentCode(await this.unitOfWork.run((tx) => this.codes.show(tx, customerId)));
  }
}
