import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { SecondPairOfEyes } from '../../../care/index.js';
import { CustomerQueries } from '../../../customers/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { RateLimit } from '../../../../platform/rate-limit/index.js';
import { ReasonDto } from '../../http/dto/top-up.dto.js';
import { RedeemNow } from '../redeem-now.js';
import { ReverseSessionUse } from '../reverse-session-use.js';
import { SellPackage } from '../sell-package.js';
import {
  RedeemSessionDto,
  SellPackageDto,
  SessionUseDto,
  StaffPackageDto,
  StaffPackageListDto,
} from './dto/package.dto.js';
import { PackageScreens } from './package-screens.js';

/** A client's packages at the desk: sold, shown, used. They belong to the client, so every store sees them. */
@Controller('staff')
export class StaffPackageSalesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly sellPackage: SellPackage,
    private readonly eyes: SecondPairOfEyes,
    private readonly redeemNow: RedeemNow,
    private readonly reverseUse: ReverseSessionUse,
    private readonly screens: PackageScreens,
  ) {}

  @Get('clients/:id/packages')
  @StaffRoute('wallet.read')
  async list(@Param('id', IdPipe) customerId: string): Promise<StaffPackageListDto> {
    if (!(await this.customers.summary(this.database, customerId))) refuse('CLIENT_NOT_FOUND');
    return { items: await this.screens.staffList(customerId) };
  }

  @Post('clients/:id/packages')
  @StaffRoute('wallet.top-up')
  @RateLimit('member-code')
  async sell(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: SellPackageDto,
  ): Promise<StaffPackageDto> {
    requireStore(staff, body.storeId);
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.sellPackage.execute(tx, staff, { ...body, customerId })).id,
    }));
    return this.screens.staffDetail(id);
  }

  /** A session without a visit, with the client's code or a signed slip. */
  @Post('clients/:id/session-uses')
  @StaffRoute('wallet.spend')
  @RateLimit('member-code')
  async redeem(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { override: wish, ...body }: RedeemSessionDto,
  ): Promise<SessionUseDto> {
    requireStore(staff, body.storeId);
    const { id } = await this.idempotent.settle(call, async () => {
      const override = wish && (await this.eyes.ask(staff, wish));
      return this.idempotent.run(call, async (tx) => ({
        id: (await this.redeemNow.execute(tx, staff, { ...body, customerId, override })).id,
      }));
    });
    return this.screens.use(id);
  }

  /** A wrong use: the session is there again. */
  @Post('session-uses/:useId/reverse')
  @HttpCode(200)
  @StaffRoute('wallet.reverse')
  async reverse(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('useId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<SessionUseDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.reverseUse.execute(tx, staff, id, reason.trim());
      return {};
    });
    return this.screens.use(id);
  }
}
