import { Controller, Get, Query } from '@nestjs/common';
import { ClientRoute } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { servicesOfStore } from '../data/service-rows.js';
import { ServiceListDto, ServicesQueryDto } from './dto/service.dto.js';
import { presentService } from './present-service.js';

@Controller('client/services')
export class ClientServicesController {
  constructor(private readonly database: Database) {}

  /** The store's menu, in its order; empty for a store that offers nothing or does not exist. */
  @Get()
  @ClientRoute()
  async list(@Query() { storeId }: ServicesQueryDto): Promise<ServiceListDto> {
    return { items: (await servicesOfStore(this.database, storeId)).map(presentService) };
  }
}
