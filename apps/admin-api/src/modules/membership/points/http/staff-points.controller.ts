import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { houseRules } from '../../data/house-rules.js';
import { allRewards, rewardById, rewardVersions } from '../data/rewards.js';
import { DEFAULT_POINTS_RULES } from '../rules/points-rules.js';
import { SavePoints } from '../save-points.js';
import {
  ChangeRewardDto,
  PointsRulesDto,
  RewardHistoryDto,
  StaffRewardDto,
  StaffRewardListDto,
  WriteRewardDto,
} from './dto/points.dto.js';
import {
  presentRewardVersion,
  presentRules,
  presentStaffReward,
  readReward,
  readRules,
} from './present-points.js';

/** The rules of points and what they buy: the brand's, the same in every store. */
@Controller('staff')
export class StaffPointsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly savePoints: SavePoints,
  ) {}

  @Get('points-rules')
  @StaffRoute('plans.read')
  async rules(): Promise<PointsRulesDto> {
    return presentRules(await houseRules(this.database, 'points_rules', DEFAULT_POINTS_RULES));
  }

  /** All rules as they are to be. */
  @Patch('points-rules')
  @StaffRoute('membership.rules')
  async changeRules(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: PointsRulesDto,
  ): Promise<PointsRulesDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.savePoints.rules(tx, staff, readRules(body));
      return {};
    });
    return this.rules();
  }

  @Get('points-rewards')
  @StaffRoute('plans.read')
  async rewards(): Promise<StaffRewardListDto> {
    return { items: (await allRewards(this.database)).map(presentStaffReward) };
  }

  /** A reward with its history. */
  @Get('points-rewards/:rewardId')
  @StaffRoute('plans.read')
  async one(@Param('rewardId', IdPipe) id: string): Promise<RewardHistoryDto> {
    const changes = await rewardVersions(this.database, id);
    return { reward: await this.#reward(id), changes: changes.map(presentRewardVersion) };
  }

  @Post('points-rewards')
  @StaffRoute('plans.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: WriteRewardDto,
  ): Promise<StaffRewardDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.savePoints.createReward(tx, staff, readReward(body)),
    }));
    return this.#reward(id);
  }

  /** The whole reward as it is to be; what was redeemed keeps its price. */
  @Patch('points-rewards/:rewardId')
  @HttpCode(200)
  @StaffRoute('plans.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('rewardId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeRewardDto,
  ): Promise<StaffRewardDto> {
    await this.idempotent.run(call, async (tx) => {
      const draft = { ...readReward(body), version: body.version };
      await this.savePoints.changeReward(tx, staff, id, draft);
      return {};
    });
    return this.#reward(id);
  }

  async #reward(id: string): Promise<StaffRewardDto> {
    return presentStaffReward((await rewardById(this.database, id)) ?? refuse('REWARD_NOT_FOUND'));
  }
}
