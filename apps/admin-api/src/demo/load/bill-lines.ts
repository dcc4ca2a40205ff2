import type { EditRequest } from '../../modules/checkout/index.js';
import type { Database } from '../../platform/database/index.js';
import type { BillWish } from '../plan/bill-plan.js';
import { idOf } from './house.js';

/** Ids of what can be put on a bill, by name. */
export interface Shelf {
  readonly products: ReadonlyMap<string, string>;
  readonly package: ReadonlyMap<string, string>;
  readonly top_up: ReadonlyMap<string, string>;
}

const WHOLE = 1000;

/** What the salon sells beside its services. */
export async function shelfOf(database: Database): Promise<Shelf> {
  const idsIn = async (table: string): Promise<Map<string, string>> => {
    const rows = await database.rows<{ id: string; name: string }>(`SELECT id, name FROM ${table}`);
    return new Map(rows.map(({ id, name }) => [name, id]));
  };
  return {
    products: await idsIn('product'),
    package: await idsIn('package_plan'),
    top_up: await idsIn('stored_value_plan'),
  };
}

/** The lines of a bill as the desk writes them: what was done, what is taken home, what is bought for later. */
export function linesOf(
  done: EditRequest['lines'],
  { product, card }: BillWish,
  shelf: Shelf,
  sellerId: string,
): EditRequest['lines'] {
  const staff = [{ staffId: sellerId, sharePermille: WHOLE }];
  return [
    ...done,
    ...(product === null
      ? []
      : [{ kind: 'product' as const, itemId: idOf(shelf.products, product), quantity: 1, staff }]),
    ...(card === null
      ? []
      : [{ kind: card.kind, itemId: idOf(shelf[card.kind], card.name), quantity: 1, staff }]),
  ];
}
