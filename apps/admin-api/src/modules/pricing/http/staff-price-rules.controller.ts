import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import {
  allPriceRules,
  priceRuleById,
  priceRuleChanges,
  type PriceRule,
} from '../data/price-rules.js';
import type { PriceRuleDraft } from '../rules/price-rule-draft.js';
import { SavePriceRule } from '../save-price-rule.js';
import {
  ChangePriceRuleDto,
  CreatePriceRuleDto,
  PriceRuleDto,
  PriceRuleHistoryDto,
  PriceRuleListDto,
  PriceRuleVersionDto,
} from './dto/price-rule.dto.js';

const presentDraft = (draft: PriceRuleDraft): PriceRuleVersionDto => ({
  ...draft,
  scopeIds: [...draft.scopeIds],
  parts: draft.parts.map(({ serviceId, shareFen }) => ({ serviceId, shareFen })),
  ...{ weekdays: [...draft.weekdays], monthDays: [...draft.monthDays] },
  storeIds: [...draft.storeIds],
});

const presentRule = ({ id, version, updatedAt, ...draft }: PriceRule): PriceRuleDto => ({
  ...{ id, version, updatedAt: updatedAt.toISOString() },
  ...presentDraft(draft),
});

/** The house's own price rules: timed prices, member day, birthday, first visit, combos. */
@Controller('staff/price-rules')
export class StaffPriceRulesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly savePriceRule: SavePriceRule,
  ) {}

  /** Every rule, also those that are switched off. */
  @Get()
  @StaffRoute('catalog.read')
  async list(): Promise<PriceRuleListDto> {
    return { items: (await allPriceRules(this.database)).map(presentRule) };
  }

  /** A rule with its history. */
  @Get(':ruleId')
  @StaffRoute('catalog.read')
  async one(@Param('ruleId', IdPipe) id: string): Promise<PriceRuleHistoryDto> {
    const rule = await this.#read(id);
    const changes = await priceRuleChanges(this.database, id);
    return {
      rule,
      changes: changes.map(({ version, at, byName, rule: said }) => ({
        ...{ version, at: at.toISOString(), byName, rule: presentDraft(said) },
      })),
    };
  }

  @Post()
  @StaffRoute('catalog.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreatePriceRuleDto,
  ): Promise<PriceRuleDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.savePriceRule.create(tx, staff, body)).id,
    }));
    return this.#read(id);
  }

  /** The whole rule as it shall be; bills keep what they were priced with. */
  @Patch(':ruleId')
  @StaffRoute('catalog.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('ruleId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangePriceRuleDto,
  ): Promise<PriceRuleDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.savePriceRule.change(tx, staff, id, body);
      return {};
    });
    return this.#read(id);
  }

  async #read(id: string): Promise<PriceRuleDto> {
    return presentRule((await priceRuleById(this.database, id)) ?? refuse('PRICE_RULE_NOT_FOUND'));
  }
}
