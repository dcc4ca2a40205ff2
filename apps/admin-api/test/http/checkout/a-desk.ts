import type { components } from '@yance/shared-types';
import type { Answer } from '../../support/an-api.js';
import {
  TODAY,
  aService,
  aTherapist,
  aVisit,
  type GivenClient,
  type GivenTherapist,
  type Visit,
} from '../../support/given/index.js';
import { aCounter, aCounterAt, aKey, type Clerk, type Counter } from '../membership/a-counter.js';
import { retireAll } from '../membership/a-tier-house.js';
import type { TestApi } from '../../support/an-api.js';

type Schemas = components['schemas'];
export type BillView = Schemas['BillDto'];
export type DayView = Schemas['DailyCloseDto'];
export type ShiftView = Schemas['TillShiftDto'];

/** How a bill is paid, as the console sends it. */
export type Tender = Partial<Schemas['TenderDto']> & Pick<Schemas['TenderDto'], 'kind'>;

/** A counter with a therapist, her service for 200 yuan, and a till. */
export interface Desk extends Counter {
  readonly therapist: GivenTherapist;
  readonly colleague: GivenTherapist;
  readonly serviceId: string;
  open(more?: object, who?: Clerk): Promise<BillView>;
  /** A bill with these lines; one of the service for 200 yuan unless told. */
  written(more?: object, lines?: readonly object[]): Promise<BillView>;
  line(change?: object): object;
  edit(bill: BillView, change: object, who?: Clerk): Promise<Answer>;
  pay(bill: BillView, tenders: readonly Tender[], more?: object, who?: Clerk): Promise<Answer>;
  /** An act of a bill as it stands: park, resume, void, reverse, copy. */
  act(bill: BillView, act: string, more?: object, who?: Clerk): Promise<Answer>;
  bill(id: string): Promise<BillView>;
  code(client: { readonly token: string }): Promise<string>;
  visit(hour: string, client?: GivenClient): Promise<Visit>;
  day(date?: string): Promise<DayView>;
}

/** Starts one, with an API of its own. Tiers are the brand's: those that other tests left are not given here. */
export async function aDesk(databaseUrl: string): Promise<Desk> {
  const counter = await aCounter(databaseUrl);
  await retireAll(counter);
  return deskOf(counter);
}

/** Opens one at an API that runs already. */
export const aDeskAt = async (api: TestApi): Promise<Desk> => deskOf(await aCounterAt(api));

/** @throws Error with what the API said when it did not take it */
export function taken<T = BillView>(answer: Answer): T {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body as T;
}

async function deskOf(counter: Counter): Promise<Desk> {
  const { api, store, desk } = counter;
  const [therapist, colleague] = [await aTherapist(api, store), await aTherapist(api, store)];
  const serviceId = await aService(api, store);
  const salon = { store, therapist, serviceId };
  const line: Desk['line'] = (change = {}) => ({
    ...{ kind: 'service', itemId: serviceId, quantity: 1 },
    staff: [{ staffId: therapist.staffId, sharePermille: 1000 }],
    ...change,
  });
  const patch = (who: Clerk, path: string, body: object): Promise<Answer> =>
    api.call(path, {
      ...{ method: 'PATCH', token: who.token, body, headers: { 'idempotency-key': aKey() } },
    });
  const open: Desk['open'] = async (more = {}, who = desk) =>
    taken(await counter.post(who, '/staff/bills', { storeId: store.id, ...more }));
  const edit: Desk['edit'] = (bill, change, who = desk) =>
    patch(who, `/staff/bills/${bill.id}`, { version: bill.version, ...change });
  const act: Desk['act'] = (bill, name, more = {}, who = desk) =>
    counter.post(who, `/staff/bills/${bill.id}/${name}`, {
      ...(name === 'copy' ? {} : { version: bill.version }),
      ...more,
    });
  return {
    ...counter,
    ...{ therapist, colleague, serviceId, line, open, edit, act },
    async written(more = {}, lines = [line()]) {
      return taken(await edit(await open(more), { lines }));
    },
    pay: (bill, tenders, more = {}, who = desk) => act(bill, 'pay', { tenders, ...more }, who),
    bill: (id) => counter.get(desk, `/staff/bills/${id}`),
    code: async (client) =>
      (await counter.get<{ code: string }>(client, '/client/member-code')).code,
    visit: async (hour, client) =>
      (await aVisit(api, { ...salon, wish: wishOf(salon) }, store.at(TODAY, hour), client)).visit,
    day: (date = TODAY) => counter.get(desk, `/staff/daily-close?storeId=${store.id}&date=${date}`),
  };
}

const wishOf =
  (salon: { store: { id: string }; therapist: GivenTherapist; serviceId: string }) =>
  (start: string) => ({
    ...{ storeId: salon.store.id, start },
    services: [{ serviceId: salon.serviceId, staffId: salon.therapist.staffId }],
  });
