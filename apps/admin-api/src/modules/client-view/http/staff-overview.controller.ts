import { Controller, Get, Param, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { CustomerQueries } from '../../customers/index.js';
import { OverviewQueries } from '../overview-queries.js';
import { TimeLineQueries } from '../time-line-queries.js';
import { ClientPageScreen } from './client-page-screen.js';
import { ClientPageQuery, ClientPageView } from './dto/client-page.dto.js';
import { ClientOverviewView, TimeLineQuery, TimeLineView } from './dto/overview.dto.js';
import { presentOverview, presentTimeLine } from './present-overview.js';

/** A client on one page. Her file is the brand's; each section is for whoever may read it where it comes from. */
@Controller('staff/clients')
export class StaffOverviewController {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly overview: OverviewQueries,
    private readonly timeLine: TimeLineQueries,
    private readonly screen: ClientPageScreen,
  ) {}

  /** The 360 view at a glance, for reading again what others change: who she is, what to mind, what she has, what is coming and what was. */
  @Get(':id')
  @StaffRoute('clients.read')
  async get(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<ClientOverviewView> {
    return presentOverview(await this.overview.of(staff, id));
  }

  /** All that her page shows at first, in one answer; what the caller may not read is left out. */
  @Get(':id/page')
  @StaffRoute('clients.read')
  whole(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { storeId }: ClientPageQuery,
  ): Promise<ClientPageView> {
    return this.screen.read(staff, id, storeId);
  }

  /** Everything that happened, latest first, by page; visits and bills only those of the caller's stores. */
  @Get(':id/time-line')
  @StaffRoute('clients.read')
  async page(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() { group, cursor }: TimeLineQuery,
  ): Promise<TimeLineView> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    return presentTimeLine(await this.timeLine.page(staff, id, group, cursor));
  }
}
