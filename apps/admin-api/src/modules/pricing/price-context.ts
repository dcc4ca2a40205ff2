import {
  productsByIds,
  servicesForBooking,
  type Grade,
  type Product,
  type ServiceDefinition,
} from '../catalog/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { priceRulesOfStore, type PriceRule } from './data/price-rules.js';
import type { ComboLine, LineRule, PriceInput, PriceLine } from './rules/price-input.js';
import { lineRuleOf } from './rules/price-rule-draft.js';

/** A line as the till or the phone names it. */
export type AskedLine =
  | {
      readonly id: string;
      readonly kind: 'service';
      readonly itemId: string;
      readonly quantity: number;
      /** Of the person who does it; null when nobody in particular. */
      readonly grade: Grade | null;
    }
  | {
      readonly id: string;
      readonly kind: 'product' | 'combo';
      readonly itemId: string;
      readonly quantity: number;
    }
  | {
      readonly id: string;
      readonly kind: 'card';
      readonly itemId: string;
      readonly quantity: number;
      /** As its plan says: card plans are not the catalogue's. */
      readonly name: string;
      readonly listFen: number;
    };

/** What is asked for; everything but prices and house rules is known to the caller. */
export interface PriceRequest extends Omit<PriceInput, 'lines' | 'rules'> {
  readonly storeId: string;
  readonly lines: readonly AskedLine[];
}

interface Shelf {
  readonly services: ReadonlyMap<string, ServiceDefinition>;
  readonly products: ReadonlyMap<string, Product>;
  readonly rules: readonly PriceRule[];
}

/**
 * Puts the catalogue's prices and the house's rules to what is asked for; `bestPrice` takes the answer. Four reads.
 * @throws Refusal SERVICE_NOT_FOUND, PRODUCT_NOT_FOUND or PRICE_RULE_NOT_FOUND for a line that the store does not sell
 */
export async function priceContext(
  reader: Reader,
  { storeId, lines, ...rest }: PriceRequest,
): Promise<PriceInput> {
  const ids = (kind: AskedLine['kind']): string[] =>
    lines.flatMap((line) => (line.kind === kind ? [line.itemId] : []));
  const rules = await priceRulesOfStore(reader, storeId);
  const combos = rules.filter(({ kind, id }) => kind === 'combo' && ids('combo').includes(id));
  const parts = combos.flatMap((combo) => combo.parts.map(({ serviceId }) => serviceId));
  const services = await servicesForBooking(reader, [...ids('service'), ...parts], storeId);
  const products = (await productsByIds(reader, ids('product'))).filter(
    ({ state, storeIds }) => state === 'on_sale' && storeIds.includes(storeId),
  );
  const shelf: Shelf = {
    services: new Map(services.map((service) => [service.id, service])),
    products: new Map(products.map((product) => [product.id, product])),
    rules: combos,
  };
  return {
    ...rest,
    lines: lines.map((line) => pricedLine(line, shelf)),
    rules: rules.map(lineRuleOf).filter((rule): rule is LineRule => rule !== null),
  };
}

function pricedLine(line: AskedLine, shelf: Shelf): PriceLine {
  const { id, itemId, quantity } = line;
  switch (line.kind) {
    case 'card':
      return { id, kind: 'card', itemId, quantity, name: line.name, listFen: line.listFen };
    case 'product': {
      const { name, priceFen, memberPriceFen, category } =
        shelf.products.get(itemId) ?? refuse('PRODUCT_NOT_FOUND');
      const price = { listFen: priceFen, memberPriceFen, categoryId: category };
      return { id, kind: 'product', itemId, quantity, name, ...price };
    }
    case 'service': {
      const { name, priceFen, memberPriceFen, categoryId, gradePrices } =
        shelf.services.get(itemId) ?? refuse('SERVICE_NOT_FOUND');
      return {
        ...{ id, kind: 'service', itemId, quantity, name, categoryId, listFen: priceFen },
        ...{ memberPriceFen, grade: line.grade, gradePrices },
      };
    }
    case 'combo':
      return comboLine(line, shelf);
  }
}

function comboLine({ id, itemId, quantity }: AskedLine, shelf: Shelf): ComboLine {
  const combo = shelf.rules.find((rule) => rule.id === itemId) ?? refuse('PRICE_RULE_NOT_FOUND');
  const parts = combo.parts.map(({ serviceId, shareFen }) => {
    const { name, categoryId, priceFen, memberPriceFen } =
      shelf.services.get(serviceId) ?? refuse('SERVICE_NOT_FOUND');
    return { serviceId, name, categoryId, listFen: priceFen, memberPriceFen, shareFen };
  });
  const listFen = parts.reduce((sum, part) => sum + part.listFen, 0);
  const comboFen = combo.effectValue;
  return { id, kind: 'combo', itemId, quantity, name: combo.name, listFen, comboFen, parts };
}
