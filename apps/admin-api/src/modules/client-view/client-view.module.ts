import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { MembershipModule } from '../membership/index.js';
import { ClientListQueries } from './client-list-queries.js';
import { StaffClientListController } from './http/staff-client-list.controller.js';
import { StaffOverviewController } from './http/staff-overview.controller.js';
import { KeepStanding } from './keep-standing.js';
import { OverviewQueries } from './overview-queries.js';
import { TimeLineQueries } from './time-line-queries.js';
import { WeighStanding } from './weigh-standing.js';

@Module({
  imports: [CustomersModule, MembershipModule],
  controllers: [StaffClientListController, StaffOverviewController],
  providers: [ClientListQueries, KeepStanding, OverviewQueries, TimeLineQueries, WeighStanding],
  exports: [KeepStanding],
})
export class ClientViewModule {}
