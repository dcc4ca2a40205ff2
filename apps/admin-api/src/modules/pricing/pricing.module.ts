import { Module } from '@nestjs/common';
import { StaffPriceRulesController } from './http/staff-price-rules.controller.js';
import { SavePriceRule } from './save-price-rule.js';

@Module({
  controllers: [StaffPriceRulesController],
  providers: [SavePriceRule],
  exports: [SavePriceRule],
})
export class PricingModule {}
