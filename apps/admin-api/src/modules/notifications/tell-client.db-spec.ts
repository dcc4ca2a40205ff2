import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TEMPLATES } from '@yance/wechat-sandbox';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import {
  MONDAY_TEN,
  TODAY,
  aKey,
  aSalon,
  aTherapist,
  aVisit,
  type GivenClient,
  type Salon,
  type Visit,
} from '../../../test/support/given/index.js';
import { textsAt } from '../../../test/support/given/gifts.js';
import { aClient, aPhone, aStaffToken } from '../../../test/support/people.js';
import { AddPhone } from '../customers/index.js';
import { JobWorker } from '../../platform/jobs/index.js';

const TEMPLATE_IDS = {
  confirmed: TEMPLATES.appointmentConfirmed.id,
  changed: TEMPLATES.appointmentChanged.id,
  cancelled: TEMPLATES.appointmentCancelled.id,
};
type Kind = keyof typeof TEMPLATE_IDS;

/** One schema for the file, because its jobs are worked off to the last. */
let schema: FreshSchema;
let api: TestApi;
let salon: Salon;
let desk: string;
let client: GivenClient;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url, {
    WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: TEMPLATE_IDS.confirmed,
    WECHAT_TEMPLATE_APPOINTMENT_CHANGED: TEMPLATE_IDS.changed,
    WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: TEMPLATE_IDS.cancelled,
  });
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  await fetch(`${api.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  salon = await aSalon(api, { service: { confirmPolicy: 'staff' } });
  desk = await aStaffToken(api, ['desk'], [salon.store.id]);
  client = await aClient(api);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

/** The client taps "allow" on the phone, which tells WeChat and us. */
async function allow(...kinds: Kind[]): Promise<void> {
  for (const kind of kinds) {
    const asked = { openid: client.openid, templateId: TEMPLATE_IDS[kind], result: 'accept' };
    await api.control('subscribe', asked);
  }
  const results = kinds.map((kind) => ({ templateId: TEMPLATE_IDS[kind], result: 'accept' }));
  await api.call('/client/subscriptions', { token: client.token, body: { results } });
}

/** What arrived on the phone, oldest first: the status line of each message. */
async function arrived(): Promise<string[]> {
  const { items } = (await api.control(`messages?openid=${client.openid}`)) as unknown as {
    items: { data: { phrase5: { value: string } } }[];
  };
  return items.map(({ data }) => data.phrase5.value).reverse();
}

/** A number in her file. */
async function typesNumber(): Promise<string> {
  const phone = aPhone();
  await api.unitOfWork.run((tx) =>
    api.app
      .get(AddPhone, { strict: false })
      .execute(tx, { customerId: client.id, phone, primary: true }),
  );
  return phone;
}

interface Told {
  readonly kind: string;
  readonly state: string;
  readonly channel: string;
}

/** What the desk sees of the messages about a visit. */
async function told(visit: Visit): Promise<Told[]> {
  const answer = await api.call(`/staff/appointments/${visit.id}/messages`, { token: desk });
  return (answer.body as { items: Told[] }).items;
}

const work = (): Promise<number> => api.app.get(JobWorker).runDue();

/** Runs what is due now and what an earlier failure put off. */
async function workLater(): Promise<void> {
  api.clock.advance({ hours: 1 });
  await work();
}

const spoil = (order: object) =>
  api.control('faults', { path: '/cgi-bin/message/subscribe/send', ...order });

async function aRequest(time = '14:00'): Promise<Visit> {
  return (await aVisit(api, salon, salon.store.at(TODAY, time), client)).visit;
}

const act = (visit: Visit, what: string, body: object = {}) =>
  api.call(`/staff/appointments/${visit.id}/${what}`, { token: desk, body });

async function creditsOf(kind: Kind): Promise<number | undefined> {
  const { body } = await api.call('/client/message-templates', client);
  const { items } = body as { items: { kind: string; credits: number }[] };
  return items.find((item) => item.kind === kind)?.credits;
}

describe('a confirmed visit', () => {
  it('is told to the client once, with its services, time, store and people', async () => {
    await allow('confirmed');
    const visit = await aRequest();
    await act(visit, 'confirm');
    await work();
    const { items } = (await api.control(`messages?openid=${client.openid}`)) as unknown as {
      items: { templateId: string; page: string; data: Record<string, { value: string }> }[];
    };
    expect(items).toMatchObject([
      {
        templateId: TEMPLATE_IDS.confirmed,
        page: expect.stringContaining(visit.id),
        data: { time2: { value: '2026年11月23日 14:00' }, phrase5: { value: '已确认' } },
      },
    ]);
    expect(await told(visit)).toMatchObject([{ kind: 'confirmed', state: 'sent' }]);
    expect(await creditsOf('confirmed')).toBe(0);
  });

  it('is told once although its job runs again', async () => {
    await allow('confirmed', 'confirmed');
    const visit = await aRequest();
    await act(visit, 'confirm');
    await work();
    await api.unitOfWork.run((tx) =>
      tx.run("UPDATE job SET state = 'ready', lease_owner = NULL WHERE payload LIKE ?", [
        `%${visit.id}%`,
      ]),
    );
    expect(await work()).toBe(1);
    expect(await arrived()).toEqual(['已确认']);
    expect(await told(visit)).toMatchObject([{ state: 'sent' }]);
  });

  it('is told once although two processes work', async () => {
    const other = await anApi(schema.url, {
      WECHAT_API_ORIGIN: api.sandbox.url,
      WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: TEMPLATE_IDS.confirmed,
    });
    other.clock.set(MONDAY_TEN);
    await allow(...Array.from({ length: 6 }, () => 'confirmed' as const));
    const times = ['13:00', '14:00', '15:00'];
    const visits = [];
    for (const time of times) visits.push(await aRequest(time));
    for (const visit of visits) await act(visit, 'confirm');
    await Promise.all([work(), other.app.get(JobWorker).runDue(), work()]);
    expect(await arrived()).toHaveLength(3);
    for (const visit of visits) expect(await told(visit)).toMatchObject([{ state: 'sent' }]);
    await other.close();
  });

  it('that booked itself is told as well: the client has it in writing', async () => {
    await allow('confirmed');
    salon = await aSalon(api);
    await aRequest();
    await work();
    expect(await arrived()).toEqual(['已确认']);
  });
});

describe('what the salon changes', () => {
  it('is told: a move and a cancellation', async () => {
    await allow('changed', 'cancelled');
    const visit = await aRequest();
    await act(visit, 'move', { start: salon.store.at(TODAY, '16:00'), version: 1 });
    await work();
    await act(visit, 'cancel', { reason: '停电' });
    await work();
    expect(await arrived()).toEqual(['已改期', '已取消']);
  });

  it('is told by text message where WeChat does not reach her, else by a call of the desk', async () => {
    const phone = await typesNumber();
    const visit = await aRequest('20:00');
    await act(visit, 'move', { start: salon.store.at(TODAY, '19:00'), version: 1 });
    await work();
    expect(await told(visit)).toMatchObject([
      { kind: 'changed', channel: 'subscribe', state: 'not_allowed' },
      { kind: 'changed', channel: 'sms', state: 'sent' },
    ]);
    expect(await textsAt(api, phone)).toEqual([
      expect.stringMatching(/11月23日19:00在.+的预约已改到这个时间/),
    ]);

    await api.control('faults', { path: '/sms/send', kind: 'busy', times: 50 });
    await act(visit, 'cancel', { reason: '停电' });
    for (let round = 0; round < 7; round += 1) await workLater();
    // Nobody stays signed in that long.
    desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    expect((await told(visit)).slice(2)).toMatchObject([
      { kind: 'cancelled', channel: 'subscribe', state: 'not_allowed' },
      { kind: 'cancelled', channel: 'sms', state: 'failed' },
      { kind: 'cancelled', channel: 'call', state: 'to_call' },
    ]);
  });

  it('is told: that somebody else will serve her', async () => {
    await allow('changed');
    const other = await aTherapist(api, salon.store);
    const visit = await aRequest();
    await act(visit, 'move', { start: visit.start, staffId: other.staffId, version: 1 });
    await work();
    expect(await arrived()).toEqual(['更换人员']);
    expect(await told(visit)).toMatchObject([{ kind: 'staff_changed', state: 'sent' }]);
  });

  it('is not told as confirmed once it is cancelled', async () => {
    await allow('confirmed', 'cancelled');
    const visit = await aRequest();
    await act(visit, 'confirm');
    await act(visit, 'cancel', { reason: '停电' });
    await work();
    expect(await arrived()).toEqual(['已取消']);
  });
});

describe('what the client does herself', () => {
  it('sends her nothing: a move and a cancellation of her own', async () => {
    await allow('changed', 'cancelled');
    const visit = await aRequest();
    const hers = (what: string, body: object) =>
      api.call(`/client/appointments/${visit.id}/${what}`, { token: client.token, body });
    await hers('reschedule', { start: salon.store.at(TODAY, '16:00') });
    await hers('cancel', {});
    await work();
    expect(await arrived()).toEqual([]);
    expect(await told(visit)).toEqual([]);
  });
});

describe('a client who did not allow it', () => {
  it('gets nothing, and the desk sees why', async () => {
    const visit = await aRequest();
    await act(visit, 'confirm');
    await work();
    expect(await arrived()).toEqual([]);
    const fates = [
      { kind: 'confirmed', channel: 'subscribe', state: 'not_allowed', reason: expect.any(String) },
      { kind: 'confirmed', channel: 'sms', state: 'not_allowed', reason: '顾客没有留手机号' },
    ];
    expect(await told(visit)).toMatchObject(fates);
    await workLater();
    expect(await told(visit)).toMatchObject(fates);
  });

  it('loses the count that we kept too high', async () => {
    const results = [{ templateId: TEMPLATE_IDS.confirmed, result: 'accept' }];
    await api.call('/client/subscriptions', { token: client.token, body: { results } });
    expect(await creditsOf('confirmed')).toBe(1);
    const visit = await aRequest();
    await act(visit, 'confirm');
    await work();
    expect(await creditsOf('confirmed')).toBe(0);
  });

  it('never used the mini-program: there is no channel', async () => {
    const { id: customerId } = (
      await api.call('/staff/clients', { token: desk, body: { name: '王芳' } })
    ).body as { id: string };
    const answer = await api.call('/staff/appointments', {
      ...{ token: desk, headers: { 'idempotency-key': aKey() } },
      body: { ...salon.wish(salon.store.at(TODAY, '14:00')), customerId, channel: 'phone' },
    });
    await work();
    expect(await told(answer.body as Visit)).toMatchObject([
      { channel: 'none', state: 'not_allowed' },
      { channel: 'sms', state: 'not_allowed' },
    ]);
  });
});

describe('a WeChat that fails', () => {
  it.each([
    ['is busy', { kind: 'busy' }],
    ['counts too many calls', { kind: 'rateLimited' }],
  ])('and %s is asked again, and the message arrives once', async (_how, order) => {
    await allow('confirmed');
    const visit = await aRequest('20:00');
    await act(visit, 'confirm');
    await spoil(order);
    await work();
    expect(await arrived()).toEqual([]);
    expect(await told(visit)).toMatchObject([{ state: 'failed' }]);
    await workLater();
    expect(await arrived()).toEqual(['已确认']);
    expect(await told(visit)).toMatchObject([{ state: 'sent' }]);
  });

  it.each([
    ['drops the line', { kind: 'drop', afterAccepting: true }],
    ['answers 500', { kind: 'http500', afterAccepting: true }],
    ['answers a page', { kind: 'notJson', afterAccepting: true }],
  ])(
    'and %s after it took the message leaves it unknown and is not asked twice',
    async (_how, order) => {
      await allow('confirmed', 'confirmed');
      const visit = await aRequest('20:00');
      await act(visit, 'confirm');
      await spoil(order);
      await work();
      expect(await told(visit)).toMatchObject([{ state: 'unknown' }]);
      await workLater();
      await workLater();
      expect(await arrived()).toEqual(['已确认']);
      expect(await told(visit)).toMatchObject([{ state: 'unknown' }]);
    },
  );

  it('and refuses for another reason is not asked again', async () => {
    await allow('confirmed');
    const visit = await aRequest('20:00');
    await act(visit, 'confirm');
    await spoil({ kind: 'errcode', errcode: 47003 });
    await work();
    await workLater();
    expect(await arrived()).toEqual([]);
    expect(await told(visit)).toMatchObject([
      { channel: 'subscribe', state: 'failed', reason: '微信拒绝（47003）' },
      { channel: 'sms', state: 'not_allowed' },
    ]);
  });

  it('does not keep a visit from being confirmed', async () => {
    await spoil({ kind: 'drop', times: 5 });
    const visit = await aRequest();
    expect((await act(visit, 'confirm')).status).toBe(200);
    await work();
  });
});

describe('a message whose time is over', () => {
  it('is not sent once the visit has begun', async () => {
    await allow('confirmed');
    const visit = await aRequest('12:00');
    await act(visit, 'confirm');
    api.clock.set(new Date(Date.parse(visit.start) + 1));
    await work();
    expect(await arrived()).toEqual([]);
  });
});
