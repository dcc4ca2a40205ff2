import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  aKey,
  aSalon,
  book,
  codeOf,
  expectNoOrphanSlots,
  type Salon,
  type Visit,
  type Wish,
} from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { until } from '../../../src/platform/testing/until.js';

let api: TestApi;
let salon: Salon;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
});
afterAll(() => api.close());

/** Sends a booking over a line that is cut as soon as the request is out: nobody is there for the answer. */
async function sendAndHangUp(token: string, wish: Wish, key: string): Promise<void> {
  const { hostname, port } = new URL(await api.app.getUrl());
  const body = JSON.stringify(wish);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const lines = [
    'POST /api/client/appointments HTTP/1.1',
    'host: test',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `idempotency-key: ${key}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  await once(socket, 'finish');
  socket.destroy();
}

const answerIsKept = async (key: string): Promise<boolean> => {
  const row = await api.database.row<{ response: unknown }>(
    'SELECT response FROM idempotency_key WHERE key_value = ?',
    [key],
  );
  return Boolean(row?.response);
};

describe('an answer that was lost after the visit was booked', () => {
  it('is given again to the same send, and nothing is booked twice', async () => {
    const client = await aClient(api);
    const [key, wish] = [aKey(), salon.wish(salon.store.at(TODAY, '12:00'))];
    await sendAndHangUp(client.token, wish, key);
    await until('the visit is booked', () => answerIsKept(key));
    const again = await book(api, client.token, wish, key);
    expect(again.status).toBe(201);
    const list = await api.call('/client/appointments', client);
    const { items } = list.body as { items: Visit[] };
    expect(items.map((visit) => visit.id)).toEqual([(again.body as Visit).id]);
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('is given again to the letter, whatever became of the visit since', async () => {
    const client = await aClient(api);
    const [key, wish] = [aKey(), salon.wish(salon.store.at(TODAY, '14:00'))];
    const first = await book(api, client.token, wish, key);
    const { id } = first.body as Visit;
    await api.call(`/client/appointments/${id}/cancel`, { token: client.token, body: {} });
    expect((await book(api, client.token, wish, key)).body).toEqual(first.body);
  });
});

describe('a key', () => {
  it('that was used for another booking is refused', async () => {
    const client = await aClient(api);
    const key = aKey();
    await book(api, client.token, salon.wish(salon.store.at(TODAY, '16:00')), key);
    const other = await book(api, client.token, salon.wish(salon.store.at(TODAY, '17:00')), key);
    expect({ status: other.status, code: codeOf(other) }).toEqual({
      ...{ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('belongs to who sent it: another client may choose the same one', async () => {
    const key = aKey();
    const [one, two] = [await aClient(api), await aClient(api)];
    const first = await book(api, one.token, salon.wish(salon.store.at(TODAY, '18:00')), key);
    const second = await book(api, two.token, salon.wish(salon.store.at(TODAY, '19:00')), key);
    expect([first.status, second.status]).toEqual([201, 201]);
  });

  it('of a refused booking is free for the next try', async () => {
    const client = await aClient(api);
    const key = aKey();
    const taken = await book(api, client.token, salon.wish(salon.store.at(TODAY, '18:00')), key);
    expect(codeOf(taken)).toBe('SLOT_TAKEN');
    const other = await book(api, client.token, salon.wish(salon.store.at(TODAY, '20:00')), key);
    expect(other.status).toBe(201);
  });

  it('makes a cancellation that is sent twice one cancellation, and two without it a refusal', async () => {
    const client = await aClient(api);
    const start = salon.store.at('2026-11-25', '12:00');
    const { id } = (await book(api, client.token, salon.wish(start))).body as Visit;
    const cancel = (headers: Record<string, string>) =>
      api.call(`/client/appointments/${id}/cancel`, { token: client.token, body: {}, headers });
    const headers = { 'idempotency-key': aKey() };
    const both = await Promise.all([cancel(headers), cancel(headers)]);
    expect(both.map((answer) => answer.status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(codeOf(await cancel({}))).toBe('TRANSITION_REFUSED');
  });
});
