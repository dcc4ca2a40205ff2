import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { keptFilters } from '../data/kept-filters.js';
import { KeepFilters, mayDrop, mayUse } from '../keep-filters.js';
import { KeptFiltersQuery, KeptFiltersView, SaveClientFilterBody } from './dto/client-list.dto.js';

/** Filters of the list of clients: one's own, and those that colleagues of a store share. */
@Controller('staff/client-filters')
export class StaffClientFiltersController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly filters: KeepFilters,
  ) {}

  @Get()
  @StaffRoute('clients.read')
  list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: KeptFiltersQuery,
  ): Promise<KeptFiltersView> {
    requireStore(staff, storeId);
    return this.#all(this.database, staff, storeId);
  }

  @Post()
  @StaffRoute('clients.read')
  keep(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { storeId, name, filter, shared }: SaveClientFilterBody,
    @Idempotent() call: IdempotentCall,
  ): Promise<KeptFiltersView> {
    requireStore(staff, storeId);
    return this.idempotent.run(call, async (tx) => {
      const given = Object.entries(filter).filter(([, value]) => value !== undefined);
      const plain = Object.fromEntries(given) as Record<string, string>;
      await this.filters.keep(tx, staff, { name, filter: plain, storeId: shared ? storeId : null });
      return this.#all(tx, staff, storeId);
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @StaffRoute('clients.read')
  drop(@CurrentStaff() staff: StaffPrincipal, @Param('id', IdPipe) id: string): Promise<void> {
    return this.unitOfWork.run((tx) => this.filters.drop(tx, staff, id));
  }

  async #all(reader: Reader, staff: StaffPrincipal, storeId: string): Promise<KeptFiltersView> {
    const items = await keptFilters(reader, staff.staffId, storeId);
    return {
      items: items
        .filter((one) => mayUse(staff, one))
        .map((one) => ({
          ...{ id: one.id, name: one.name, filter: one.filter, byName: one.byName },
          ...{ shared: one.storeId !== null, removable: mayDrop(staff, one) },
        })),
    };
  }
}
