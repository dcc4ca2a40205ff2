import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { allCareItems } from '../data/care-items.js';
import { allConditions, allIngredients, allRules } from '../data/knowledge.js';
import { SaveCareRule } from '../save-care-rule.js';
import { SaveCondition } from '../save-condition.js';
import { SaveIngredient } from '../save-ingredient.js';
import { SetCareItem } from '../set-care-item.js';
import {
  CareKnowledgeDto,
  ChangeCareRuleDto,
  ChangeConditionDto,
  ChangeIngredientDto,
  CreateCareRuleDto,
  CreateConditionDto,
  CreateIngredientDto,
  KnowledgeIdDto,
  ProductCareDto,
  ServiceCareDto,
} from './dto/knowledge.dto.js';
import { presentIngredient, presentItem, presentRule } from './present-care.js';

/** What the salon knows of ingredients and conditions, for those who treat and those who write it. It speaks of nobody. */
@Controller('staff/care-knowledge')
export class StaffCareKnowledgeController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly saveIngredient: SaveIngredient,
    private readonly saveCondition: SaveCondition,
    private readonly saveRule: SaveCareRule,
    private readonly setItem: SetCareItem,
  ) {}

  @Get()
  @StaffRoute('care-rules.read')
  async all(): Promise<CareKnowledgeDto> {
    const [ingredients, conditions, rules, items] = await Promise.all([
      allIngredients(this.database),
      allConditions(this.database),
      allRules(this.database),
      allCareItems(this.database),
    ]);
    return {
      ingredients: ingredients.map(presentIngredient),
      conditions,
      rules: rules.map(presentRule),
      items: items.map(presentItem),
    };
  }

  @Post('ingredients')
  @StaffRoute('care-rules.write')
  createIngredient(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreateIngredientDto,
  ): Promise<KnowledgeIdDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.saveIngredient.create(tx, staff, body),
    }));
  }

  @Patch('ingredients/:ingredientId')
  @HttpCode(204)
  @StaffRoute('care-rules.write')
  changeIngredient(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('ingredientId', IdPipe) id: string,
    @Body() { version, ...draft }: ChangeIngredientDto,
  ): Promise<void> {
    return this.unitOfWork.run((tx) =>
      this.saveIngredient.change(tx, staff, { id, version }, draft),
    );
  }

  @Post('conditions')
  @StaffRoute('care-rules.write')
  createCondition(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreateConditionDto,
  ): Promise<KnowledgeIdDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.saveCondition.create(tx, staff, body),
    }));
  }

  @Patch('conditions/:conditionId')
  @HttpCode(204)
  @StaffRoute('care-rules.write')
  changeCondition(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('conditionId', IdPipe) id: string,
    @Body() { version, ...draft }: ChangeConditionDto,
  ): Promise<void> {
    return this.unitOfWork.run((tx) =>
      this.saveCondition.change(tx, staff, { id, version }, draft),
    );
  }

  @Post('rules')
  @StaffRoute('care-rules.write')
  createRule(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { conditionId, targetKind, targetId, severity, advice }: CreateCareRuleDto,
  ): Promise<KnowledgeIdDto> {
    const draft = { conditionId, target: { kind: targetKind, id: targetId }, severity, advice };
    return this.idempotent.run(call, async (tx) => ({
      id: await this.saveRule.create(tx, staff, draft),
    }));
  }

  @Patch('rules/:ruleId')
  @HttpCode(204)
  @StaffRoute('care-rules.write')
  changeRule(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('ruleId', IdPipe) id: string,
    @Body() { version, ...change }: ChangeCareRuleDto,
  ): Promise<void> {
    return this.unitOfWork.run((tx) => this.saveRule.change(tx, staff, { id, version }, change));
  }

  /** What a service is made of and what it asks for. */
  @Put('services/:serviceId')
  @HttpCode(204)
  @StaffRoute('care-rules.write')
  setService(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('serviceId', IdPipe) id: string,
    @Body() body: ServiceCareDto,
  ): Promise<void> {
    return this.unitOfWork.run((tx) => this.setItem.execute(tx, staff, 'service', id, body));
  }

  /** What a product is made of. */
  @Put('products/:productId')
  @HttpCode(204)
  @StaffRoute('care-rules.write')
  setProduct(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('productId', IdPipe) id: string,
    @Body() body: ProductCareDto,
  ): Promise<void> {
    return this.unitOfWork.run((tx) => this.setItem.execute(tx, staff, 'product', id, body));
  }
}
