import { Controller, Get, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import {
  Clock,
  HOME_ZONE,
  addDays,
  localDate,
  type LocalDate,
} from '../../../platform/clock/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { ClientListQueries } from '../client-list-queries.js';
import { asksOfMoney, type ClientFilter } from '../rules/client-filter.js';
import { ClientFilterDto, ClientListQuery, ClientListView } from './dto/client-list.dto.js';

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/** Of "so many days without a visit" and "until this day" the earlier day counts. */
function untilOf(
  { awayDays, lastVisitUntil }: ClientFilterDto,
  today: LocalDate,
): LocalDate | undefined {
  if (awayDays === undefined) return lastVisitUntil;
  const day = addDays(today, -Number(awayDays));
  return lastVisitUntil !== undefined && lastVisitUntil < day ? lastVisitUntil : day;
}

function filterOf(query: ClientFilterDto, today: LocalDate): ClientFilter {
  const { stage, tierId, storeId, source, lastVisitFrom, consultantId, needId, missing } = query;
  return {
    ...{ stage, tierId, storeId, source, consultantId, lastVisitFrom, needId, missing },
    belowPercent: numberOf(query.belowPercent),
    lastVisitUntil: untilOf(query, today),
    tagIds: query.tagIds?.split(','),
    birthMonth: numberOf(query.birthMonth),
    minBalanceFen: numberOf(query.minBalanceFen),
  };
}

/** Clients by where they stand. A brand's files are one book, so a list is of the whole brand. */
@Controller('staff/client-list')
export class StaffClientListController {
  constructor(
    private readonly lists: ClientListQueries,
    private readonly clock: Clock,
  ) {}

  /** A page of the clients that all given filters leave. */
  @Get()
  @StaffRoute('clients.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: ClientListQuery,
  ): Promise<ClientListView> {
    const maySeeMoney = staff.permissions.has('wallet.read');
    if (asksOfMoney(query) && !maySeeMoney) refuse('FORBIDDEN');
    const today = localDate(this.clock.now(), HOME_ZONE);
    const page = await this.lists.page(filterOf(query, today), query.order, query.cursor);
    const items = page.items.map((client) => ({
      ...{ id: client.id, name: client.name, phoneMasked: client.phoneMasked },
      ...{ memberNo: client.memberNo, gender: client.gender, stage: client.stage },
      completeness: client.completeness,
      ...{ tier: client.tier, lastVisitOn: client.lastVisitOn, visits: client.visits },
      spendYearFen: maySeeMoney ? client.spendYearFen : null,
      balanceFen: maySeeMoney ? client.balanceFen : null,
    }));
    return page.nextCursor === undefined ? { items } : { items, nextCursor: page.nextCursor };
  }
}
