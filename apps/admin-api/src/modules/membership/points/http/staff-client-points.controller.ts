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
import { ReasonDto } from '../../http/dto/top-up.dto.js';
import { AdjustPoints } from '../adjust-points.js';
import { CloseRedemption } from '../close-redemption.js';
import { adjustmentById, adjustmentsWaiting } from '../data/adjustments.js';
import { redemptionById, waitingIn } from '../data/redemptions.js';
import {
  AdjustPointsDto,
  AdjustmentDto,
  AdjustmentListDto,
  DecideAdjustmentDto,
  HandOverDto,
  StaffPointsDto,
  StaffRedemptionDto,
  StaffRedemptionListDto,
} from './dto/points.dto.js';
import { MOST, PointsScreens } from './points-screens.js';

/** A client's points at the desk: what she has, what she picks up, and what is set right by hand. */
@Controller('staff')
export class StaffClientPointsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly screens: PointsScreens,
    private readonly adjust: AdjustPoints,
    private readonly close: CloseRedemption,
    private readonly eyes: SecondPairOfEyes,
  ) {}

  @Get('clients/:id/points')
  @StaffRoute('wallet.read')
  async points(@Param('id', IdPipe) id: string): Promise<StaffPointsDto> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    return this.screens.ofClient(id);
  }

  /** By hand, with the reason; above the house's limit it waits for a second person. */
  @Post('clients/:id/points-adjustments')
  @StaffRoute('points.adjust')
  async request(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { storeId, points, reason }: AdjustPointsDto,
  ): Promise<AdjustmentDto> {
    requireStore(staff, storeId);
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.adjust.request(tx, staff, { customerId, storeId, points, reason })).id,
    }));
    return this.#adjustment(id);
  }

  /** What waits for a second person in the caller's stores. */
  @Get('points-adjustments')
  @StaffRoute('points.adjust-decide')
  async waiting(@CurrentStaff() { storeIds }: StaffPrincipal): Promise<AdjustmentListDto> {
    if (storeIds.length === 0) return { items: [] };
    const found = await adjustmentsWaiting(this.database, storeIds, MOST);
    return { items: await this.screens.adjustments(found) };
  }

  @Post('points-adjustments/:adjustmentId/decide')
  @HttpCode(200)
  @StaffRoute('points.adjust-decide')
  async decide(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('adjustmentId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { agree }: DecideAdjustmentDto,
  ): Promise<AdjustmentDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.adjust.decide(tx, staff, id, agree);
      return {};
    });
    return this.#adjustment(id);
  }

  /** Rewards that wait to be picked up in the caller's stores. */
  @Get('points-redemptions')
  @StaffRoute('wallet.spend')
  async toHandOver(@CurrentStaff() { storeIds }: StaffPrincipal): Promise<StaffRedemptionListDto> {
    if (storeIds.length === 0) return { items: [] };
    return {
      items: await this.screens.redemptions(await waitingIn(this.database, storeIds, MOST)),
    };
  }

  /** A piece to whoever shows its code; two people may answer for what her health speaks against. */
  @Post('points-redemptions/:redemptionId/hand-over')
  @HttpCode(200)
  @StaffRoute('wallet.spend')
  async handOver(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('redemptionId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { pickUpCode: code, override: wish }: HandOverDto,
  ): Promise<StaffRedemptionDto> {
    await this.idempotent.settle(call, async () => {
      const override = wish && (await this.eyes.ask(staff, wish));
      return this.idempotent.run(call, async (tx) => {
        await this.close.handOver(tx, staff, id, { code, override });
        return {};
      });
    });
    return this.#redemption(id);
  }

  /** Points and piece come back. */
  @Post('points-redemptions/:redemptionId/cancel')
  @HttpCode(200)
  @StaffRoute('wallet.spend')
  async cancel(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('redemptionId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<StaffRedemptionDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.close.cancel(tx, staff, id, reason.trim());
      return {};
    });
    return this.#redemption(id);
  }

  async #redemption(id: string): Promise<StaffRedemptionDto> {
    const found = (await redemptionById(this.database, id)) ?? refuse('REDEMPTION_NOT_FOUND');
    const [shown] = await this.screens.redemptions([found]);
    return shown ?? refuse('REDEMPTION_NOT_FOUND');
  }

  async #adjustment(id: string): Promise<AdjustmentDto> {
    const found = (await adjustmentById(this.database, id)) ?? refuse('ADJUSTMENT_NOT_FOUND');
    const [shown] = await this.screens.adjustments([found]);
    return shown ?? refuse('ADJUSTMENT_NOT_FOUND');
  }
}
