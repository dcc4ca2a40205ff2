import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { allTemplates, templateById, templateChanges } from '../data/templates.js';
import { SaveCouponTemplate } from '../save-coupon-template.js';
import { CouponScreens } from './coupon-screens.js';
import {
  ChangeCouponTemplateDto,
  CouponTemplateDto,
  CouponTemplateHistoryDto,
  CouponTemplateListDto,
  CreateCouponTemplateDto,
} from './dto/template.dto.js';
import { presentTemplate, presentTemplateChange } from './present-template.js';

/** Kinds of coupons. A brand's templates are one list; each says in which stores its coupons are good. */
@Controller('staff/coupon-templates')
export class StaffTemplatesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly saveTemplate: SaveCouponTemplate,
    private readonly screens: CouponScreens,
  ) {}

  /** Every template, also drafts and those that are no longer given. */
  @Get()
  @StaffRoute('coupons.read')
  async list(): Promise<CouponTemplateListDto> {
    const templates = await allTemplates(this.database);
    const names = await this.screens.namesOf(templates);
    return { items: templates.map((template) => presentTemplate(template, names)) };
  }

  /** A template with its history. */
  @Get(':templateId')
  @StaffRoute('coupons.read')
  async one(@Param('templateId', IdPipe) id: string): Promise<CouponTemplateHistoryDto> {
    const template = (await templateById(this.database, id)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
    const changes = await templateChanges(this.database, id);
    const names = await this.screens.namesOf([template, ...changes.map((one) => one.template)]);
    return {
      template: presentTemplate(template, names),
      changes: changes.map((change) => presentTemplateChange(change, names)),
    };
  }

  @Post()
  @StaffRoute('coupons.write')
  async create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreateCouponTemplateDto,
  ): Promise<CouponTemplateDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.saveTemplate.create(tx, staff, body)).id,
    }));
    return this.#present(id);
  }

  /** Coupons that were issued before keep their own terms. */
  @Put(':templateId')
  @StaffRoute('coupons.write')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('templateId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeCouponTemplateDto,
  ): Promise<CouponTemplateDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.saveTemplate.change(tx, staff, id, body);
      return {};
    });
    return this.#present(id);
  }

  async #present(id: string): Promise<CouponTemplateDto> {
    const template = (await templateById(this.database, id)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
    return presentTemplate(template, await this.screens.namesOf([template]));
  }
}
