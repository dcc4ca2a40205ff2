import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, localDate } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aKey, aSalon, aStore, book, type StaffVisit } from '../../support/given/index.js';
import { aClient, aPhone, aStaffToken } from '../../support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
afterAll(() => api.close());

/** A visit written as a row: how it was booked is not what this is about. */
async function aVisitOf(customerId: string): Promise<string> {
  const id = newId();
  const store = await aStore(api);
  const now = api.clock.now();
  const end = new Date(now.getTime() + 3_600_000);
  await api.unitOfWork.run((tx) =>
    tx.run(
      `INSERT INTO appointment (id, store_id, customer_id, state, starts_at, ends_at, channel, price_fen,
         free_cancel_until, created_at)
       VALUES (?, ?, ?, 'confirmed', ?, ?, 'mini_program', 20000, ?, ?)`,
      [id, store.id, customerId, now, end, now, now],
    ),
  );
  return id;
}

/** Says that the two were joined, so that they can be parted: it names the file that is gone for good. */
const TELLS_OF_THE_JOIN = 'file_merge';

it('loses no row of any table when a file is joined: every reference to a client follows', async () => {
  const [desk, phone] = [await aStaffToken(api, ['desk']), aPhone()];
  const created = await api.call('/staff/clients', {
    token: desk,
    body: { name: '王秀英', phone },
  });
  const file = (created.body as { id: string }).id;
  const client = await aClient(api);
  const visit = await aVisitOf(client.id);

  const { code } = await api.control('phone-code', { phone });
  expect(await api.call('/client/phone', { token: client.token, body: { code } })).toMatchObject({
    status: 200,
    body: { id: file },
  });

  const row = await api.database.row('SELECT customer_id AS id FROM appointment WHERE id = ?', [
    visit,
  ]);
  expect(row).toEqual({ id: file });
  // A module that adds a table with clients in it and forgets its handler fails here.
  const references = await api.database.rows<{ table: string; column: string }>(
    `SELECT table_name AS \`table\`, column_name AS \`column\` FROM information_schema.key_column_usage
     WHERE table_schema = DATABASE() AND referenced_table_name = 'customer' AND table_name <> ?`,
    [TELLS_OF_THE_JOIN],
  );
  expect(references.length).toBeGreaterThan(3);
  for (const { table, column } of references) {
    const left = await api.database.rows(`SELECT 1 FROM ${table} WHERE ${column} = ?`, [client.id]);
    expect({ table, left: left.length }).toEqual({ table, left: 0 });
  }
});

it('keeps the words about her visits readable, although they lay under the key of the file that is gone', async () => {
  const salon = await aSalon(api);
  const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
  const phone = aPhone();
  await api.call('/staff/clients', { token: desk, body: { name: '王秀英', phone } });
  const client = await aClient(api);
  const day = addDays(localDate(api.clock.now(), salon.store.zone), 2);
  const wish = { ...salon.wish(salon.store.at(day, '10:00')), note: '我对酒精过敏' };
  const { id } = (await book(api, client.token, wish, aKey())).body as { id: string };
  const headers = { 'idempotency-key': aKey() };
  const body = { reason: '皮肤破了' };
  await api.call(`/client/appointments/${id}/cancel`, { token: client.token, headers, body });

  const { code } = await api.control('phone-code', { phone });
  await api.call('/client/phone', { token: client.token, body: { code } });

  const { body: visit } = await api.call(`/staff/appointments/${id}`, { token: desk });
  expect(visit).toMatchObject({ note: '我对酒精过敏', cancelReason: '皮肤破了' });
  expect((visit as StaffVisit).changes.map(({ reason }) => reason)).toEqual([null, '皮肤破了']);
});
