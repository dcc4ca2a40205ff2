import { Module } from '@nestjs/common';
import { CareModule } from '../care/index.js';
import { CustomersModule } from '../customers/index.js';
import { MarketingModule } from '../marketing/index.js';
import { MembershipModule } from '../membership/index.js';
import { TreatmentsModule } from '../treatments/index.js';
import { BriefingQueries } from './briefing-queries.js';
import { ClientListQueries } from './client-list-queries.js';
import { ClientPageScreen } from './http/client-page-screen.js';
import { StaffBriefingController } from './http/staff-briefing.controller.js';
import { StaffClientFiltersController } from './http/staff-client-filters.controller.js';
import { StaffClientListController } from './http/staff-client-list.controller.js';
import { StaffOverviewController } from './http/staff-overview.controller.js';
import { StaffStandingPolicyController } from './http/staff-standing-policy.controller.js';
import { KeepFilters } from './keep-filters.js';
import { KeepStanding } from './keep-standing.js';
import { OverviewQueries } from './overview-queries.js';
import { ReadCare } from './read-care.js';
import { SaveStandingPolicy } from './save-standing-policy.js';
import { StandingPolicyQueries } from './standing-policy-queries.js';
import { StaffTagRulesController } from './tag-rules/http/staff-tag-rules.controller.js';
import { KeepTagRules } from './tag-rules/keep-tag-rules.js';
import { SaveTagRule } from './tag-rules/save-tag-rule.js';
import { TimeLineQueries } from './time-line-queries.js';
import { WeighStanding } from './weigh-standing.js';

@Module({
  imports: [CareModule, CustomersModule, MarketingModule, MembershipModule, TreatmentsModule],
  controllers: [
    ...[StaffBriefingController, StaffClientFiltersController, StaffClientListController],
    ...[StaffOverviewController, StaffStandingPolicyController, StaffTagRulesController],
  ],
  providers: [
    ClientPageScreen,
    ...[BriefingQueries, ClientListQueries, KeepFilters, KeepStanding, OverviewQueries, ReadCare],
    ...[
      KeepTagRules,
      SaveStandingPolicy,
      SaveTagRule,
      StandingPolicyQueries,
      TimeLineQueries,
      WeighStanding,
    ],
  ],
  exports: [ClientListQueries, KeepFilters, KeepStanding, KeepTagRules, SaveTagRule],
})
export class ClientViewModule {}
