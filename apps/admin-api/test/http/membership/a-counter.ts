import { randomUUID } from 'node:crypto';
import type { components } from '@yance/shared-types';
import { until } from '../../../src/platform/testing/until.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { MONDAY_TEN, aStore, type GivenStore } from '../../support/given/index.js';
import { PASSWORD, aClient, anAccount } from '../../support/people.js';
import { SIGNATURE } from '../../support/signature.js';

type Schemas = components['schemas'];
export type Wallet = Schemas['StaffWalletDto'];
export type Plan = Schemas['StaffPlanDto'];
export type Spend = Schemas['SpendDto'];
export type Refund = Schemas['StaffRefundDto'];
export type TopUp = Schemas['StaffTopUpDto'];

export const YUAN = 100;
export const yuan = (amount: number): number => amount * YUAN;

/** 1000 + 200, valid everywhere; a change makes another. */
const PLAN = {
  name: '充1000送200',
  priceFen: yuan(1000),
  bonusFen: yuan(200),
  spendOrder: 'bonus_first',
  validEverywhere: true,
  onPhone: true,
  refundTerms: '余额随时可退。',
  ownReasonBasis: 'list_price',
  state: 'on_sale',
  sort: 1,
};

export { SIGNATURE };

/** Somebody who works at the counter. */
export interface Clerk {
  readonly staffId: string;
  readonly username: string;
  /** A new one after `later`: sessions end. */
  token: string;
}

