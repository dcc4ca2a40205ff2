import { TEMPLATES } from '@yance/wechat-sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aService, aStore, aTherapist, book, type GivenStore } from '../support/given/index.js';
import { aClient } from '../support/people.js';
import { TwoWorkers } from './two-workers.js';

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';
const THERAPISTS = 8;
const HOURS = [11, 13, 15, 17];
const VISITS = THERAPISTS * HOURS.length;
const TAKES_MS = 240_000;
/** So many reminders of the evening are out when somebody dies, and so many minutes pass until the next. */
const DEATHS = [
  { after: 3, workers: [0] },
  { after: 12, workers: [1] },
  { after: 20, workers: [0, 1] },
] as const;
const SOON = TEMPLATES.appointmentSoon.id;
const DAY_BEFORE = TEMPLATES.appointmentReminder.id;

/** A row of `message`. */
interface Told {
  readonly visit: string;
  readonly kind: string;
  readonly channel: string;
  readonly state: string;
}

let two: TwoWorkers;
let store: GivenStore;
const visits: string[] = [];

beforeAll(async () => {
  two = await TwoWorkers.start(TODAY, '10:00', {
    settings: {
      WECHAT_TEMPLATE_APPOINTMENT_REMINDER: DAY_BEFORE,
      WECHAT_TEMPLATE_APPOINTMENT_SOON: SOON,
    },
    run: { queue: 'notifications.reminder' },
  });
  store = await aStore(two.desk, {});
  const serviceId = await aService(two.desk, store);
  for (let n = 0; n < THERAPISTS; n += 1) {
    const { staffId } = await aTherapist(two.desk, store);
    for (const hour of HOURS) visits.push(await aVisitAt(`${hour}:00`, serviceId, staffId));
  }
}, TAKES_MS);
afterAll(() => two.stop());

/** A visit of tomorrow, of somebody who allowed both reminders. */
async function aVisitAt(time: string, serviceId: string, staffId: string): Promise<string> {
  const client = await aClient(two.phones);
  const results = [DAY_BEFORE, SOON].map((templateId) => ({ templateId, result: 'accept' }));
  for (const one of results)
    await two.phones.control('subscribe', { openid: client.openid, ...one });
  await two.phones.call('/client/subscriptions', { token: client.token, body: { results } });
  const wish = { storeId: store.id, services: [{ serviceId, staffId }] };
  const start = store.at(TOMORROW, time);
  const answer = await book(two.phones, client.token, { ...wish, start });
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
}

const reminders = (kind: string): Promise<Told[]> =>
  two.desk.database.rows<Told & object>(
    'SELECT appointment_id AS visit, kind, channel, state FROM message WHERE kind = ?',
    [kind],
  );

const settled = async (kind: string): Promise<number> =>
  (await reminders(kind)).filter(({ state }) => state !== 'sending').length;

/** The visits that lie on phones as reminders of a template, one entry for each message. */
async function delivered(templateId: string): Promise<string[]> {
  const { items } = (await two.phones.control('messages')) as {
    items: { templateId: string; page: string }[];
  };
  return items
    .filter((message) => message.templateId === templateId)
    .flatMap(({ page }) => /id=(\w+)/.exec(page)?.[1] ?? []);
}

/** What must be true of the reminders of a kind, whoever died over them. */
async function expectOnceEach(kind: string, templateId: string, visitIds: readonly string[]) {
  const told = await reminders(kind);
  expect(told.map(({ visit }) => visit).sort()).toEqual([...visitIds].sort());
  expect(new Set(told.map(({ channel }) => channel))).toEqual(new Set(['subscribe']));
  const states = new Set(told.map(({ state }) => state));
  expect([...states].filter((state) => state !== 'sent' && state !== 'unknown')).toEqual([]);
  const on = await delivered(templateId);
  expect(new Set(on).size).toBe(on.length);
  const sent = told.filter(({ state }) => state === 'sent').map(({ visit }) => visit);
  const unknown = told.filter(({ state }) => state === 'unknown').map(({ visit }) => visit);
  expect(on.filter((id) => !unknown.includes(id)).sort()).toEqual(sent.sort());
  return { sent: sent.length, unknown: unknown.length };
}

describe('reminders of two workers that are killed while they send', () => {
  it(
    'reach every client once the evening before, or are known to be in doubt',
    async () => {
      await two.moveTo(TODAY, '18:00');
      for (const { after, workers } of DEATHS) {
        await two.patiently(
          `${after} are out`,
          async () => (await reminders('day_before')).length >= after,
        );
        await two.kill(workers);
      }
      await two.patiently('all are told', async () => (await settled('day_before')) === VISITS);
      const { sent, unknown } = await expectOnceEach('day_before', DAY_BEFORE, visits);
      expect(two.brokenOff).toBeGreaterThan(0);
      process.stdout.write(
        `  reminders: ${sent} sent, ${unknown} in doubt, ${two.kills} kills, ${two.brokenOff} while they sent\n`,
      );
    },
    TAKES_MS,
  );

  it(
    'come once more an hour ahead, to those whose hour it is',
    async () => {
      await two.untilBothAreUp();
      await two.moveTo(TOMORROW, '10:00');
      await two.patiently('one is out', async () => (await reminders('soon')).length > 0);
      await two.kill([0]);
      const first = visits.filter((_, n) => n % HOURS.length === 0);
      await two.patiently('all are told', async () => (await settled('soon')) >= first.length);
      await expectOnceEach('soon', SOON, first);
    },
    TAKES_MS,
  );
});
