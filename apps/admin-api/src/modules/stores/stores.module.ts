import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StoreZones } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import {
  BrandEntity,
  StoreClosureEntity,
  StoreEntity,
  StoreHoursEntity,
} from './data/store.entity.js';
import { storesByIds } from './data/store-rows.js';
import { ClientStoresController } from './http/client-stores.controller.js';
import { StaffStoresController } from './http/staff-stores.controller.js';
import { OpenStore } from './open-store.js';
import { SetClosure } from './set-closure.js';
import { SetUpBrand } from './set-up-brand.js';
import { StoreQueries } from './store-queries.js';

const ENTITIES = [BrandEntity, StoreEntity, StoreHoursEntity, StoreClosureEntity];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [ClientStoresController, StaffStoresController],
  providers: [OpenStore, SetClosure, SetUpBrand, StoreQueries],
  exports: [OpenStore, SetClosure, SetUpBrand],
})
export class StoresModule implements OnModuleInit {
  constructor(
    private readonly zones: StoreZones,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.zones.toldBy(async (ids) => {
      const stores = await storesByIds(this.database, ids);
      return new Map(stores.map(({ id, timeZone }) => [id, timeZone]));
    });
  }
}
