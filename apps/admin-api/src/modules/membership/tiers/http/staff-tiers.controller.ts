import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { CustomerQueries } from '../../../customers/index.js';
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
import { allTiers, tierById, tierVersions } from '../data/tiers.js';
import { DEFAULT_TIER_SETTINGS } from '../rules/tier-rules.js';
import { SaveTier } from '../save-tier.js';
import { SetTier } from '../set-tier.js';
import {
  ChangeTierDto,
  SetTierDto,
  StaffMemberTierDto,
  StaffTierDto,
  StaffTierListDto,
  TierHistoryDto,
  WriteTierDto,
  WriteTierSettingsDto,
} from './dto/tier.dto.js';
import { presentStaffTier, presentTierVersion, readTier } from './present-tier.js';
import { TierScreens } from './tier-screens.js';

/** Tiers as the salon keeps them, and a client's at the desk. They are the brand's, so every store sees the same. */
@Controller('staff')
export class StaffTiersController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly saveTier: SaveTier,
    private readonly setTier: SetTier,
    private readonly screens: TierScreens,
  ) {}

  @Get('tiers')
  @StaffRoute('plans.read')
  async list(): Promise<StaffTierListDto> {
    const settings = await houseRules(this.database, 'tier_rules', DEFAULT_TIER_SETTINGS);
    return { items: (await allTiers(this.database)).map(presentStaffTier), settings };
  }

  /** A tier with its history. */
  @Get('tiers/:tierId')
  @StaffRoute('plans.read')
  async one(@Param('tierId', IdPipe) id: string): Promise<TierHistoryDto> {
    const changes = await tierVersions(this.database, id);
    return { tier: await this.#tier(id), changes: changes.map(presentTierVersion) };
  }

  @Post('tiers')
  @StaffRoute('plans.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: WriteTierDto,
  ): Promise<StaffTierDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.saveTier.create(tx, staff, readTier(body)),
    }));
    return this.#tier(id);
  }

  /** The whole tier as it is to be; clients keep theirs until they are weighed the next time. */
  @Patch('tiers/:tierId')
  @StaffRoute('plans.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('tierId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeTierDto,
  ): Promise<StaffTierDto> {
    await this.idempotent.run(call, async (tx) => {
      const draft = { ...readTier(body), version: body.version };
      await this.saveTier.change(tx, staff, id, draft);
      return {};
    });
    return this.#tier(id);
  }

  /** What counts, and how long a tier stays. */
  @Patch('tier-settings')
  @StaffRoute('membership.rules')
  async settings(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: WriteTierSettingsDto,
  ): Promise<StaffTierListDto> {
    const { spendCounts, bonusCounts, keepMonths = null, downgradeStep } = body;
    const settings = { spendCounts, bonusCounts, keepMonths, downgradeStep };
    await this.idempotent.run(call, async (tx) => {
      await this.saveTier.settings(tx, staff, settings);
      return {};
    });
    return this.list();
  }

  @Get('clients/:id/tier')
  @StaffRoute('wallet.read')
  async member(@Param('id', IdPipe) id: string): Promise<StaffMemberTierDto> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    return this.screens.ofClient(id);
  }

  /** By hand, with the reason. */
  @Post('clients/:id/tier')
  @HttpCode(200)
  @StaffRoute('tiers.set')
  async set(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { tierId, keptUntil, reason }: SetTierDto,
  ): Promise<StaffMemberTierDto> {
    await this.idempotent.run(call, async (tx) => {
      const wish = { tierId: tierId ?? null, keptUntil: keptUntil ?? null };
      await this.setTier.execute(tx, staff, { ...wish, customerId, reason });
      return {};
    });
    return this.member(customerId);
  }

  async #tier(id: string): Promise<StaffTierDto> {
    return presentStaffTier((await tierById(this.database, id)) ?? refuse('TIER_NOT_FOUND'));
  }
}
