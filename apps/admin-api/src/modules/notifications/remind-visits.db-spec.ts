import type { components } from '@yance/shared-types';
import { TEMPLATES } from '@yance/wechat-sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { arrivedAt } from '../../../test/support/given/gifts.js';
import {
  MONDAY_TEN,
  TOMORROW,
  aSalon,
  aVisit,
  type GivenClient,
  type Salon,
  type Visit,
} from '../../../test/support/given/index.js';
import { aClient, aStaffToken } from '../../../test/support/people.js';
import { newId } from '../../platform/ids/index.js';
import { JobWorker, SweepRunner } from '../../platform/jobs/index.js';

const SETTINGS = {
  WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: TEMPLATES.appointmentConfirmed.id,
  WECHAT_TEMPLATE_APPOINTMENT_REMINDER: TEMPLATES.appointmentReminder.id,
  WECHAT_TEMPLATE_APPOINTMENT_SOON: TEMPLATES.appointmentSoon.id,
};
const SWEEP = 'notifications.reminders';

/** One schema for the file, because its jobs are worked off to the last. */
let schema: FreshSchema;
let api: TestApi;
let salon: Salon;
let client: GivenClient;
/** Tomorrow at 14:00, unless a test moves it. */
let visit: Visit;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url, SETTINGS);
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  client = await aClient(api);
  await allow(TEMPLATES.appointmentReminder.id, TEMPLATES.appointmentSoon.id);
  ({ visit } = await aVisit(api, salon, salon.store.at(TOMORROW, '14:00'), client));
  await api.app.get(JobWorker).runDue();
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

async function allow(...ids: string[]): Promise<void> {
  const results = ids.map((templateId) => ({ templateId, result: 'accept' }));
  for (const one of results) await api.control('subscribe', { openid: client.openid, ...one });
  await api.call('/client/subscriptions', { token: client.token, body: { results } });
}

const at = (day: string, time: string): void => api.clock.set(new Date(salon.store.at(day, time)));
const TODAY = '2026-11-23';

/** What a minute of the processes does: what is due is looked for, and worked off. */
async function aMinute(of = api): Promise<void> {
  await of.app.get(SweepRunner).runNow(SWEEP);
  await of.app.get(JobWorker).runDue();
}

/** Somebody who signs in now: no session lasts until tomorrow. */
const aManager = (): Promise<string> => aStaffToken(api, ['manager'], [salon.store.id]);

const act = async (what: string, body: object = {}) =>
  api.call(`/staff/appointments/${visit.id}/${what}`, { token: await aManager(), body });

/** The status lines of the messages on her phone, oldest first. */
const arrived = async (): Promise<string[]> =>
  (await arrivedAt(api, client.openid)).map(({ data }) => data['phrase5']?.value ?? '').reverse();

/** The reminders among the messages of the visit. */
async function reminders(): Promise<components['schemas']['VisitMessageDto'][]> {
  const token = await aManager();
  const { body } = await api.call(`/staff/appointments/${visit.id}/messages`, { token });
  const { items } = body as components['schemas']['VisitMessageListDto'];
  return items.filter(({ kind }) => kind === 'day_before' || kind === 'soon');
}

describe('a visit that stands', () => {
  it('is reminded of the day before and an hour ahead, each once however often is looked', async () => {
    at(TODAY, '17:59');
    await aMinute();
    expect(await arrived()).toEqual([]);
    at(TODAY, '18:00');
    await aMinute();
    await aMinute();
    expect(await arrived()).toEqual(['明天到店']);
    at(TOMORROW, '13:00');
    await aMinute();
    await aMinute();
    expect(await arrived()).toEqual(['明天到店', '即将开始']);
    expect(await reminders()).toMatchObject([
      { kind: 'day_before', state: 'sent' },
      { kind: 'soon', state: 'sent' },
    ]);
  });

  it('is reminded of once although two processes look and work at the same time', async () => {
    const other = await anApi(schema.url, { ...SETTINGS, WECHAT_API_ORIGIN: api.sandbox.url });
    await allow(TEMPLATES.appointmentReminder.id);
    at(TODAY, '18:00');
    other.clock.set(api.clock.now());
    await Promise.all([aMinute(), aMinute(other), aMinute(), aMinute(other)]);
    expect(await arrived()).toEqual(['明天到店']);
    await other.close();
  });

  it('is reminded of although its job was lost', async () => {
    at(TODAY, '18:00');
    await api.app.get(SweepRunner).runNow(SWEEP);
    await api.unitOfWork.run((tx) =>
      tx.run("DELETE FROM job WHERE queue = 'notifications.reminder'"),
    );
    await aMinute();
    expect(await arrived()).toEqual(['明天到店']);
  });

  it('is not reminded of twice where a process died while it sent: nobody knows, and the desk sees it', async () => {
    at(TODAY, '18:00');
    const key = `reminder.day_before:${visit.id}:${Date.parse(visit.start)}`;
    const now = api.clock.now();
    await api.unitOfWork.run((tx) =>
      tx.run(
        `INSERT INTO message (id, message_key, customer_id, appointment_id, kind, channel, state, created_at, updated_at)
         VALUES (?, ?, ?, ?, 'day_before', 'subscribe', 'sending', ?, ?)`,
        [newId(), key, client.id, visit.id, now, now],
      ),
    );
    await aMinute();
    await aMinute();
    expect(await arrived()).toEqual([]);
    expect(await reminders()).toMatchObject([{ channel: 'subscribe', state: 'unknown' }]);
  });

  it('keeps her undisturbed at night: the word of the evening comes in the morning', async () => {
    at(TODAY, '22:00');
    await aMinute();
    expect(await arrived()).toEqual([]);
    at(TOMORROW, '09:00');
    await aMinute();
    expect(await arrived()).toEqual(['今天到店']);
  });

  it('whose reminder went by the store’s own hours says why it was not sent', async () => {
    const rules = {
      ...{ dayBefore: false, dayBeforeHour: 18, soon: true, soonMinutes: 60 },
      ...{ tellFromHour: 16, tellUntilHour: 21, bySms: false, byCall: false },
    };
    const path = `/staff/visit-reminders/${salon.store.id}`;
    const token = await aManager();
    const { status } = await api.call(path, { method: 'PUT', token, body: rules });
    expect(status).toBe(200);
    at(TOMORROW, '13:00');
    await aMinute();
    expect(await arrived()).toEqual([]);
    expect(await reminders()).toMatchObject([
      { kind: 'soon', channel: 'none', state: 'withheld', reason: '提醒的时间在免打扰时段' },
    ]);
  });
});

