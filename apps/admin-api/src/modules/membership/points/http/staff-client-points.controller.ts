import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
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
import { ScreenStores } from '../../http/screen-stores.js';
import { AdjustPoints } from '../adjust-points.js';
import { CloseRedemption } from '../close-redemption.js';
import {
  adjustmentById,
  adjustmentsOf,
  adjustmentsWaiting,
  type Adjustment,
} from '../data/adjustments.js';
import { redemptionById, redemptionsOf, waitingIn, type Redemption } from '../data/redemptions.js';
import { PointsQueries } from '../points-queries.js';
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
import { presentAdjustment, presentLines, presentRedemption } from './present-points.js';

const MOST = 100;

/** A client's points at the desk: what she has, what she picks up, and what is set right by hand. */
@Controller('staff')
export class StaffClientPointsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly queries: PointsQueries,
    private readonly adjust: AdjustPoints,
    private readonly close: CloseRedemption,
    private readonly stores: ScreenStores,
  ) {}

  @Get('clients/:id/points')
  @StaffRoute('wallet.read')
  async points(@Param('id', IdPipe) id: string): Promise<StaffPointsDto> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    const { points, shortfall, lapsing } = await this.queries.sight(id);
    const page = await this.queries.history(id, undefined);
    return {
      ...{ points, shortfall, lapsing, lines: presentLines(page) },
      redemptions: await this.#redemptions(await redemptionsOf(this.database, id, MOST)),
      adjustments: await this.#adjustments(await adjustmentsOf(this.database, id, MOST)),
    };
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
    return { items: await this.#adjustments(found) };
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
    return { items: await this.#redemptions(await waitingIn(this.database, storeIds, MOST)) };
  }

  @Post('points-redemptions/:redemptionId/hand-over')
  @HttpCode(200)
  @StaffRoute('wallet.spend')
  async handOver(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('redemptionId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { pickUpCode }: HandOverDto,
  ): Promise<StaffRedemptionDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.close.handOver(tx, staff, id, pickUpCode);
      return {};
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
    const [shown] = await this.#redemptions([found]);
    return shown ?? refuse('REDEMPTION_NOT_FOUND');
  }

  async #redemptions(found: readonly Redemption[]): Promise<StaffRedemptionDto[]> {
    const stores = await this.stores.of(found.map(({ storeId }) => storeId));
    const names = await this.#names(found);
    return found.map((one) => ({
      ...presentRedemption(one, stores),
      ...{ clientId: one.customerId, clientName: names.get(one.customerId) ?? '' },
      closedByName: one.closedByName,
    }));
  }

  async #adjustment(id: string): Promise<AdjustmentDto> {
    const found = (await adjustmentById(this.database, id)) ?? refuse('ADJUSTMENT_NOT_FOUND');
    const [shown] = await this.#adjustments([found]);
    return shown ?? refuse('ADJUSTMENT_NOT_FOUND');
  }

  async #adjustments(found: readonly Adjustment[]): Promise<AdjustmentDto[]> {
    const names = await this.#names(found);
    return found.map((one) => presentAdjustment(one, names.get(one.customerId) ?? ''));
  }

  async #names(
    rows: readonly { readonly customerId: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(rows.map(({ customerId }) => customerId))];
    const clients = await this.customers.summaries(this.database, ids);
    return new Map(clients.map(({ id, name }) => [id, name]));
  }
}
