import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../../platform/clock/index.js';
import { Database, UnitOfWork, type Reader } from '../../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { aSample } from '../../data/sample.js';
import { countByRule } from '../data/rule-holders.js';
import { allRules, countHolders } from '../data/tag-rules.js';
import { ruleDay } from '../rules/rule-day.js';
import { SaveTagRule } from '../save-tag-rule.js';
import {
  AddTagRuleBody,
  ChangeTagRuleBody,
  ReckonedView,
  TagRuleDto,
  TagRulesView,
} from './dto/tag-rules.dto.js';

const MOST_COUNTED = 10_000;

/** Tags that rules keep. Each write answers with all of them, as the page shows them. */
@Controller('staff/client-tag-rules')
export class StaffTagRulesController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly saveTagRule: SaveTagRule,
    private readonly clock: Clock,
  ) {}

  @Get()
  @StaffRoute('clients.policy')
  list(): Promise<TagRulesView> {
    return this.#all(this.database);
  }

  /** How many clients a rule would put its tag on today. Nothing is kept. */
  @Get('count')
  @StaffRoute('clients.policy')
  async count(@Query() query: TagRuleDto): Promise<ReckonedView> {
    const rule = await this.saveTagRule.read(this.database, query);
    const day = ruleDay(localDate(this.clock.now(), HOME_ZONE));
    const { clients, exact } = await countByRule(
      this.database,
      ...([rule, day, await aSample(this.database)] as const),
    );
    return { clients, exact };
  }

  @Post()
  @StaffRoute('clients.policy')
  add(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() body: AddTagRuleBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<TagRulesView> {
    return this.idempotent.run(call, async (tx) => {
      await this.saveTagRule.add(tx, staff, body);
      return this.#all(tx);
    });
  }

  @Patch(':tagId')
  @StaffRoute('clients.policy')
  change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('tagId', IdPipe) tagId: string,
    @Body() body: ChangeTagRuleBody,
  ): Promise<TagRulesView> {
    return this.unitOfWork.run(async (tx) => {
      await this.saveTagRule.change(tx, staff, tagId, body);
      return this.#all(tx);
    });
  }

  async #all(reader: Reader): Promise<TagRulesView> {
    const rules = await allRules(reader);
    const items: TagRulesView['items'] = [];
    for (const { tagId, groupId, name, state, rule, walkedOn } of rules) {
      const clients = await countHolders(reader, tagId, MOST_COUNTED);
      items.push({ tagId, groupId, name, state, rule: { ...rule }, clients, keptOn: walkedOn });
    }
    return { items };
  }
}
