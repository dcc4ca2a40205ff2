import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openStream, type OpenStream } from '../../src/platform/testing/read-stream.js';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { workerDatabaseUrl } from '../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  aSalon,
  book,
  type GivenClient,
  type Salon,
  type Visit,
} from '../support/given/index.js';
import { aClient, aStaffToken } from '../support/people.js';

const SOON_MS = 2_000;

/** Two processes on one database: the board is open at one, the phone talks to the other. */
let board: TestApi;
let phone: TestApi;
let salon: Salon;
let client: GivenClient;
let desk: string;
let streams: OpenStream[] = [];

beforeAll(async () => {
  const url = await workerDatabaseUrl();
  [board, phone] = [await anApi(url), await anApi(url)];
  for (const api of [board, phone]) api.clock.set(MONDAY_TEN);
  salon = await aSalon(board);
  desk = await aStaffToken(board, ['desk'], [salon.store.id]);
  client = await aClient(phone);
});
afterEach(() => {
  for (const stream of streams) stream.close();
  streams = [];
});
afterAll(async () => {
  await board.close();
  await phone.close();
});

async function follow(storeId: string, token: string): Promise<OpenStream> {
  const base = await board.app.getUrl();
  const stream = await openStream(`${base}/api/staff/stream?storeId=${storeId}`, token);
  streams.push(stream);
  return stream;
}

interface Told {
  readonly id: string;
  readonly topic: string;
  readonly at: string;
}

/** The `appointment` events of a stream, oldest first. */
function eventsOf(stream: OpenStream): Told[] {
  return [...stream.text().matchAll(/event: appointment\ndata: (.*)\n/g)].map(
    (match) => JSON.parse(match[1] ?? '{}') as Told,
  );
}

async function bookAt(time: string): Promise<Visit> {
  const answer = await book(phone, client.token, salon.wish(salon.store.at(TODAY, time)));
  expect(answer.status).toBe(201);
  return answer.body as Visit;
}

describe('a board that is open', () => {
  it('hears within two seconds of a visit that was booked at another process', async () => {
    const stream = await follow(salon.store.id, desk);
    const visit = await bookAt('12:00');
    const asked = performance.now();
    await until('the board was told', () => eventsOf(stream).some(({ id }) => id === visit.id));
    expect(performance.now() - asked).toBeLessThan(SOON_MS);
    expect(eventsOf(stream)).toEqual([
      { id: visit.id, topic: 'appointment.confirmed', at: expect.any(String) },
    ]);
  });

  it('hears of each change once and in order', async () => {
    const stream = await follow(salon.store.id, desk);
    const visit = await bookAt('13:00');
    const hers = (what: string, body: object) =>
      phone.call(`/client/appointments/${visit.id}/${what}`, { token: client.token, body });
    await hers('reschedule', { start: salon.store.at(TODAY, '14:00') });
    await hers('cancel', {});
    await until('the last change was told', () => eventsOf(stream).length >= 3);
    expect(eventsOf(stream).map(({ topic }) => topic)).toEqual([
      ...['appointment.confirmed', 'appointment.moved', 'appointment.cancelled'],
    ]);
  });

  it('hears nothing of other stores, and nothing of what it was told before', async () => {
    const elsewhere = await aSalon(board);
    const stranger = await aStaffToken(board, ['desk'], [elsewhere.store.id]);
    const [own, others] = [
      await follow(salon.store.id, desk),
      await follow(elsewhere.store.id, stranger),
    ];
    const visit = await bookAt('16:00');
    await until('the own board was told', () => eventsOf(own).length > 0);
    const answer = await book(
      phone,
      client.token,
      elsewhere.wish(elsewhere.store.at(TODAY, '12:00')),
    );
    const theirs = (answer.body as Visit).id;
    // The other board heard of its own, which came later, so it would have heard of ours by now.
    await until('the other board was told', () => eventsOf(others).length > 0);
    expect(eventsOf(others).map(({ id }) => id)).toEqual([theirs]);
    expect(eventsOf(own).map(({ id }) => id)).toEqual([visit.id]);
  });

  it('is refused to the staff of another store, and to a client', async () => {
    const elsewhere = await aSalon(board);
    const stranger = await aStaffToken(board, ['manager'], [elsewhere.store.id]);
    expect((await follow(salon.store.id, stranger)).response.status).toBe(403);
    expect((await follow(salon.store.id, client.token)).response.status).toBe(401);
  });
});
