import type { Grade, GradePrice } from './service-definition.js';

/** The part of a service that its price depends on. Prices in fen. */
export interface PricedService {
  readonly priceFen: number;
  readonly gradePrices: readonly GradePrice[];
}

/**
 * List price in fen when a person of this grade does the service.
 * A grade without a price of its own, or nobody in particular (null), pays the service's price.
 */
export function priceFor(service: PricedService, grade: Grade | null): number {
  return service.gradePrices.find((price) => price.grade === grade)?.priceFen ?? service.priceFen;
}
