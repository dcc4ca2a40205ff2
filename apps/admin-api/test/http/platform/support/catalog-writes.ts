import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aStore } from '../../../support/given/index.js';
import { aStaffToken } from '../../../support/people.js';
import { productBody, ruleBody } from '../../catalog/a-shelf.js';
import { count, type Given, type Write } from './writes.js';

const made =
  (path: string, table: string, body: (storeIds: string[], change: object) => object): Given =>
  async (api: TestApi): Promise<Write> => {
    const { id } = await aStore(api);
    const token = await aStaffToken(api, ['manager'], [id]);
    const name = `货架${newId()}`;
    return {
      ...{ path, token, body: body([id], { name }), other: body([id], { name: `${name}二` }) },
      effects: () => count(api, `FROM ${table} WHERE name = ?`, [name]),
    };
  };

/** Writes about products and price rules. */
export const CATALOG_WRITES: readonly (readonly [string, Given])[] = [
  ['POST /api/staff/price-rules', made('/staff/price-rules', 'price_rule', ruleBody)],
  ['POST /api/staff/products', made('/staff/products', 'product', productBody)],
];
