import { Controller, Get } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { StoreQueries } from '../store-queries.js';
import { StaffStoreListDto } from './dto/store.dto.js';
import { presentStoreToStaff } from './present-store.js';

@Controller('staff/stores')
export class StaffStoresController {
  constructor(private readonly stores: StoreQueries) {}

  /** The stores she works in. */
  @Get()
  @StaffRoute('stores.read')
  async list(@CurrentStaff() staff: StaffPrincipal): Promise<StaffStoreListDto> {
    return { items: (await this.stores.listForStaff(staff.storeIds)).map(presentStoreToStaff) };
  }
}
