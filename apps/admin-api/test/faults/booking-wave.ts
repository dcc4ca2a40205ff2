import { expect } from '@jest/globals';
import { addDays, localDate } from '../../src/platform/clock/index.js';
import type { TestApi } from '../support/an-api.js';
import {
  aKey,
  aSalon,
  aTherapist,
  book,
  expectNoOrphanSlots,
  type GivenClient,
  type Salon,
  type Visit,
  type Wish,
} from '../support/given/index.js';
import { aClient } from '../support/people.js';
import type { Answer, Reachable } from '../support/wire.js';

const STARTS = ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00'];
const THERAPISTS = 5;
/** As many as the people and times of a day have room for, so that every one of them must succeed in the end. */
export const CLIENTS = STARTS.length * THERAPISTS;

/** One client's wish with the key that she sends it with, as often as it takes. */
export interface Attempt {
  readonly client: GivenClient;
  readonly wish: Wish;
  readonly key: string;
  /** What she was told; undefined while no whole answer came. */
  answer?: Answer;
}

/** A salon that is full when each of its clients has booked once a day. */
export async function aFullDaySalon(seed: TestApi): Promise<Salon> {
  const salon = await aSalon(seed);
  for (let more = 1; more < THERAPISTS; more += 1) await aTherapist(seed, salon.store);
  return salon;
}

export async function someClients(system: Reachable): Promise<GivenClient[]> {
  return Promise.all(Array.from({ length: CLIENTS }, () => aClient(system)));
}

/** Everybody wants anybody of the same day, `daysAhead` from today. */
export function aWave(
  salon: Salon,
  clients: readonly GivenClient[],
  daysAhead: number,
): readonly Attempt[] {
  const date = addDays(localDate(new Date(), salon.store.zone), daysAhead);
  return clients.map((client, at) => {
    const start = salon.store.at(date, STARTS[at % STARTS.length] ?? '10:00');
    return { client, wish: salon.wish(start, null), key: aKey() };
  });
}

/**
 * Sends all attempts at once, and does `fault` at the moment when so many are answered.
 * Ends when every attempt has an answer or will never have one, and the fault is done.
 */
export async function sendWave(
  system: Reachable,
  wave: readonly Attempt[],
  answersBefore = 0,
  fault: () => Promise<void> = async () => undefined,
): Promise<void> {
  let answered = 0;
  let happening: Promise<void> | undefined;
  const sendOne = async (attempt: Attempt): Promise<void> => {
    try {
      attempt.answer = await book(system, attempt.client.token, attempt.wish, attempt.key);
    } catch {
      return;
    }
    answered += 1;
    if (answered === answersBefore) happening = fault();
  };
  await Promise.all(wave.map(sendOne));
  await happening;
}

export const isBooked = ({ answer }: Attempt): boolean => answer?.status === 201;

const idOf = ({ answer }: Attempt): string => (answer?.body as Visit).id;

/** Every attempt that was told "booked" finds its visit; and slots and visits agree. */
export async function expectKept(
  system: Reachable,
  inspector: TestApi,
  salon: Salon,
  wave: readonly Attempt[],
): Promise<void> {
  for (const attempt of wave.filter(isBooked)) {
    const { client, wish } = attempt;
    const { status, body } = await system.call(`/client/appointments/${idOf(attempt)}`, {
      token: client.token,
    });
    expect([status, (body as Visit).start]).toEqual([200, wish.start]);
  }
  await expectNoOrphanSlots(inspector, salon.store.id);
}

/** Sends the whole wave once more with the same keys: all have one visit then, the answered ones the same as before. */
export async function expectOneVisitEach(
  system: Reachable,
  inspector: TestApi,
  salon: Salon,
  wave: readonly Attempt[],
): Promise<void> {
  const told = new Map(wave.filter(isBooked).map((attempt) => [attempt.key, idOf(attempt)]));
  await sendWave(system, wave);
  expect(wave.map(({ answer }) => answer?.status)).toEqual(wave.map(() => 201));
  for (const attempt of wave) {
    if (told.has(attempt.key)) expect(idOf(attempt)).toBe(told.get(attempt.key));
  }
  const [first] = wave;
  const day = new Date(first?.wish.start ?? 0).getTime();
  const counts = await inspector.database.rows<{ customer: string; visits: number }>(
    `SELECT customer_id AS customer, COUNT(*) AS visits FROM appointment
      WHERE store_id = ? AND starts_at >= ? AND starts_at < ? GROUP BY customer_id`,
    [salon.store.id, new Date(day), new Date(day + 12 * 3_600_000)],
  );
  expect(new Map(counts.map(({ customer, visits }) => [customer, Number(visits)]))).toEqual(
    new Map(wave.map(({ client }) => [client.id, 1])),
  );
  await expectNoOrphanSlots(inspector, salon.store.id);
}
