import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../../test/support/an-api.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aKey,
  aPlace,
  aSalon,
  aService,
  aStore,
  aTherapist,
  book,
  codeOf,
  expectNoOrphanSlots,
  handsOn,
  tally,
  type GivenClient,
} from '../../../test/support/given/index.js';
import { aClient } from '../../../test/support/people.js';

const CROWD = 50;
const ROUNDS = 20;
/** A thousand bookings on a machine that does other things too. */
const LONG_MS = 240_000;

let api: TestApi;
let crowd: GivenClient[];

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  crowd = await Promise.all(Array.from({ length: CROWD }, () => aClient(api)));
});
afterAll(() => api.close());

type Offered = { alternatives: { start: string }[] };

/** Refused for the time alone, and told of others that can be had. */
function expectHelpful(answer: Answer, start: string): void {
  const { alternatives } = answer.body as Offered;
  expect(alternatives.length).toBeGreaterThan(0);
  expect(alternatives.map((other) => other.start)).not.toContain(start);
}

describe('fifty clients who want the same therapist at the same time', () => {
  it(
    'are one visit and forty-nine refusals with other times, in every one of twenty rounds',
    async () => {
      const salon = await aSalon(api, { store: { settings: { maxOpenVisits: ROUNDS } } });
      for (let round = 0; round < ROUNDS; round += 1) {
        const date = round < 10 ? TODAY : TOMORROW;
        const start = salon.store.at(date, `${11 + (round % 10)}:00`);
        // The last rounds of a day leave no hour free on it: then the next day is offered.
        const answers = await Promise.all(
          crowd.map(({ token }) => book(api, token, salon.wish(start))),
        );
        expect(tally(answers)).toEqual({ 201: 1, SLOT_TAKEN: CROWD - 1 });
        for (const answer of answers) if (answer.status !== 201) expectHelpful(answer, start);
      }
      await expectNoOrphanSlots(api, salon.store.id);
    },
    LONG_MS,
  );
});

describe('fifty clients who want anybody at the same time', () => {
  it.each([3, 8])('are as many visits as there are therapists: %i', async (count) => {
    const store = await aStore(api);
    for (let n = 0; n < count; n += 1) await aTherapist(api, store);
    const serviceId = await aService(api, store);
    const wish = { storeId: store.id, start: store.at(TODAY, '11:00'), services: [{ serviceId }] };
    const answers = await Promise.all(crowd.map(({ token }) => book(api, token, wish)));
    expect(tally(answers)).toEqual({ 201: count, SLOT_TAKEN: CROWD - count });
    const people = answers.flatMap(
      ({ body }) => (body as { items?: { staffId: string }[] }).items ?? [],
    );
    expect(new Set(people.map((item) => item.staffId)).size).toBe(count);
    await expectNoOrphanSlots(api, store.id);
  });

  it('are as many visits as there are beds when those are fewer than the therapists', async () => {
    const store = await aStore(api);
    for (let n = 0; n < 5; n += 1) await aTherapist(api, store);
    for (let n = 0; n < 2; n += 1) await aPlace(api, store, { kind: 'bed', roomKind: 'facial' });
    const serviceId = await aService(api, store, {
      segments: [handsOn(60, { roomKind: 'facial' })],
      bufferAfterMinutes: 10,
    });
    const wish = { storeId: store.id, start: store.at(TODAY, '11:00'), services: [{ serviceId }] };
    const answers = await Promise.all(crowd.map(({ token }) => book(api, token, wish)));
    expect(tally(answers)).toEqual({ 201: 2, SLOT_TAKEN: CROWD - 2 });
    await expectNoOrphanSlots(api, store.id);
  });
});

describe('visits that overlap without starting together', () => {
  it('never share a minute of a therapist', async () => {
    const salon = await aSalon(api);
    const starts = ['11:00', '11:15', '11:30', '11:45', '12:00'];
    const answers = await Promise.all(
      crowd.map(({ token }, n) =>
        book(api, token, salon.wish(salon.store.at(TODAY, starts[n % starts.length] ?? ''))),
      ),
    );
    const { 201: booked, SLOT_TAKEN: taken, ...others } = tally(answers);
    expect(others).toEqual({});
    expect([1, 2]).toContain(booked);
    expect(taken).toBe(CROWD - (booked ?? 0));
    await expectNoOrphanSlots(api, salon.store.id);
  });
});

describe('one client who taps twice', () => {
  it('has one visit, and every tap is told of it', async () => {
    const salon = await aSalon(api);
    const [client] = crowd as [GivenClient];
    for (const time of ['11:00', '12:00', '13:00', '14:00', '15:00']) {
      const [key, wish] = [aKey(), salon.wish(salon.store.at(TODAY, time))];
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => book(api, client.token, wish, key)),
      );
      expect(tally(answers)).toEqual({ 201: 8 });
      expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
    }
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('has one visit also when the taps race with other clients', async () => {
    const salon = await aSalon(api);
    const wish = salon.wish(salon.store.at(TODAY, '11:00'));
    const answers = await Promise.all(
      crowd.slice(0, 10).map(async ({ token }) => {
        const key = aKey();
        return Promise.all(Array.from({ length: 3 }, () => book(api, token, wish, key)));
      }),
    );
    expect(tally(answers.flat())).toEqual({ 201: 3, SLOT_TAKEN: 27 });
    const won = answers.filter(([first]) => first?.status === 201);
    expect(won).toHaveLength(1);
    await expectNoOrphanSlots(api, salon.store.id);
  });
});

describe('the limit of open visits', () => {
  it('holds when one client books many times at once', async () => {
    const salon = await aSalon(api, { store: { settings: { maxOpenVisits: 3 } } });
    const client = await aClient(api);
    const times = Array.from({ length: 10 }, (_, n) => salon.store.at(TODAY, `${11 + n}:00`));
    const answers = await Promise.all(
      times.map((start) => book(api, client.token, salon.wish(start))),
    );
    expect(tally(answers)).toEqual({ 201: 3, TOO_MANY_OPEN_VISITS: 7 });
    await expectNoOrphanSlots(api, salon.store.id);
  });
});

describe('a crowd larger than the pool', () => {
  it('is answered without faults: who is told to come back later may send the same call again', async () => {
    const salon = await aSalon(api);
    const wish = salon.wish(salon.store.at(TODAY, '11:00'));
    const calls = [...crowd, ...crowd, ...crowd, ...crowd].map(({ token }) => {
      const key = aKey();
      return () => book(api, token, wish, key);
    });
    const answers = await Promise.all(calls.map((call) => call()));
    const { 201: booked, SLOT_TAKEN: taken = 0, OVERLOADED: late = 0 } = tally(answers);
    expect({ booked, answered: taken + late }).toEqual({ booked: 1, answered: 4 * CROWD - 1 });
    for (const [n, answer] of answers.entries()) {
      if (codeOf(answer) !== 'OVERLOADED') continue;
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      const again = await calls[n]?.();
      expect(again && codeOf(again)).toBe('SLOT_TAKEN');
    }
    await expectNoOrphanSlots(api, salon.store.id);
  });
});
