export { AddCategory } from './add-category.js';
export { CatalogModule } from './catalog.module.js';
export {
  serviceNames,
  servicesForBooking,
  shortestServiceMinutes,
  type ServiceDefinition,
} from './data/service-rows.js';
export { OfferService } from './offer-service.js';
export { priceFor, type PricedService } from './rules/price-for.js';
export {
  type ConfirmPolicy,
  type Grade,
  type GradePrice,
  type SegmentPosition,
  type ServiceDraft,
  type ServiceSegment,
} from './rules/service-definition.js';
