import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { productBody, ruleBody } from '../../catalog/a-shelf.js';
import type { Right } from './right-values.js';

const combo = (serviceId: string): object => ({
  ...{ kind: 'combo', effectKind: 'price', effectValue: 50_000 },
  parts: [
    { serviceId, shareFen: 30_000 },
    { serviceId, shareFen: 20_000 },
  ],
});

/** Puts a product and a combo on the shelf of a store; their ids by what stands before them in a path. */
export async function shelf(
  api: TestApi,
  token: string,
  storeId: string,
  serviceId: string,
): Promise<Readonly<Record<string, string>>> {
  const made = async (path: string, body: object): Promise<string> => {
    const headers = { 'idempotency-key': newId() };
    const answer = await api.call(path, { token, body, headers });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return (answer.body as { id: string }).id;
  };
  return {
    products: await made('/staff/products', productBody([storeId])),
    'price-rules': await made('/staff/price-rules', ruleBody([storeId], combo(serviceId))),
  };
}

/** The right values of calls about products and price rules, by call: others have members of the same names. */
export function valuesOfShelf(serviceId: string, storeId: string): Right {
  const of = (call: string, body: object): [string, unknown][] =>
    Object.entries(body).map(([name, value]) => [`${call} ${name}`, value]);
  const rule = ruleBody([storeId], combo(serviceId));
  const dated = { ...rule, from: '2026-11-01', until: '2026-12-31' };
  const product = productBody([storeId]);
  return Object.fromEntries([
    ...of('POST /api/staff/price-rules', dated),
    ...of('PATCH /api/staff/price-rules/{ruleId}', { ...dated, version: 1 }),
    ...of('POST /api/staff/products', product),
    ...of('PATCH /api/staff/products/{productId}', { ...product, version: 1 }),
  ]);
}
