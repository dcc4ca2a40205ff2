import { randomUUID } from 'node:crypto';
import type { StaffRole, components } from '@yance/shared-types';
import { CreateCustomer } from '../../../src/modules/customers/index.js';
import type { TemplateDraft } from '../../../src/modules/coupons/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import type { Answer, TestApi } from '../an-api.js';
import { PASSWORD, anAccount } from '../people.js';
import { aStore, type GivenStore } from './store.js';
import { MONDAY_TEN } from './visit.js';

type Schemas = components['schemas'];
export type Coupon = Schemas['CouponDto'];
export type StaffCoupon = Schemas['StaffCouponDto'];
export type CouponTemplate = Schemas['CouponTemplateDto'];
export type CouponBatch = Schemas['CouponBatchDto'];

type Role = Extract<StaffRole, 'marketing' | 'manager' | 'desk' | 'finance' | 'owner'>;

/** 满300减50, good for 30 days, as many as are wanted; a change makes another. */
export const A_TEMPLATE: Omit<TemplateDraft, 'storeIds'> = {
  ...{ name: '满减券', kind: 'money_off', amountFen: 5_000, permille: null, capFen: null },
  ...{ minSpendFen: 30_000, scope: 'all', serviceIds: [], productIds: [] },
  ...{ withTier: true, withCoupons: false, validKind: 'days', validFrom: null, validUntil: null },
  ...{ validDays: 30, quota: null, perClientCap: null, claimable: true, atDesk: true },
  ...{ returnDays: 7, note: '', state: 'on', sort: 1 },
};

/** A salon of two stores that gives coupons away, with its people signed in. */
export interface CouponSalon {
  readonly api: TestApi;
  readonly store: GivenStore;
  readonly other: GivenStore;
  readonly tokens: Readonly<Record<Role, string>>;
  /** A request of somebody's with a key of its own. */
  post(token: string, path: string, body?: object, key?: string): Promise<Answer>;
  get<T>(token: string, path: string): Promise<T>;
  draft(change?: Partial<TemplateDraft>): TemplateDraft;
  aTemplate(change?: Partial<TemplateDraft>): Promise<CouponTemplate>;
  /** Gives a coupon of this template to a client, as marketing. */
  give(templateId: string, clientId: string): Promise<StaffCoupon>;
  /** A client's coupons as staff see them, the latest first. */
  couponsOf(clientId: string): Promise<StaffCoupon[]>;
  /** A file that nobody signed in to. */
  aFile(): Promise<string>;
}

export async function aCouponSalon(api: TestApi): Promise<CouponSalon> {
  api.clock.set(MONDAY_TEN);
  const [store, other] = [await aStore(api), await aStore(api)];
  const stores = [store.id, other.id];
  const tokens = {
    ...{ marketing: await signIn(api, 'marketing', stores) },
    ...{ manager: await signIn(api, 'manager', stores), desk: await signIn(api, 'desk', stores) },
    ...{ finance: await signIn(api, 'finance', stores), owner: await signIn(api, 'owner', stores) },
  };
  const post: CouponSalon['post'] = (token, path, body = {}, key = randomUUID()) =>
    api.call(path, { token, body, headers: { 'idempotency-key': key } });
  const get: CouponSalon['get'] = async <T>(token: string, path: string) =>
    (await api.call(path, { token })).body as T;
  const draft: CouponSalon['draft'] = (change = {}) => ({
    ...{ ...A_TEMPLATE, storeIds: stores },
    ...change,
  });
  const couponsOf: CouponSalon['couponsOf'] = async (clientId) =>
    (await get<{ items: StaffCoupon[] }>(tokens.marketing, `/staff/clients/${clientId}/coupons`))
      .items;
  return {
    ...{ api, store, other, tokens, post, get, draft, couponsOf },
    async aTemplate(change) {
      const answer = await post(tokens.marketing, '/staff/coupon-templates', draft(change));
      return taken<CouponTemplate>(answer);
    },
    async give(templateId, clientId) {
      const wish = { templateId, storeId: store.id, clientIds: [clientId] };
      const batch = taken<CouponBatch>(await post(tokens.marketing, '/staff/coupons', wish));
      const id = batch.rows[0]?.couponId;
      const coupon = (await couponsOf(clientId)).find((one) => one.id === id);
      if (!coupon) throw new Error(JSON.stringify(batch));
      return coupon;
    },
    async aFile() {
      const create = api.app.get(CreateCustomer, { strict: false });
      const made = await api.unitOfWork.run((tx) =>
        create.execute(tx, { name: `王${newId().slice(-6)}`, source: 'walk_in' }),
      );
      return made.id;
    },
  };
}

/** Somebody of these stores who signed in: her token. */
export async function signIn(api: TestApi, role: Role, stores: readonly string[]): Promise<string> {
  const { username } = await anAccount(api, [role], stores);
  const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  return (body as { token: string }).token;
}

/** What a request that had to be taken was answered with. @throws Error when it was refused */
export function taken<T>(answer: Answer): T {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body as T;
}
