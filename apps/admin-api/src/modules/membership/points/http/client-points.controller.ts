import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { storesByIds } from '../../../stores/index.js';
import {
  ClientRoute,
  CurrentClient,
  type ClientPrincipal,
} from '../../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../../platform/clock/index.js';
import { Database } from '../../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { ScreenStores } from '../../http/screen-stores.js';
import { MemberTierDto } from '../../tiers/http/dto/tier.dto.js';
import { presentMemberTier } from '../../tiers/http/present-tier.js';
import { TierQueries } from '../../tiers/tier-queries.js';
import { MakeCheckIn } from '../check-in.js';
import { redemptionsOf, type Redemption } from '../data/redemptions.js';
import { rewardsOnOffer } from '../data/rewards.js';
import { PointsQueries } from '../points-queries.js';
import { RedeemReward } from '../redeem-reward.js';
import {
  CheckedInDto,
  ClientRedemptionDto,
  PointsDto,
  PointsHistoryDto,
  PointsHistoryQueryDto,
  RedeemRewardDto,
  RewardListDto,
} from './dto/points.dto.js';
import {
  presentCheckIn,
  presentLines,
  presentRedemption,
  presentReward,
} from './present-points.js';

const REDEMPTIONS = 20;

/** A client's tier and points on her phone. */
@Controller('client')
export class ClientPointsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
    private readonly tiers: TierQueries,
    private readonly points: PointsQueries,
    private readonly makeCheckIn: MakeCheckIn,
    private readonly redeemReward: RedeemReward,
    private readonly stores: ScreenStores,
  ) {}

  /** Her tier and what is missing to the next, in words and numbers. */
  @Get('tier')
  @ClientRoute()
  async tier(@CurrentClient() { customerId }: ClientPrincipal): Promise<MemberTierDto> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    return presentMemberTier(await this.tiers.sight(this.database, customerId, today));
  }

  @Get('points')
  @ClientRoute()
  async sight(@CurrentClient() { customerId }: ClientPrincipal): Promise<PointsDto> {
    const sight = await this.points.sight(customerId);
    const made = await redemptionsOf(this.database, customerId, REDEMPTIONS);
    const { points, shortfall, lapsing, rules } = sight;
    return {
      ...{ points, shortfall, lapsing, checkIn: presentCheckIn(sight) },
      fenPerHundred: rules.fenPerHundred,
      redemptions: await this.#present(made),
    };
  }

  /** Movements, latest first. */
  @Get('points/history')
  @ClientRoute()
  async history(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { cursor }: PointsHistoryQueryDto,
  ): Promise<PointsHistoryDto> {
    const page = await this.points.history(customerId, cursor);
    const { nextCursor } = page;
    return { items: presentLines(page), ...(nextCursor === undefined ? {} : { nextCursor }) };
  }

  /** 签到: once a day. */
  @Post('check-ins')
  @ClientRoute()
  checkIn(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent() call: IdempotentCall,
  ): Promise<CheckedInDto> {
    return this.idempotent.run(call, async (tx) => {
      const { onDate: date, streak, points } = await this.makeCheckIn.execute(tx, client);
      return { date, streak, points };
    });
  }

  @Get('points-rewards')
  @ClientRoute()
  async rewards(): Promise<RewardListDto> {
    return { items: (await rewardsOnOffer(this.database)).map(presentReward) };
  }

  /** Points are taken at once; a piece waits in the store for its code, a coupon is among hers. */
  @Post('points-redemptions')
  @ClientRoute()
  async redeem(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() wish: RedeemRewardDto,
  ): Promise<ClientRedemptionDto> {
    return this.idempotent.run(call, async (tx) => {
      const made = await this.redeemReward.execute(tx, client, wish);
      const stores = await storesByIds(tx, [made.storeId]);
      const shown = presentRedemption(made, new Map(stores.map((store) => [store.id, store])));
      return { ...shown, pickUpCode: made.pickUpCode };
    });
  }

  async #present(made: readonly Redemption[]): Promise<ClientRedemptionDto[]> {
    const stores = await this.stores.of(made.map(({ storeId }) => storeId));
    return made.map((one) => ({
      ...presentRedemption(one, stores),
      pickUpCode: one.pickUpCode,
    }));
  }
}
