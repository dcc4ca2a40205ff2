export { AddCategory } from './add-category.js';
export { CatalogModule } from './catalog.module.js';
export {
  serviceNames,
  servicesForBooking,
  servicesOfStore,
  type ServiceDefinition,
} from './data/service-rows.js';
export { ServiceListDto, ServicesQueryDto } from './http/dto/service.dto.js';
export { presentService } from './http/present-service.js';
export { OfferService } from './offer-service.js';
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
