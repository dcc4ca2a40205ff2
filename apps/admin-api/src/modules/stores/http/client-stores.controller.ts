import { Controller, Get } from '@nestjs/common';
import { ClientRoute } from '../../../platform/auth/index.js';
import { StoreQueries } from '../store-queries.js';
import { StoreListDto } from './dto/store.dto.js';
import { presentStore } from './present-store.js';

@Controller('client/stores')
export class ClientStoresController {
  constructor(private readonly stores: StoreQueries) {}

  /** Stores that take bookings. */
  @Get()
  @ClientRoute()
  async list(): Promise<StoreListDto> {
    return { items: (await this.stores.listForClients()).map(presentStore) };
  }
}
