import { TEMPLATES } from '@yance/wechat-sandbox';
import { AddPhone, UpdateCustomer } from '../../../src/modules/customers/index.js';
import { ChooseMarketing } from '../../../src/modules/marketing/index.js';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import type { TestApi } from '../an-api.js';
import { aClient, aPhone } from '../people.js';
import type { Reachable } from '../wire.js';
import type { BirthdaySalon } from './birthdays.js';
import type { GivenClient } from './visit.js';

/** What the API has to know to tell of coupons. */
export const COUPON_TEMPLATE = TEMPLATES.couponExpiring.id;

/** Somebody who signed in, whose birthday is near. */
export interface Celebrant extends GivenClient {
  readonly phone: string;
}

/** What she agreed to, and how often she allowed the subscribe message. */
export interface Wishes {
  readonly credits?: number;
  readonly sms?: boolean;
  readonly calls?: boolean;
}

/** A client of the salon's first store who was born on 25 November. */
export async function aCelebrant(
  api: TestApi,
  salon: BirthdaySalon,
  { credits = 0, sms = false, calls = false }: Wishes = {},
): Promise<Celebrant> {
  const client = await aClient(api);
  const phone = aPhone();
  const the = <T>(type: abstract new (...args: never[]) => T): T =>
    api.app.get(type, { strict: false });
  await api.unitOfWork.run(async (tx) => {
    const birthday = { birthday: '1990-11-25', birthdayCalendar: 'solar' } as const;
    await the(UpdateCustomer).execute(tx, client.id, { ...birthday, homeStoreId: salon.store.id });
    await the(AddPhone).execute(tx, { customerId: client.id, phone, primary: true });
  });
  await choose(api, client.id, { optedOut: false, sms, calls });
  for (let given = 0; given < credits; given += 1) await allowCoupons(api, client);
  return { ...client, phone };
}

/** Says for a client what she wants to hear of, whatever she said before. */
export async function choose(
  api: TestApi,
  customerId: string,
  wish: { readonly optedOut: boolean; readonly sms: boolean; readonly calls: boolean },
): Promise<void> {
  const row = await api.database.row<{ version: number }>(
    'SELECT version FROM marketing_choice WHERE customer_id = ?',
    [customerId],
  );
  const version = row?.version ?? 0;
  const client = { kind: 'client', customerId, openid: 'o', sessionId: 's' } as const;
  const chosen = api.app.get(ChooseMarketing, { strict: false });
  await api.unitOfWork.run((tx) => chosen.execute(tx, client, customerId, { ...wish, version }));
}

/** She taps "allow" on the phone, which tells WeChat and us. */
export async function allowCoupons(api: Reachable, client: GivenClient): Promise<void> {
  const asked = { templateId: COUPON_TEMPLATE, result: 'accept' };
  await api.control('subscribe', { openid: client.openid, ...asked });
  await api.call('/client/subscriptions', { token: client.token, body: { results: [asked] } });
}

/** Gives what is due and tells of it, as the workers do. @returns jobs that ran */
export async function giveAndTell(api: TestApi, salon: BirthdaySalon): Promise<number> {
  await salon.run();
  return api.app.get(JobWorker).runDue();
}

/** A subscribe message as it lies on a phone. */
export interface Arrived {
  readonly page: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

export async function arrivedAt(api: TestApi, openid: string): Promise<Arrived[]> {
  const { items } = (await api.control(`messages?openid=${openid}`)) as unknown as {
    items: Arrived[];
  };
  return items;
}

/** Text messages of a phone. */
export async function textsAt(api: TestApi, phone: string): Promise<string[]> {
  const { items } = (await api.control(`sms?phone=${phone}`)) as unknown as {
    items: { text: string }[];
  };
  return items.map(({ text }) => text);
}
