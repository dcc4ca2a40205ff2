import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  BrandEntity,
  StoreClosureEntity,
  StoreEntity,
  StoreHoursEntity,
} from './data/store.entity.js';
import { ClientStoresController } from './http/client-stores.controller.js';
import { StaffStoresController } from './http/staff-stores.controller.js';
import { OpenStore } from './open-store.js';
import { SetUpBrand } from './set-up-brand.js';
import { StoreQueries } from './store-queries.js';

const ENTITIES = [BrandEntity, StoreEntity, StoreHoursEntity, StoreClosureEntity];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [ClientStoresController, StaffStoresController],
  providers: [OpenStore, SetUpBrand, StoreQueries],
  exports: [OpenStore, SetUpBrand],
})
export class StoresModule {}
