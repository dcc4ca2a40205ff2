import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  aCouponSalon,
  signIn,
  taken,
  type CouponSalon,
  type CouponTemplate,
} from '../../support/given/coupons.js';
import { aService, aStore, codeOf } from '../../support/given/index.js';

type History = components['schemas']['CouponTemplateHistoryDto'];

let api: TestApi;
let salon: CouponSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aCouponSalon(api);
});
afterAll(() => api.close());

const put = (token: string, id: string, body: object) =>
  api.call(`/staff/coupon-templates/${id}`, { method: 'PUT', token, body });

describe('a template', () => {
  it('says what it gives, and keeps who made each version', async () => {
    const serviceId = await aService(api, salon.store, { name: '头皮养护' });
    const made = await salon.aTemplate({
      ...{ name: '新客体验', kind: 'trial_price', amountFen: 9_800, minSpendFen: 0 },
      ...{ scope: 'listed', serviceIds: [serviceId], quota: 200, perClientCap: 1 },
    });
    expect(made).toMatchObject({
      ...{ words: '头皮养护体验价98元', validityWords: '自领取当日起 30 天内有效' },
      ...{ version: 1, issued: 0, services: [{ id: serviceId, name: '头皮养护' }] },
    });
    const change = { ...salon.draft({ name: '新客礼' }), version: 1 };
    expect(taken(await put(salon.tokens.manager, made.id, change))).toMatchObject({
      ...{ words: '满300减50', version: 2 },
    });
    const { changes } = await salon.get<History>(
      ...([salon.tokens.finance, `/staff/coupon-templates/${made.id}`] as const),
    );
    expect(changes.map(({ version, template }) => [version, template.words])).toEqual([
      [2, '满300减50'],
      [1, '头皮养护体验价98元'],
    ]);
    expect(changes[0]?.byName).toBe('娜娜');
  });

  it('that somebody else changed meanwhile is not written over', async () => {
    const { id } = await salon.aTemplate();
    const change = { ...salon.draft(), version: 1 };
    taken(await put(salon.tokens.marketing, id, change));
    const answer = await put(salon.tokens.marketing, id, change);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'COUPON_TEMPLATE_CHANGED']);
  });

  it('that does not hold names each field', async () => {
    const serviceIds = ['01JD0000000000000000000009'];
    const wrong = salon.draft({ amountFen: null, scope: 'listed', serviceIds, quota: null });
    const answer = await salon.post(salon.tokens.marketing, '/staff/coupon-templates', wrong);
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'amountFen' }, { field: 'serviceIds' }] },
    });
  });

  it('cannot promise fewer coupons than are out', async () => {
    const { id } = await salon.aTemplate({ quota: 2 });
    await salon.give(id, await salon.aFile());
    await salon.give(id, await salon.aFile());
    const answer = await put(salon.tokens.marketing, id, {
      ...{ ...salon.draft({ quota: 1 }), version: 1 },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'quota' }] } });
  });
});

describe('who writes templates', () => {
  it('is marketing, managers and owners; desk and finance read them', async () => {
    for (const role of ['marketing', 'manager', 'owner'] as const)
      taken(await salon.post(salon.tokens[role], '/staff/coupon-templates', salon.draft()));
    for (const role of ['desk', 'finance'] as const) {
      const answer = await salon.post(
        ...([salon.tokens[role], '/staff/coupon-templates', salon.draft()] as const),
      );
      expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
      const list = await salon.get<{ items: CouponTemplate[] }>(
        ...([salon.tokens[role], '/staff/coupon-templates'] as const),
      );
      expect(list.items.length).toBeGreaterThan(0);
    }
  });

  it('does so for the stores she works in, also where the template named others before', async () => {
    const elsewhere = await signIn(api, 'marketing', [(await aStore(api)).id]);
    const made = await salon.post(elsewhere, '/staff/coupon-templates', salon.draft());
    expect([made.status, codeOf(made)]).toEqual([403, 'WRONG_STORE']);
    const { id } = await salon.aTemplate();
    const oneStore = await signIn(api, 'marketing', [salon.store.id]);
    const change = { ...salon.draft({ storeIds: [salon.store.id] }), version: 1 };
    const answer = await put(oneStore, id, change);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'WRONG_STORE']);
  });
});