describe('a visit that changed between looking and telling', () => {
  const aReminderWaits = async (): Promise<void> => {
    at(TODAY, '18:00');
    await api.app.get(SweepRunner).runNow(SWEEP);
  };
  const toldReminders = async (): Promise<string[]> =>
    (await arrived()).filter((words) => words === '明天到店');

  it.each([
    ['was cancelled', () => act('cancel', { reason: '停电' }), '预约已取消'],
    [
      'was moved',
      () => act('move', { start: salon.store.at(TOMORROW, '16:00'), version: 1 }),
      '预约已改期',
    ],
  ])('%s is not reminded of, and the desk sees why', async (_how, change, reason) => {
    await aReminderWaits();
    expect((await change()).status).toBe(200);
    await api.app.get(JobWorker).runDue();
    expect(await toldReminders()).toEqual([]);
    expect(await reminders()).toMatchObject([{ state: 'withheld', reason }]);
  });

  it('has come already is not reminded of', async () => {
    at(TOMORROW, '13:00');
    await api.app.get(SweepRunner).runNow(SWEEP);
    expect((await act('arrive')).status).toBe(200);
    await api.app.get(JobWorker).runDue();
    const soon = (await reminders()).filter(({ kind }) => kind === 'soon');
    expect(soon).toMatchObject([{ state: 'withheld', reason: '顾客已到店' }]);
  });

  it('is reminded of at its new time', async () => {
    await act('move', { start: salon.store.at(TOMORROW, '16:00'), version: 1 });
    at(TOMORROW, '15:00');
    await aMinute();
    expect((await arrived()).at(-1)).toBe('即将开始');
  });
});

describe('the rules of a store', () => {
  const path = (): string => `/staff/visit-reminders/${salon.store.id}`;
  const RULES = {
    ...{ dayBefore: true, dayBeforeHour: 18, soon: true, soonMinutes: 60 },
    ...{ tellFromHour: 9, tellUntilHour: 21, bySms: true, byCall: true },
  };
  const put = async (body: object, token?: string) =>
    api.call(path(), { method: 'PUT', token: token ?? (await aManager()), body });

  it('are those of the house until somebody sets them, with what became of its messages', async () => {
    at(TODAY, '18:00');
    await aMinute();
    const { body } = await api.call(path(), { token: await aManager() });
    // Nobody had allowed the confirmation; what she booked herself is told by no other way.
    const none = { channel: 'subscribe', state: 'not_allowed', count: 1 };
    const sent = { channel: 'subscribe', state: 'sent', count: 1 };
    expect(body).toEqual({ ...RULES, counts: [none, sent] });
    const changed = { ...RULES, dayBeforeHour: 20, soon: false };
    expect((await put(changed)).body).toMatchObject(changed);
  });

  it('are refused, by field, where the hours contradict each other', async () => {
    const late = await put({ ...RULES, dayBeforeHour: 22 });
    expect(late.body).toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ field: 'dayBeforeHour' }],
    });
    const turned = await put({ ...RULES, tellFromHour: 21, tellUntilHour: 9 });
    expect(turned.body).toMatchObject({ errors: [{ field: 'tellUntilHour' }] });
  });

  it('are set by those who lead the store', async () => {
    expect((await put(RULES, await aStaffToken(api, ['desk'], [salon.store.id]))).status).toBe(403);
    expect((await put(RULES, await aStaffToken(api, ['manager']))).status).toBe(404);
  });
});

describe('the tap after a booking', () => {
  it('asks first for what matters most for this visit, and knows what she has allowed', async () => {
    const { body } = await api.call(`/client/message-templates?appointmentId=${visit.id}`, client);
    const { items } = body as components['schemas']['MessageTemplateListDto'];
    const asked = items.filter(({ occasion }) => occasion === 'booking');
    expect(asked.map(({ kind, credits }) => [kind, credits])).toEqual([
      ['reminder', 1],
      ['changed', 0],
      ['cancelled', 0],
      ['soon', 1],
      ['confirmed', 0],
    ]);
  });

  it('knows no visit of another client', async () => {
    const path = `/client/message-templates?appointmentId=${visit.id}`;
    expect((await api.call(path, await aClient(api))).status).toBe(404);
  });
});
