import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aCouponSalon, type CouponSalon } from '../../../support/given/coupons.js';
import { aClient } from '../../../support/people.js';
import { count, recorded, type Given, type Write } from './writes.js';

/** One for an API: its people sign in once. */
const salons = new WeakMap<TestApi, Promise<CouponSalon>>();

const at =
  (given: (salon: CouponSalon, api: TestApi) => Promise<Write>): Given =>
  async (api) => {
    const salon = salons.get(api) ?? aCouponSalon(api);
    salons.set(api, salon);
    return given(await salon, api);
  };

/** Writes about coupons, in a salon of their own. */
export const COUPON_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/coupon-offers/:templateId/claim',
    at(async (salon, api) => {
      const [{ id }, client] = [await salon.aTemplate(), await aClient(api)];
      return {
        ...{ path: `/client/coupon-offers/${id}/claim`, token: client.token },
        ...{ body: {}, other: { a: 1 } },
        effects: () => count(api, 'FROM coupon WHERE template_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/coupon-templates',
    at(async (salon, api) => {
      const body = salon.draft({ name: `券${newId()}` });
      return {
        ...{ path: '/staff/coupon-templates', token: salon.tokens.marketing },
        ...{ body, other: { ...body, amountFen: 1 } },
        effects: () => count(api, 'FROM coupon_template WHERE name = ?', [body.name]),
      };
    }),
  ],
  [
    'POST /api/staff/coupons',
    at(async (salon, api) => {
      const { id: templateId } = await salon.aTemplate();
      const [first, second] = [await salon.aFile(), await salon.aFile()];
      const body = { templateId, storeId: salon.store.id, clientIds: [first, second] };
      return {
        ...{ path: '/staff/coupons', token: salon.tokens.marketing },
        ...{ body, other: { ...body, clientIds: [second] } },
        effects: () =>
          count(api, 'FROM coupon WHERE template_id = ? AND customer_id = ?', [templateId, first]),
      };
    }),
  ],
  [
    'POST /api/staff/coupons/:couponId/revoke',
    at(async (salon, api) => {
      const { id } = await salon.give((await salon.aTemplate()).id, await salon.aFile());
      return {
        ...{ path: `/staff/coupons/${id}/revoke`, token: salon.tokens.manager },
        ...{ body: { reason: '发错人了' }, other: { reason: '发错券了' } },
        effects: () => recorded(api, 'coupon.revoked', id),
      };
    }),
  ],
];
