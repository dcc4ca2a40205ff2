import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { serviceNames } from '../../../catalog/index.js';
import { storeById } from '../../../stores/index.js';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import { Database, type Tx } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { settingsOf } from '../../data/settings.js';
import { DisputeDto } from '../../http/dto/desk.dto.js';
import { RefundDto, RefundQuoteDto, RequestRefundDto } from '../../http/dto/refund.dto.js';
import { presentQuote, refundOf } from '../../http/present-refund.js';
import { ScreenStores } from '../../http/screen-stores.js';
import { textInForce } from '../../open-top-up.js';
import { AnswerSessionUse } from '../answer-session-use.js';
import { BuyPackageOnPhone } from '../buy-package-on-phone.js';
import { packagePlansOnPhone } from '../data/package-plans.js';
import { packageById } from '../data/packages.js';
import { QuotePackageRefund } from '../quote-package-refund.js';
import { RequestPackageRefund } from '../request-package-refund.js';
import { PackageOffers } from '../package-offers.js';
import { OfferedPackageListDto, PackagePlansQueryDto } from './dto/package-plan.dto.js';
import {
  PackageDetailDto,
  PackageListDto,
  PackageOrderDto,
  SessionUseDto,
  SessionUseListDto,
  StartedPackageDto,
} from './dto/package.dto.js';
import { PackageScreens } from './package-screens.js';
import { presentPackagePlan } from './present-package-plan.js';

/** Packages on the phone: bought, looked at, used. */
@Controller('client')
export class ClientPackagesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly buyOnPhone: BuyPackageOnPhone,
    private readonly answer: AnswerSessionUse,
    private readonly quotes: QuotePackageRefund,
    private readonly requestRefund: RequestPackageRefund,
    private readonly offers: PackageOffers,
    private readonly screens: PackageScreens,
    private readonly stores: ScreenStores,
  ) {}

  /** What can be bought, each with the contract that is agreed to. */
  @Get('package-plans')
  @ClientRoute()
  async plans(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { storeId }: PackagePlansQueryDto,
  ): Promise<OfferedPackageListDto> {
    const reader = this.database;
    if (storeId !== undefined && !(await storeById(reader, storeId))) refuse('STORE_NOT_FOUND');
    const all = await packagePlansOnPhone(reader);
    const plans = all.filter((plan) => storeId === undefined || plan.storeIds.includes(storeId));
    const { signBeforePaying } = await settingsOf(reader, storeId ?? null);
    if (plans.length === 0) return { items: [], signBeforePaying };
    const text = await textInForce(reader, undefined, 'package');
    const stores = await this.stores.of(plans.flatMap((plan) => plan.storeIds));
    const services = plans.flatMap((plan) => plan.items.flatMap((item) => item.serviceIds));
    const names = await serviceNames(reader, services);
    const items = plans.map(async (plan) => {
      const contracts = await this.offers.of(reader, customerId, text, plan, storeId);
      const [contract = refuse('PACKAGE_PLAN_NOT_ON_SALE')] = contracts;
      return { ...presentPackagePlan(plan, stores, names), contract, contracts };
    });
    return { items: await Promise.all(items), signBeforePaying };
  }

  /** Starts a purchase; what comes back opens WeChat's cashier. The same key tries the same order again. */
  @Post('package-orders')
  @ClientRoute()
  async buy(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: PackageOrderDto,
  ): Promise<StartedPackageDto> {
    const started = await this.buyOnPhone.execute(client, body, call);
    return { ...started, state: 'pending' };
  }

  /** Her packages, those in use first. */
  @Get('packages')
  @ClientRoute()
  async list(@CurrentClient() { customerId }: ClientPrincipal): Promise<PackageListDto> {
    return { items: await this.screens.ofClient(customerId) };
  }

  /** One with its uses and what happened to it. */
  @Get('packages/:packageId')
  @ClientRoute()
  one(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Param('packageId', IdPipe) id: string,
  ): Promise<PackageDetailDto> {
    return this.screens.detailOf(customerId, id);
  }

  /** What it would give back now, by each of the law's three bases. */
  @Get('packages/:packageId/refund-quote')
  @ClientRoute()
  async quote(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Param('packageId', IdPipe) id: string,
  ): Promise<RefundQuoteDto> {
    const pack = await packageById(this.database, id);
    if (pack?.customerId !== customerId) return refuse('PACKAGE_NOT_FOUND');
    return presentQuote(await this.quotes.execute(this.database, pack), refundOf(pack));
  }

  /** From now on it is held, until the salon has decided. It is listed among her refunds. */
  @Post('packages/:packageId/refunds')
  @ClientRoute()
  async refund(
    @CurrentClient() client: ClientPrincipal,
    @Param('packageId', IdPipe) packageId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: RequestRefundDto,
  ): Promise<RefundDto> {
    const wish = { ...body, reason: body.reason.trim(), packageId };
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.requestRefund.execute(tx, client, wish),
    }));
    return this.screens.refund(id);
  }

  /** Uses that wait for her word: what a visit took that she has not seen yet. */
  @Get('session-uses')
  @ClientRoute()
  async waiting(@CurrentClient() { customerId }: ClientPrincipal): Promise<SessionUseListDto> {
    return { items: await this.screens.waitingUses(customerId) };
  }

  /** “That is right”: one tap. */
  @Post('session-uses/:useId/confirm')
  @HttpCode(200)
  @ClientRoute()
  confirm(
    @CurrentClient() client: ClientPrincipal,
    @Param('useId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<SessionUseDto> {
    return this.#answer(id, call, (tx) => this.answer.confirm(tx, client, id));
  }

  /** “This was not me”: the desk looks into it. */
  @Post('session-uses/:useId/dispute')
  @HttpCode(200)
  @ClientRoute()
  dispute(
    @CurrentClient() client: ClientPrincipal,
    @Param('useId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { note }: DisputeDto,
  ): Promise<SessionUseDto> {
    return this.#answer(id, call, (tx) =>
      this.answer.dispute(tx, client, id, note?.trim() || null),
    );
  }

  async #answer(
    id: string,
    call: IdempotentCall,
    work: (tx: Tx) => Promise<void>,
  ): Promise<SessionUseDto> {
    await this.idempotent.run(call, async (tx) => {
      await work(tx);
      return {};
    });
    return this.screens.use(id);
  }
}
