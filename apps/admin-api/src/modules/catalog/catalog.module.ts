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
import { StaffServicesController } from './http/staff-services.controller.js';
import { OfferService } from './offer-service.js';

const ENTITIES = [
  ServiceCategoryEntity,
  ServiceEntity,
  ServiceSegmentEntity,
  ServiceStoreEntity,
  ServiceGradePriceEntity,
];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [StaffServicesController],
  providers: [AddCategory, OfferService],
  exports: [AddCategory, OfferService],
})
export class CatalogModule {}
