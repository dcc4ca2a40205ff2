import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ChangeSettings } from '../change-settings.js';
import { allTexts, type ContractText } from '../data/contract-texts.js';
import { ownSettings } from '../data/settings.js';
import { BLANKS, PublishContractText } from '../publish-contract-text.js';
import { effectiveSettings } from '../rules/settings.js';
import {
  ChangeSettingsDto,
  ContractTextDto,
  ContractTextListDto,
  ContractTextsQueryDto,
  EffectiveSettingsDto,
  PublishContractTextDto,
} from './dto/contract.dto.js';

const presentText = ({ id, version, title, body, createdAt }: ContractText): ContractTextDto => ({
  ...{ id, version, title, body, createdAt: toRfc3339(createdAt, HOME_ZONE) },
});

/** In a path, a store of others is no store. @throws Refusal STORE_NOT_FOUND */
function requireOwn(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('STORE_NOT_FOUND');
}

/** The words of contracts, and what the law and the house leave open. */
@Controller('staff')
export class StaffRulesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly publishText: PublishContractText,
    private readonly changeSettings: ChangeSettings,
  ) {}

  /** Every version, latest first; the first is in force. */
  @Get('contract-texts')
  @StaffRoute('plans.read')
  async texts(
    @Query() { kind = 'stored_value' }: ContractTextsQueryDto,
  ): Promise<ContractTextListDto> {
    const items = (await allTexts(this.database, kind)).map(presentText);
    const blanks = Object.entries(BLANKS[kind]).map(([name, meaning]) => ({ name, meaning }));
    return { items, blanks };
  }

  /** A new version takes the place of the one before; what was signed keeps its own words. */
  @Post('contract-texts')
  @StaffRoute('membership.rules')
  publish(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: PublishContractTextDto,
  ): Promise<ContractTextDto> {
    return this.idempotent.run(call, async (tx) =>
      presentText(
        await this.publishText.execute(tx, staff, { ...body, kind: body.kind ?? 'stored_value' }),
      ),
    );
  }

  @Get('membership-settings')
  @StaffRoute('plans.read')
  brandSettings(): Promise<EffectiveSettingsDto> {
    return this.#settings(null);
  }

  @Patch('membership-settings')
  @StaffRoute('membership.rules')
  async changeBrand(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeSettingsDto,
  ): Promise<EffectiveSettingsDto> {
    return this.#change(staff, null, call, body);
  }

  @Get('membership-settings/:storeId')
  @StaffRoute('plans.read')
  storeSettings(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('storeId', IdPipe) storeId: string,
  ): Promise<EffectiveSettingsDto> {
    requireOwn(staff, storeId);
    return this.#settings(storeId);
  }

  /** For a place whose rules differ; what is not set here follows the brand. */
  @Patch('membership-settings/:storeId')
  @StaffRoute('membership.rules')
  async changeStore(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('storeId', IdPipe) storeId: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeSettingsDto,
  ): Promise<EffectiveSettingsDto> {
    requireOwn(staff, storeId);
    return this.#change(staff, storeId, call, body);
  }

  async #change(
    staff: StaffPrincipal,
    storeId: string | null,
    call: IdempotentCall,
    body: ChangeSettingsDto,
  ): Promise<EffectiveSettingsDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.changeSettings.execute(tx, staff, storeId, body);
      return {};
    });
    return this.#settings(storeId);
  }

  async #settings(storeId: string | null): Promise<EffectiveSettingsDto> {
    const { brand, store } = await ownSettings(this.database, storeId);
    const own = Object.keys(storeId === null ? brand : store);
    return { storeId, settings: effectiveSettings(brand, store), own };
  }
}
