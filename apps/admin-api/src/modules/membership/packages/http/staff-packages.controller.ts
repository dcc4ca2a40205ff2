import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerQueries } from '../../../customers/index.js';
import {
  CurrentStaff,
  Reauthentication,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../../platform/auth/index.js';
import { Database, type Tx } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { RateLimit } from '../../../../platform/rate-limit/index.js';
import { RefundDto, RefundQuoteDto, RequestRefundDto } from '../../http/dto/refund.dto.js';
import { ReasonDto } from '../../http/dto/top-up.dto.js';
import { presentQuote, refundOf } from '../../http/present-refund.js';
import { packageById } from '../data/packages.js';
import { ConvertPackage } from '../convert-package.js';
import { ExtendPackage } from '../extend-package.js';
import { FreezePackage } from '../freeze-package.js';
import { PastDatePackages } from '../past-date-packages.js';
import { QuotePackageRefund } from '../quote-package-refund.js';
import { RequestPackageRefund } from '../request-package-refund.js';
import { ReversePackage } from '../reverse-package.js';
import { TransferPackage } from '../transfer-package.js';
import {
  ConvertPackageDto,
  ExtendPackageDto,
  PastDateListDto,
  PastDateQueryDto,
  StaffPackageDto,
  TransferPackageDto,
} from './dto/package.dto.js';
import { PackageScreens } from './package-screens.js';

/** What the desk does with packages that were sold. They are those of the caller's stores. */
@Controller('staff')
export class StaffPackagesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly reauthentication: Reauthentication,
    private readonly customers: CustomerQueries,
    private readonly freezePackage: FreezePackage,
    private readonly extendPackage: ExtendPackage,
    private readonly transferPackage: TransferPackage,
    private readonly convertPackage: ConvertPackage,
    private readonly reversePackage: ReversePackage,
    private readonly quotes: QuotePackageRefund,
    private readonly requestRefund: RequestPackageRefund,
    private readonly pastDate: PastDatePackages,
    private readonly screens: PackageScreens,
  ) {}

  /** Packages of a store whose date has passed with sessions that were paid for. */
  @Get('packages-past-date')
  @StaffRoute('wallet.read')
  async past(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: PastDateQueryDto,
  ): Promise<PastDateListDto> {
    requireStore(staff, storeId);
    return { items: await this.pastDate.ofStore(storeId) };
  }

  @Get('packages/:packageId')
  @StaffRoute('wallet.read')
  async one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
  ): Promise<StaffPackageDto> {
    const pack = await packageById(this.database, id);
    if (!pack || !staff.storeIds.includes(pack.storeId)) return refuse('PACKAGE_NOT_FOUND');
    return this.screens.staffDetail(id);
  }

  /** Lets it rest; the days are added to its date. */
  @Post('packages/:packageId/freeze')
  @HttpCode(200)
  @StaffRoute('wallet.freeze')
  freeze(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<StaffPackageDto> {
    return this.#do(id, call, (tx) => this.freezePackage.freeze(tx, staff, id, reason.trim()));
  }

  @Post('packages/:packageId/unfreeze')
  @HttpCode(200)
  @StaffRoute('wallet.freeze')
  unfreeze(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<StaffPackageDto> {
    return this.#do(id, call, (tx) => this.freezePackage.unfreeze(tx, staff, id, reason.trim()));
  }

  @Post('packages/:packageId/extend')
  @HttpCode(200)
  @StaffRoute('wallet.freeze')
  extend(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { expiresOn, reason }: ExtendPackageDto,
  ): Promise<StaffPackageDto> {
    const wish = { expiresOn, reason: reason.trim() };
    return this.#do(id, call, (tx) => this.extendPackage.execute(tx, staff, id, wish));
  }

  /** To another client: the giver shows her code, the caller her password once more. */
  @Post('packages/:packageId/transfer')
  @HttpCode(200)
  @StaffRoute('wallet.transfer')
  @RateLimit('member-code')
  transfer(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { toClientId, code, password, reason }: TransferPackageDto,
  ): Promise<StaffPackageDto> {
    const wish = { packageId: id, toClientId, code, reason: reason.trim() };
    return this.idempotent.settle(call, async () => {
      const known = await packageById(this.database, id);
      if (!known || !staff.storeIds.includes(known.storeId)) return refuse('PACKAGE_NOT_FOUND');
      if (!(await this.customers.summary(this.database, toClientId))) refuse('CLIENT_NOT_FOUND');
      await this.reauthentication.require(staff, password);
      return this.#do(id, call, (tx) => this.transferPackage.execute(tx, staff, wish));
    });
  }

  /** What it would give back now, by each of the law's three bases. */
  @Get('packages/:packageId/refund-quote')
  @StaffRoute('wallet.refund')
  async quote(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
  ): Promise<RefundQuoteDto> {
    const pack = await packageById(this.database, id);
    if (!pack || !staff.storeIds.includes(pack.storeId)) return refuse('PACKAGE_NOT_FOUND');
    return presentQuote(await this.quotes.execute(this.database, pack), refundOf(pack));
  }

  /** For the client; somebody else decides it, among the refunds of stored value. */
  @Post('packages/:packageId/refunds')
  @StaffRoute('wallet.refund')
  async refund(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) packageId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: RequestRefundDto,
  ): Promise<RefundDto> {
    const wish = { ...body, reason: body.reason.trim(), packageId };
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.requestRefund.execute(tx, staff, wish),
    }));
    return this.screens.refund(id);
  }

  /** What is left goes into a new package; the answer is the new one. */
  @Post('packages/:packageId/convert')
  @StaffRoute('wallet.transfer')
  @RateLimit('member-code')
  async convert(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) packageId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: ConvertPackageDto,
  ): Promise<StaffPackageDto> {
    const wish = { ...body, reason: body.reason.trim(), packageId };
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.convertPackage.execute(tx, staff, wish)).id,
    }));
    return this.screens.staffDetail(id);
  }

  /** A wrong sale of the desk of which nothing was used. */
  @Post('packages/:packageId/reverse')
  @HttpCode(200)
  @StaffRoute('wallet.reverse')
  reverse(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('packageId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<StaffPackageDto> {
    return this.#do(id, call, (tx) => this.reversePackage.execute(tx, staff, id, reason.trim()));
  }

  async #do(
    id: string,
    call: IdempotentCall,
    work: (tx: Tx) => Promise<unknown>,
  ): Promise<StaffPackageDto> {
    await this.idempotent.run(call, async (tx) => {
      await work(tx);
      return {};
    });
    return this.screens.staffDetail(id);
  }
}
