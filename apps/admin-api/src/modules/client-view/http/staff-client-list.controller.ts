import { Controller, Get, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { ClientListQueries } from '../client-list-queries.js';
import type { ClientFilter, ClientOrder } from '../rules/client-filter.js';
import { ClientListQuery, ClientListView } from './dto/client-list.dto.js';

const OF_MONEY: readonly (ClientOrder | undefined)[] = ['spend', 'balance'];

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

function filterOf({ birthMonth, minBalanceFen, ...rest }: ClientListQuery): ClientFilter {
  const { stage, tierId, storeId, source, lastVisitFrom, lastVisitUntil } = rest;
  return {
    ...{ stage, tierId, storeId, source, lastVisitFrom, lastVisitUntil },
    ...{ birthMonth: numberOf(birthMonth), minBalanceFen: numberOf(minBalanceFen) },
  };
}

/** Clients by where they stand. A brand's files are one book, so a list is of the whole brand. */
@Controller('staff/client-list')
export class StaffClientListController {
  constructor(private readonly lists: ClientListQueries) {}

  /** A page of the clients that all given filters leave. */
  @Get()
  @StaffRoute('clients.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: ClientListQuery,
  ): Promise<ClientListView> {
    const maySeeMoney = staff.permissions.has('wallet.read');
    const asksMoney = query.minBalanceFen !== undefined || OF_MONEY.includes(query.order);
    if (asksMoney && !maySeeMoney) refuse('FORBIDDEN');
    const page = await this.lists.page(filterOf(query), query.order, query.cursor);
    const items = page.items.map((client) => ({
      ...{ id: client.id, name: client.name, phoneMasked: client.phoneMasked },
      ...{ memberNo: client.memberNo, gender: client.gender, stage: client.stage },
      ...{ tier: client.tier, lastVisitOn: client.lastVisitOn, visits: client.visits },
      spendYearFen: maySeeMoney ? client.spendYearFen : null,
      balanceFen: maySeeMoney ? client.balanceFen : null,
    }));
    return page.nextCursor === undefined ? { items } : { items, nextCursor: page.nextCursor };
  }
}
