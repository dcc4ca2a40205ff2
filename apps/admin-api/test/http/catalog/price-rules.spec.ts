import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { bestPrice, priceContext, type PriceRequest } from '../../../src/modules/pricing/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, aKey, aSalon, codeOf, type Salon } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { productBody, ruleBody } from './a-shelf.js';

type Rule = components['schemas']['PriceRuleDto'];
type List = components['schemas']['PriceRuleListDto'];
type History = components['schemas']['PriceRuleHistoryDto'];
type Service = components['schemas']['StaffServiceDto'];

let api: TestApi;
let salon: Salon;
let storeId: string;
let manager: string;
let service: Service;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  storeId = salon.store.id;
  manager = await aStaffToken(api, ['manager'], [storeId]);
  const { body } = await api.call(`/staff/services?storeId=${storeId}`, { token: manager });
  service = (body as { items: Service[] }).items.find(
    ({ id }) => id === salon.serviceId,
  ) as Service;
});
afterAll(() => api.close());

const write = (path: string, body: object, method?: 'PATCH', token = manager): Promise<Answer> =>
  api.call(path, { token, body, method, headers: { 'idempotency-key': aKey() } });
const made = async (change: object = {}): Promise<Rule> => {
  const answer = await write('/staff/price-rules', ruleBody([storeId], change));
  expect(answer.status).toBe(201);
  return answer.body as Rule;
};
const changed = ({ id, updatedAt: _at, ...draft }: Rule, change: object): Promise<Answer> =>
  write(`/staff/price-rules/${id}`, { ...draft, ...change }, 'PATCH');

/** A Wednesday at noon. */
const ASKED: Omit<PriceRequest, 'storeId' | 'lines'> = {
  ...{ at: { date: '2026-03-04', minute: 720 }, client: null, coupons: [], mostCoupons: 5 },
  ...{ sessions: [], points: null, manual: [] },
};
const priced = async (lines: PriceRequest['lines']): Promise<ReturnType<typeof bestPrice>> =>
  bestPrice(await priceContext(api.database, { ...ASKED, storeId, lines }));

describe('a price rule of the house', () => {
  it('reads back as it was written, keeps its versions, and is listed while it is off', async () => {
    const rule = await made({ from: '2026-03-01', until: '2026-03-31', monthDays: [18, 8] });
    expect(rule).toMatchObject({ from: '2026-03-01', until: '2026-03-31', monthDays: [8, 18] });
    expect((await changed(rule, { state: 'off' })).body).toMatchObject({ version: 2 });
    const { body } = await api.call('/staff/price-rules', { token: manager });
    expect((body as List).items.find(({ id }) => id === rule.id)?.state).toBe('off');
    const history = await api.call(`/staff/price-rules/${rule.id}`, { token: manager });
    expect((history.body as History).changes.map((each) => each.rule.state)).toEqual(['off', 'on']);
    expect(codeOf(await changed(rule, { state: 'on' }))).toBe('PRICE_RULE_CHANGED');
  });

  it('makes the price while it is on, in its stores and hours, and not after it is off', async () => {
    const rule = await made({ name: '午间八折' });
    const line = {
      id: 'L',
      kind: 'service',
      itemId: service.id,
      quantity: 1,
      grade: null,
    } as const;
    const best = await priced([line]);
    expect(best.payFen).toBe(Math.round(service.priceFen * 0.8));
    expect(best.lines[0]?.because).toMatchObject([{ kind: 'timed', label: '午间八折' }]);
    await changed(rule, { state: 'off' });
    expect((await priced([line])).payFen).toBe(service.priceFen);
  });

  it('puts together a combo whose shares are its price, and a product of the shelf', async () => {
    const half = Math.floor(service.priceFen / 2);
    const parts = [
      { serviceId: service.id, shareFen: half },
      { serviceId: service.id, shareFen: half },
    ];
    const combo = await made({
      ...{ kind: 'combo', name: '双人焕肤', effectKind: 'price', effectValue: 2 * half, parts },
    });
    const product = (await write('/staff/products', productBody([storeId]))).body as Rule;
    const best = await priced([
      { id: 'K', kind: 'combo', itemId: combo.id, quantity: 1 },
      { id: 'P', kind: 'product', itemId: product.id, quantity: 2 },
    ]);
    expect(best.lines.map(({ payFen }) => payFen)).toEqual([2 * half, 33_600]);
    expect(best.lines[0]?.parts.map(({ payFen }) => payFen)).toEqual([half, half]);
  });

  it.each([
    ['service', 'SERVICE_NOT_FOUND'],
    ['product', 'PRODUCT_NOT_FOUND'],
    ['combo', 'PRICE_RULE_NOT_FOUND'],
  ] as const)('a %s that the store does not sell has no price', async (kind, expected) => {
    const line = { id: 'L', kind, itemId: 'X'.repeat(26), quantity: 1, grade: null };
    await expect(priced([line as PriceRequest['lines'][number]])).rejects.toMatchObject({
      code: expected,
    });
  });

  it('is refused by the name of the field, and for a store of others', async () => {
    const wrong = ruleBody([storeId], { untilMinute: null, scopeKind: 'listed' });
    const { errors } = (await write('/staff/price-rules', wrong)).body as {
      errors: { field: string }[];
    };
    expect(errors.map(({ field }) => field).sort()).toEqual(['scopeIds', 'untilMinute']);
    const strange = [{ serviceId: '0'.repeat(26), shareFen: 1 }];
    const combo = {
      kind: 'combo',
      effectKind: 'price',
      effectValue: 2,
      parts: [...strange, ...strange],
    };
    const unknown = await write('/staff/price-rules', ruleBody([storeId], combo));
    expect(unknown.body).toMatchObject({ errors: [{ field: 'parts' }] });
    const other = (await aSalon(api)).store.id;
    expect(codeOf(await write('/staff/price-rules', ruleBody([other])))).toBe('WRONG_STORE');
    const desk = await aStaffToken(api, ['desk'], [storeId]);
    const tried = await write('/staff/price-rules', ruleBody([storeId]), undefined, desk);
    expect(tried.status).toBe(403);
  });
});
