import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { MembershipModule } from '../membership/index.js';
import { StaffOverviewController } from './http/staff-overview.controller.js';
import { OverviewQueries } from './overview-queries.js';
import { TimeLineQueries } from './time-line-queries.js';

@Module({
  imports: [CustomersModule, MembershipModule],
  controllers: [StaffOverviewController],
  providers: [OverviewQueries, TimeLineQueries],
})
export class ClientViewModule {}
