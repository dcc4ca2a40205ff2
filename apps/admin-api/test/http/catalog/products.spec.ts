import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, aKey, aStore, codeOf } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { productBody } from './a-shelf.js';

type Product = components['schemas']['StaffProductDto'];
type List = components['schemas']['StaffProductListDto'];
type History = components['schemas']['ProductHistoryDto'];

let api: TestApi;
let storeId: string;
let otherId: string;
let manager: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  [storeId, otherId] = [(await aStore(api)).id, (await aStore(api)).id];
  manager = await aStaffToken(api, ['manager'], [storeId, otherId]);
});
afterAll(() => api.close());

const write = (path: string, body: object, method?: 'PATCH', token = manager): Promise<Answer> =>
  api.call(path, { token, body, method, headers: { 'idempotency-key': aKey() } });
const made = async (change: object = {}): Promise<Product> => {
  const answer = await write('/staff/products', productBody([storeId], change));
  expect(answer.status).toBe(201);
  return answer.body as Product;
};
const changed = (product: Product, change: object, token = manager): Promise<Answer> => {
  const { id, updatedAt: _at, ...draft } = product;
  return write(`/staff/products/${id}`, { ...draft, ...change }, 'PATCH', token);
};
const found = async (query: string, token = manager): Promise<string[]> => {
  const { body } = await api.call(`/staff/products?${query}`, { token });
  return (body as List).items.map(({ id }) => id);
};
const code = (): string => `69${Math.random().toString().slice(2, 13)}`;

describe('a product on sale', () => {
  it('reads back as it was written, and keeps every version with who made it', async () => {
    const product = await made({ barcode: code() });
    const answer = await changed(product, { priceFen: 19_900, memberPriceFen: null });
    expect(answer.body).toMatchObject({ priceFen: 19_900, memberPriceFen: null, version: 2 });
    const { body } = await api.call(`/staff/products/${product.id}`, { token: manager });
    const { changes } = body as History;
    expect(changes.map((each) => each.version)).toEqual([2, 1]);
    expect(changes[1]?.product).toMatchObject({ priceFen: 16_800, barcode: product.barcode });
    expect(changes[0]?.byName).not.toBe('');
  });

  it('is found by part of its name or brand, its initials and its barcode, not by half of a code', async () => {
    const own = await aStore(api);
    const token = await aStaffToken(api, ['manager'], [own.id]);
    const barcode = code();
    const body = productBody([own.id], { name: '玻尿酸精华 B5', brand: '沐颜', barcode });
    const { id } = (await write('/staff/products', body, undefined, token)).body as Product;
    for (const q of ['尿酸', '沐颜', 'bns', 'BNSJH', 'b5', barcode])
      expect({
        q,
        ids: await found(`storeId=${own.id}&q=${encodeURIComponent(q)}`, token),
      }).toEqual({ q, ids: [id] });
    for (const q of [barcode.slice(0, 6), '面霜', '%', '_'])
      expect(await found(`storeId=${own.id}&q=${encodeURIComponent(q)}`, token)).toEqual([]);
  });

  it('is on the shelf of its stores only while it is sold, for staff and on the phone', async () => {
    const product = await made();
    const client = await aClient(api);
    const onPhone = async (store: string): Promise<boolean> => {
      const { body } = await api.call(`/client/products?storeId=${store}`, { token: client.token });
      return (body as List).items.some(({ id }) => id === product.id);
    };
    expect([await onPhone(storeId), await onPhone(otherId)]).toEqual([true, false]);
    await changed(product, { state: 'off_sale' });
    expect(await onPhone(storeId)).toBe(false);
    expect(await found(`storeId=${storeId}`)).not.toContain(product.id);
    expect(await found('q=smmm')).not.toContain(product.id);
    expect(await found('')).toContain(product.id);
  });

  it('shows the phone no barcode', async () => {
    await made({ barcode: code() });
    const { token } = await aClient(api);
    const { body } = await api.call(`/client/products?storeId=${storeId}`, { token });
    expect(JSON.stringify(body)).not.toContain('barcode');
  });

  it('has a barcode of its own', async () => {
    const barcode = code();
    await made({ barcode });
    const second = await write('/staff/products', productBody([storeId], { barcode }));
    expect([second.status, codeOf(second)]).toEqual([409, 'PRODUCT_BARCODE_TAKEN']);
    const other = await made();
    expect(codeOf(await changed(other, { barcode }))).toBe('PRODUCT_BARCODE_TAKEN');
  });

  it('is changed by who saw it as it is', async () => {
    const product = await made();
    await changed(product, { sort: 2 });
    const late = await changed(product, { sort: 3 });
    expect([late.status, codeOf(late)]).toEqual([409, 'PRODUCT_CHANGED']);
  });

  it('is sold in stores of who writes it, by those who may', async () => {
    const elsewhere = await aStaffToken(api, ['manager'], [otherId]);
    const product = await made();
    expect(codeOf(await changed(product, { storeIds: [otherId] }, elsewhere))).toBe('WRONG_STORE');
    const desk = await aStaffToken(api, ['desk'], [storeId]);
    expect((await changed(product, { sort: 9 }, desk)).status).toBe(403);
    expect(await found(`storeId=${storeId}`, desk)).toContain(product.id);
  });

  it('is refused by the name of the field', async () => {
    const body = productBody([storeId], { memberPriceFen: 99_999, unit: ' ' });
    const answer = await write('/staff/products', body);
    const { errors } = answer.body as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['memberPriceFen', 'unit']);
  });
});
