import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import {
  CurrentStaff,
  Reauthentication,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { RateLimit } from '../../../platform/rate-limit/index.js';
import { valueOf } from '../customer-wallets.js';
import { FreezeWallet } from '../freeze-wallet.js';
import { MemberCodes } from '../member-codes.js';
import { SpendValue } from '../spend-value.js';
import { TransferValue } from '../transfer-value.js';
import { WalletQueries } from '../wallet-queries.js';
import {
  CodeOwnerDto,
  FreezeWalletDto,
  FrozenDto,
  ReadMemberCodeDto,
  SpendValueDto,
  TransferValueDto,
  TransferredDto,
} from './dto/desk.dto.js';
import {
  SpendDto,
  StaffWalletDto,
  StatementDto,
  StatementQueryDto,
  WalletQueryDto,
} from './dto/wallet.dto.js';
import { MoneyScreens } from './money-screens.js';
import { cardNoText, presentSpend, presentStatement } from './present-wallet.js';

/** A client's wallet at the desk. It belongs to the client, so every store of the brand sees it whole. */
@Controller('staff')
export class StaffWalletsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly reauthentication: Reauthentication,
    private readonly customers: CustomerQueries,
    private readonly queries: WalletQueries,
    private readonly codes: MemberCodes,
    private readonly spendValue: SpendValue,
    private readonly freezeWallet: FreezeWallet,
    private readonly transferValue: TransferValue,
    private readonly screens: MoneyScreens,
  ) {}

  @Get('clients/:id/wallet')
  @StaffRoute('wallet.read')
  async wallet(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { storeId }: WalletQueryDto,
  ): Promise<StaffWalletDto> {
    await this.#requireClient(id);
    return (await this.screens.wallet(staff, id, storeId)).shown;
  }

  @Get('clients/:id/wallet/statement')
  @StaffRoute('wallet.read')
  async statement(
    @Param('id', IdPipe) id: string,
    @Query() { month }: StatementQueryDto,
  ): Promise<StatementDto> {
    await this.#requireClient(id);
    return presentStatement(await this.queries.month(id, month));
  }

  /** Whose code was scanned. The code stays good. */
  @Post('member-code')
  @HttpCode(200)
  @StaffRoute('wallet.spend')
  @RateLimit('member-code')
  readCode(
    @Idempotent() call: IdempotentCall,
    @Body() { code }: ReadMemberCodeDto,
  ): Promise<CodeOwnerDto> {
    return this.idempotent.run(call, (tx) => this.#ownerOf(tx, code));
  }

  /** A quick charge, with the client's code or a signed slip. */
  @Post('clients/:id/spends')
  @StaffRoute('wallet.spend')
  @RateLimit('member-code')
  spend(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: SpendValueDto,
  ): Promise<SpendDto> {
    requireStore(staff, body.storeId);
    return this.idempotent.run(call, async (tx) => {
      const spend = await this.spendValue.execute(tx, staff, { ...body, customerId });
      return presentSpend(spend, new Map());
    });
  }

  @Post('clients/:id/freeze')
  @HttpCode(200)
  @StaffRoute('wallet.freeze')
  freeze(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, reason }: FreezeWalletDto,
  ): Promise<FrozenDto> {
    requireStore(staff, storeId);
    const request = { customerId, storeId, reason: reason.trim() };
    return this.idempotent.run(call, async (tx) => {
      await this.freezeWallet.freeze(tx, staff, request);
      return { clientId: customerId, frozen: true };
    });
  }

  @Post('clients/:id/unfreeze')
  @HttpCode(200)
  @StaffRoute('wallet.freeze')
  unfreeze(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, reason }: FreezeWalletDto,
  ): Promise<FrozenDto> {
    requireStore(staff, storeId);
    const request = { customerId, storeId, reason: reason.trim() };
    return this.idempotent.run(call, async (tx) => {
      await this.freezeWallet.release(tx, staff, request);
      return { clientId: customerId, frozen: false };
    });
  }

  /** To another client: the giver shows her code, the caller her password once more. */
  @Post('clients/:id/transfers')
  @StaffRoute('wallet.transfer')
  @RateLimit('member-code')
  transfer(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) from: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: TransferValueDto,
  ): Promise<TransferredDto> {
    const { storeId, toClientId: to, amountFen, code, password } = body;
    requireStore(staff, storeId);
    if (from === to) refuseField('toClientId', '请选择另一位顾客');
    const amount = amountFen === undefined ? {} : { amountFen };
    const request = { ...{ from, to, storeId, code, reason: body.reason.trim() }, ...amount };
    // A repeat is answered by what was done, whatever the password is by now.
    return this.idempotent.settle(call, async () => {
      await this.#requireClient(from);
      await this.reauthentication.require(staff, password);
      return this.idempotent.run(call, async (tx) => {
        const done = await this.transferValue.execute(tx, staff, request);
        const { id, principalFen, bonusFen, entryNo: txId } = done;
        return { id, fromClientId: from, toClientId: to, principalFen, bonusFen, txId };
      });
    });
  }

  async #ownerOf(reader: Reader, code: string): Promise<CodeOwnerDto> {
    const { customerId, cardNo, frozen } = await this.codes.ownerOf(reader, code);
    const client = (await this.customers.summary(reader, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    const { principalFen, bonusFen } = await valueOf(reader, customerId);
    const { name, memberNo, phoneMasked } = client;
    return {
      ...{ clientId: customerId, name, memberNo, phoneMasked, cardNo: cardNoText(cardNo) },
      ...{ principalFen, bonusFen, frozen },
    };
  }

  async #requireClient(id: string): Promise<void> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
  }
}
