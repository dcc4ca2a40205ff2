import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  aSalon,
  aVisit,
  book,
  type Salon,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aPhone, aStaffToken } from '../../support/people.js';
import { ODD_TEXTS } from './support/hostile-values.js';

/** What joins the people of a family into one picture; names are written without. */
const JOINER = '\u200d';
const LABEL_LENGTH = 20;

let api: TestApi;
let salon: Salon;
let desk: string;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  desk = await aStaffToken(api, ['manager'], [salon.store.id]);
});
afterAll(() => api.close());

const read = async (path: string, token = desk): Promise<unknown> =>
  (await api.call(path, { token })).body;

describe('an odd text that does no harm', () => {
  it.each(ODD_TEXTS)('is kept and shown as it was written: %j', async (text) => {
    const body = { name: `王${text.replaceAll(JOINER, '')}`, note: text, phone: aPhone() };
    const made = await api.call('/staff/clients', { token: desk, body });
    expect([made.status, made.body]).toMatchObject([201, { name: body.name, note: text }]);
    const { id } = made.body as { id: string };
    expect(await read(`/staff/clients/${id}`)).toMatchObject({ name: body.name, note: text });

    const label = [...text].slice(0, LABEL_LENGTH).join('');
    const phone = { phone: aPhone(), label };
    await api.call(`/staff/clients/${id}/phones`, { token: desk, body: phone });
    const { phones } = (await read(`/staff/clients/${id}`)) as { phones: { label: string }[] };
    expect(phones.map((each) => each.label)).toContain(label);

    const client = await aClient(api);
    const wish = { ...salon.wish(salon.store.at(TODAY, '15:00')), note: text };
    const visit = (await book(api, client.token, wish)).body as Visit;
    expect(visit.note).toBe(text);
    expect(await read(`/staff/appointments/${visit.id}`)).toMatchObject({ note: text });
    const reason = { reason: text };
    await api.call(`/staff/appointments/${visit.id}/cancel`, { token: desk, body: reason });
    expect(await read(`/client/appointments/${visit.id}`, client.token)).toMatchObject({
      ...{ state: 'cancelled', cancelReason: text },
    });
  });

  it('finds only what it says: no sign in a search stands for others', async () => {
    await aVisit(api, salon, salon.store.at(TODAY, '16:00'));
    for (const q of ['%', '_', '%%', "' OR 1=1 --", '\\']) {
      const { items } = (await read(`/staff/clients?q=${encodeURIComponent(q)}`)) as {
        items: { name: string }[];
      };
      expect(items.filter(({ name }) => !name.includes(q))).toEqual([]);
    }
  });
});
