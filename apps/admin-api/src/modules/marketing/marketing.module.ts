import { Module } from '@nestjs/common';
import { CouponsModule } from '../coupons/index.js';
import { CustomersModule } from '../customers/index.js';
import { BirthdayRound } from './birthday-round.js';
import { ChooseMarketing } from './choose-marketing.js';
import { GiveBirthdayCoupon } from './give-birthday-coupon.js';
import { AutomationScreens } from './http/automation-screens.js';
import { ClientGiftController } from './http/client-gift.controller.js';
import { MarketingChoiceController } from './http/marketing-choice.controller.js';
import { MarketingScreens } from './http/marketing-screens.js';
import { StaffAutomationsController } from './http/staff-automations.controller.js';
import { MoveMarketing } from './move-marketing.js';
import { RunAutomations } from './run-automations.js';
import { SaveAutomation } from './save-automation.js';

@Module({
  imports: [CouponsModule, CustomersModule],
  controllers: [ClientGiftController, MarketingChoiceController, StaffAutomationsController],
  providers: [
    AutomationScreens,
    BirthdayRound,
    ChooseMarketing,
    GiveBirthdayCoupon,
    MarketingScreens,
    MoveMarketing,
    RunAutomations,
    SaveAutomation,
  ],
  exports: [ChooseMarketing, MarketingScreens, RunAutomations, SaveAutomation],
})
export class MarketingModule {}
