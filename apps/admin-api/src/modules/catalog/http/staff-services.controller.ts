import { Controller, Get, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { servicesOfStore } from '../data/service-rows.js';
import { ServicesQueryDto, StaffServiceListDto } from './dto/service.dto.js';
import { presentServiceToStaff } from './present-service.js';

@Controller('staff/services')
export class StaffServicesController {
  constructor(private readonly database: Database) {}

  /** The store's menu with the steps of each service. */
  @Get()
  @StaffRoute('catalog.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: ServicesQueryDto,
  ): Promise<StaffServiceListDto> {
    requireStore(staff, storeId);
    return { items: (await servicesOfStore(this.database, storeId)).map(presentServiceToStaff) };
  }
}
