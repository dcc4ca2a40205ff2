import type { components } from '@yance/shared-types';
import { until } from '../../../src/platform/testing/until.js';
import type { Answer, TestApi } from '../../support/an-api.js';
import { aService, aTherapist, book, type Salon } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCounter, aKey, yuan, type Counter } from './a-counter.js';

type Schemas = components['schemas'];
export type PackagePlan = Schemas['StaffPackagePlanDto'];
export type Package = Schemas['StaffPackageDto'];
export type MyPackage = Schemas['PackageDetailDto'];
export type SessionUse = Schemas['SessionUseDto'];
export type BookedVisit = Schemas['VisitDto'];

/** A counter that sells packages: two stores, a therapist in the first, a service of an hour for 200 yuan in both. */
export interface CardDesk extends Counter {
  readonly salon: Salon;
  /** Ten sessions and two on top for 1500 yuan, good for a year, unless told. */
  aPackagePlan(change?: object): Promise<PackagePlan>;
  /** One entitlement of the salon's service. */
  item(change?: object): object;
  sellPackage(clientId: string, planId: string, more?: object, key?: string): Promise<Answer>;
  /** A client with a package that was paid in cash. */
  aHolder(change?: object, more?: object): Promise<Holder>;
  mine(client: { readonly token: string }, packageId: string): Promise<MyPackage>;
  shown(packageId: string): Promise<Package>;
  /** Books the salon's service with a session. */
  bookWith(
    client: { readonly token: string },
    start: string,
    useSession?: string,
  ): Promise<Answer & { readonly body: unknown }>;
  /** Takes a visit through to its end at the desk. */
  serve(visitId: string): Promise<Answer>;
}

export interface Holder {
  readonly id: string;
  readonly token: string;
  readonly openid: string;
  readonly pack: Package;
  /** Of its first item. */
  readonly itemId: string;
}

/** Starts one, with an API of its own. */
export const aCardDesk = async (databaseUrl: string): Promise<CardDesk> =>
  aCardDeskAt(await aCounter(databaseUrl));

/** Sells packages at a counter that is open already. */
export async function aCardDeskAt(counter: Counter): Promise<CardDesk> {
  const { api, store, other, manager, desk } = counter;
  const therapist = await aTherapist(api, store);
  const serviceId = await aService(api, [store, other]);
  const salon: Salon = {
    ...{ store, therapist, serviceId },
    wish: (start) => ({ storeId: store.id, start, services: [{ serviceId }] }),
  };
  const item: CardDesk['item'] = (change = {}) => ({
    ...{ name: '补水护理', serviceIds: [serviceId], sessions: 10, giftSessions: 2 },
    ...{ listPriceFen: yuan(200), ...change },
  });
  const aPackagePlan: CardDesk['aPackagePlan'] = async (change = {}) => {
    const answer = await counter.post(manager, '/staff/package-plans', {
      ...{ name: '补水十次卡', kind: 'fixed', priceFen: yuan(1500), validDays: 365 },
      ...{ usesPerDay: null, validEverywhere: true, onPhone: true, refundTerms: '余次随时可退。' },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1, items: [item()] },
      ...{ storeIds: [store.id, other.id], ...change },
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body as PackagePlan;
  };
  const sellPackage: CardDesk['sellPackage'] = async (clientId, planId, more = {}, key = aKey()) =>
    counter.post(
      desk,
      `/staff/clients/${clientId}/packages`,
      {
        ...{ storeId: store.id, planId, tenders: [{ tender: 'cash', amountFen: yuan(1500) }] },
        ...more,
      },
      key,
    );
  return {
    ...{ ...counter, salon, item, aPackagePlan, sellPackage },
    async aHolder(change = {}, more = {}) {
      const client = await aClient(api);
      const plan = await aPackagePlan(change);
      const tenders = [{ tender: 'cash', amountFen: plan.priceFen }];
      const answer = await sellPackage(client.id, plan.id, { tenders, ...more });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      const pack = answer.body as Package;
      return { ...client, pack, itemId: pack.items[0]?.id ?? '' };
    },
    mine: (client, id) => counter.get(client, `/client/packages/${id}`),
    shown: (id) => counter.get(manager, `/staff/packages/${id}`),
    bookWith: (client, start, useSession = 'auto') =>
      book(api, client.token, {
        ...{ storeId: store.id, start },
        services: [{ serviceId, useSession }] as never,
      }),
    async serve(visitId) {
      for (const step of ['arrive', 'start', 'complete']) {
        const answer = await counter.post(desk, `/staff/appointments/${visitId}/${step}`);
        if (answer.status !== 200 || step === 'complete') return answer;
      }
      throw new Error('a visit ends');
    },
  };
}

/** What the books say of a package's items, from the raw rows: money, free and reserved sessions. */
export async function rawPackage(
  api: TestApi,
  packageId: string,
): Promise<Record<'PKG_DEFERRED' | 'TIME_DEFERRED' | 'SES_AVAIL' | 'SES_RESERVED', number>> {
  const rows = await api.database.rows<{ code: string; sum: unknown }>(
    `SELECT a.code, SUM(CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END) AS sum
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
       JOIN package_item i ON i.id = a.owner_id
     WHERE i.package_id = ? GROUP BY a.code`,
    [packageId],
  );
  const of = (code: string): number => Number(rows.find((row) => row.code === code)?.sum ?? 0);
  return {
    ...{ PKG_DEFERRED: of('PKG_DEFERRED'), TIME_DEFERRED: of('TIME_DEFERRED') },
    ...{ SES_AVAIL: of('SES_AVAIL'), SES_RESERVED: of('SES_RESERVED') },
  };
}

/** Buys on the phone and pays at the simulated cashier. */
export async function buyOnPhone(
  desk: CardDesk,
  client: { readonly token: string },
  body: object,
): Promise<Schemas['StartedPackageDto']> {
  const answer = await desk.post(client, '/client/package-orders', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const started = answer.body as Schemas['StartedPackageDto'];
  const prepayId = started.pay.package.replace('prepay_id=', '');
  await desk.api.control('cashier', { prepayId, outcome: 'success' });
  await until('the package is credited', async () => {
    const sql = 'SELECT state FROM package WHERE id = ?';
    const row = await desk.api.database.row<{ state: string }>(sql, [started.packageId]);
    return row?.state === 'active';
  });
  return started;
}
