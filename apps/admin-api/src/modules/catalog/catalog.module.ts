import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddCategory } from './add-category.js';
import {
  ServiceCategoryEntity,
  ServiceEntity,
  ServiceGradePriceEntity,
  ServiceSegmentEntity,
  ServiceStoreEntity,
} from './data/catalog.entity.js';
import { ClientProductsController } from './http/client-products.controller.js';
import { StaffProductsController } from './http/staff-products.controller.js';
import { StaffServicesController } from './http/staff-services.controller.js';
import { OfferService } from './offer-service.js';
import { SaveProduct } from './save-product.js';

const ENTITIES = [
  ServiceCategoryEntity,
  ServiceEntity,
  ServiceSegmentEntity,
  ServiceStoreEntity,
  ServiceGradePriceEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [ClientProductsController, StaffProductsController, StaffServicesController],
  providers: [AddCategory, OfferService, SaveProduct],
  exports: [AddCategory, OfferService, SaveProduct],
})
export class CatalogModule {}
