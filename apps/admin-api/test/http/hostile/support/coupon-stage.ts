import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aStaffToken } from '../../../support/people.js';
import type { Right } from './right-values.js';

type Schemas = components['schemas'];

/** What a template is agreed to be. */
const TEMPLATE = {
  ...{ name: '满减券', kind: 'money_off', amountFen: 5_000, permille: null, capFen: null },
  ...{ minSpendFen: 30_000, scope: 'all', serviceIds: [], productIds: [], withTier: true },
  ...{ withCoupons: false, validKind: 'days', validFrom: null, validUntil: null, validDays: 30 },
  ...{ quota: null, perClientCap: null, claimable: true, atDesk: true, returnDays: 7 },
  ...{ note: '到店出示即可', state: 'on', sort: 1 },
} as const;

/** Coupons of every state that a call can be about. */
export interface GivenCoupons {
  readonly templateId: string;
  readonly clientId: string;
  /** By what stands before the id in the path. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Offers a coupon in a store and gives one to this client. @throws Error when the API does not take a step */
export async function givenCoupons(
  api: TestApi,
  storeId: string,
  clientId: string,
): Promise<GivenCoupons> {
  const token = await aStaffToken(api, ['marketing'], [storeId]);
  const template = await sent<Schemas['CouponTemplateDto']>(
    ...([api, token, '/staff/coupon-templates', { ...TEMPLATE, storeIds: [storeId] }] as const),
  );
  const wish = { templateId: template.id, storeId, clientIds: [clientId] };
  const batch = await sent<Schemas['CouponBatchDto']>(api, token, '/staff/coupons', wish);
  const [row] = batch.rows;
  const [templateId, couponId] = [template.id, row?.couponId ?? ''];
  return {
    ...{ templateId, clientId },
    ids: {
      ...{ 'coupon-templates': templateId, 'coupon-offers': templateId, coupons: couponId },
      'coupon-batches': batch.id,
    },
  };
}

/** The right values of the members that are about coupons. */
export function valuesOfCoupons({ templateId, clientId }: GivenCoupons): Right {
  const { name: _name, serviceIds, state, kind, scope, ...others } = TEMPLATE;
  const here = { kind, scope, serviceIds, state };
  const write = [
    'POST /api/staff/coupon-templates',
    'PUT /api/staff/coupon-templates/{templateId}',
  ];
  return {
    ...{ ...others, templateId, clientIds: [clientId] },
    ...{ fromMonth: '2026-06', untilMonth: '2026-11' },
    ...Object.fromEntries(
      write.flatMap((call) =>
        Object.entries(here).map(([member, value]) => [`${call} ${member}`, value]),
      ),
    ),
    ...{ [`${write[0]} amountFen`]: TEMPLATE.amountFen, [`${write[1]} amountFen`]: 5_000 },
    'GET /api/client/coupons state': 'usable',
  };
}

/** A request that has to be taken. */
async function sent<T>(api: TestApi, token: string, path: string, body: object): Promise<T> {
  const answer = await api.call(path, { token, body, headers: { 'idempotency-key': newId() } });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}