/** A salon that sells stored value, with two stores and its people, on the real database and the simulated WeChat. */
export interface Counter {
  readonly api: TestApi;
  readonly store: GivenStore;
  readonly other: GivenStore;
  readonly desk: Clerk;
  readonly manager: Clerk;
  readonly finance: Clerk;
  readonly owner: Clerk;
  /** A request with a key of its own. */
  post(who: { readonly token: string }, path: string, body?: object, key?: string): Promise<Answer>;
  get<T>(who: { readonly token: string }, path: string): Promise<T>;
  aPlan(change?: object): Promise<Plan>;
  wallet(clientId: string): Promise<Wallet>;
  /** A client to whom the desk has sold a plan for cash. */
  aMember(plan?: object, store?: GivenStore): Promise<Member>;
  sell(clientId: string, planId: string, more?: object): Promise<Answer>;
  /** Moves time on; everybody at the counter signs in again. */
  later(step: Parameters<TestApi['clock']['advance']>[0]): Promise<void>;
  /** A deduction on a signed slip. */
  charge(clientId: string, amountFen: number, more?: object, key?: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface Member {
  readonly id: string;
  readonly token: string;
  readonly openid: string;
  readonly plan: Plan;
  readonly topUp: TopUp;
}

export const aKey = (): string => randomUUID();

type Role = 'desk' | 'manager' | 'finance' | 'owner';

async function signIn(api: TestApi, username: string): Promise<string> {
  const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  return (body as { token: string }).token;
}

/** Somebody of these stores who signed in. */
export async function aClerk(api: TestApi, role: Role, stores: string[]): Promise<Clerk> {
  const { staffId, username } = await anAccount(api, [role], stores);
  return { staffId, username, token: await signIn(api, username) };
}

/** Starts one, with an API of its own. */
export const aCounter = async (databaseUrl: string): Promise<Counter> =>
  aCounterAt(await anApi(databaseUrl));

/** Opens one at an API that runs already. */
export async function aCounterAt(api: TestApi): Promise<Counter> {
  api.clock.set(MONDAY_TEN);
  const [store, other] = [await aStore(api), await aStore(api)];
  const stores = [store.id, other.id];
  const [desk, manager, finance, owner] = [
    await aClerk(api, 'desk', stores),
    await aClerk(api, 'manager', stores),
    await aClerk(api, 'finance', stores),
    await aClerk(api, 'owner', stores),
  ];
  const post: Counter['post'] = ({ token }, path, body = {}, key = aKey()) =>
    api.call(path, { token, body, headers: { 'idempotency-key': key } });
  const get: Counter['get'] = async <T>({ token }: { token: string }, path: string) =>
    (await api.call(path, { token })).body as T;
  const aPlan: Counter['aPlan'] = async (change = {}) => {
    const answer = await post(manager, '/staff/stored-value-plans', {
      ...PLAN,
      storeIds: stores,
      ...change,
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body as Plan;
  };
  const sell: Counter['sell'] = (clientId, planId, more = {}) =>
    post(desk, `/staff/clients/${clientId}/top-ups`, {
      ...{ storeId: store.id, planId, tender: 'cash' },
      ...more,
    });
  return {
    ...{ api, store, other, desk, manager, finance, owner, post, get, aPlan, sell },
    async later(step) {
      api.clock.advance(step);
      for (const clerk of [desk, manager, finance, owner])
        clerk.token = await signIn(api, clerk.username);
    },
    wallet: (clientId) => get(manager, `/staff/clients/${clientId}/wallet`),
    async aMember(change = {}, at = store) {
      const client = await aClient(api);
      const plan = await aPlan(change);
      const answer = await sell(client.id, plan.id, { storeId: at.id });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return { ...client, plan, topUp: answer.body as TopUp };
    },
    charge: (clientId, amountFen, more = {}, key = aKey()) =>
      post(
        desk,
        `/staff/clients/${clientId}/spends`,
        {
          storeId: store.id,
          amountFen,
          title: '面部护理',
          slipNo: `S-${aKey().slice(0, 13)}`,
          ...more,
        },
        key,
      ),
    close: () => api.close(),
  };
}

/** Sends it again with its key for as long as the house is too busy to look, as a till does. */
export async function untilTaken(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send();
    if (answer.status !== 503) return answer;
  }
}

/** What the books say of one client, added up from the raw rows of the ledger. */
export async function rawValue(
  api: TestApi,
  clientId: string,
): Promise<{ principalFen: number; bonusFen: number; lotsFen: number }> {
  const rows = await api.database.rows<{ code: string; sum: unknown }>(
    `SELECT a.code, SUM(CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END) AS sum
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.owner_id = ? AND a.code IN ('SV_PRINCIPAL', 'SV_BONUS') GROUP BY a.code`,
    [clientId],
  );
  const of = (code: string): number => Number(rows.find((row) => row.code === code)?.sum ?? 0);
  const lots = await api.database.row<{ sum: unknown }>(
    'SELECT COALESCE(SUM(principal_left + bonus_left), 0) AS sum FROM lot WHERE owner_id = ?',
    [clientId],
  );
  return {
    ...{ principalFen: of('SV_PRINCIPAL'), bonusFen: of('SV_BONUS') },
    lotsFen: Number(lots?.sum),
  };
}

/** A top-up that was started on the phone, its contract signed. */
export interface PhoneTopUp {
  readonly orderNo: string;
  readonly contractId: string;
  readonly topUpId: string;
  readonly prepayId: string;
}

export async function startTopUp(
  counter: Counter,
  client: { readonly token: string },
  body: object,
  key?: string,
): Promise<PhoneTopUp> {
  const signed = { signature: SIGNATURE, ...body };
  const answer = await counter.post(client, '/client/top-ups', signed, key);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  const started = answer.body as Schemas['StartedTopUpDto'];
  return { ...started, prepayId: started.pay.package.replace('prepay_id=', '') };
}

/** What the phone sees of an order. */
export async function orderState(
  counter: Counter,
  client: { readonly token: string },
  orderNo: string,
): Promise<string> {
  return (await counter.get<{ state: string }>(client, `/client/orders/${orderNo}`)).state;
}

/** Pays at the simulated cashier and waits until the value is there. */
export async function payTopUp(
  counter: Counter,
  client: { readonly id: string },
  topUp: PhoneTopUp,
): Promise<void> {
  await counter.api.control('cashier', { prepayId: topUp.prepayId, outcome: 'success' });
  await until('the top-up is credited', async () => {
    const row = await counter.api.database.row<{ state: string }>(
      'SELECT state FROM top_up WHERE id = ? AND customer_id = ?',
      [topUp.topUpId, client.id],
    );
    return row?.state === 'paid';
  });
}
