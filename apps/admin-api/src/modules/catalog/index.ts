export { AddCategory } from './add-category.js';
export { CatalogModule } from './catalog.module.js';
export { findProducts, productById, productsByIds, type Product } from './data/products.js';
export {
  serviceNames,
  servicesForBooking,
  servicesOfStore,
  type ServiceDefinition,
} from './data/service-rows.js';
export { ServiceListDto, ServicesQueryDto } from './http/dto/service.dto.js';
export { presentService } from './http/present-service.js';
export { OfferService } from './offer-service.js';
export type { ProductDraft } from './rules/product-draft.js';
export { SaveProduct } from './save-product.js';
export { priceFor, type PricedService } from './rules/price-for.js';
export {
  durationMinutes,
  type ConfirmPolicy,
  type Grade,
  type GradePrice,
  type SegmentPosition,
  type ServiceDraft,
  type ServiceSegment,
} from './rules/service-definition.js';
