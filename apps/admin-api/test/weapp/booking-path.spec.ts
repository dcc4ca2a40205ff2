import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { packageSizes, readBundle } from '@yance/weapp-runner';
import { until } from '../../src/platform/testing/until.js';
import { DEMO_PASSWORD } from '../browser/desk.js';
import { Salon } from '../browser/salon.js';
import { CareStaff } from '../support/care-staff.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { RunningSystem } from '../support/running-system.js';
import { BUNDLE, ClientPhone, MOST_SET_DATA_BYTES, type ClientPlan } from './client-phone.js';

const MEGABYTE = 1024 * 1024;
const CHROMIUM = process.env['YANCE_CHROMIUM'] ?? '/usr/bin/chromium';

let schema: FreshSchema;
let system: RunningSystem;
let salon: Salon;
let shots: string;
let open: ClientPhone[] = [];
let largestSetData = { bytes: 0, where: 'nowhere' };

beforeAll(async () => {
  schema = await freshSchema();
  system = await RunningSystem.start({ databaseUrl: schema.url, demo: true });
  salon = await Salon.visit(system);
  shots = process.env['YANCE_SHOTS'] ?? mkdtempSync(path.join(os.tmpdir(), 'yance-shots-'));
  mkdirSync(shots, { recursive: true });
});

afterEach(async () => {
  const reports = await Promise.all(open.map((client) => client.close()));
  open = [];
  for (const { errors, warnings, largest } of reports) {
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(largest.bytes).toBeLessThan(MOST_SET_DATA_BYTES);
    if (largest.bytes > largestSetData.bytes) largestSetData = largest;
  }
});

afterAll(async () => {
  process.stdout.write(
    `largest setData: ${largestSetData.bytes} bytes on ${largestSetData.where}\n`,
  );
  await system.stop();
  await schema.drop();
});

async function aClient(plan: ClientPlan = {}): Promise<ClientPhone> {
  const client = await ClientPhone.open(system, plan);
  open.push(client);
  return client;
}

/** The one visit that a client has ahead. */
async function theVisitOf(client: ClientPhone) {
  const visits = await salon.visitsOf(await client.token());
  expect(visits).toHaveLength(1);
  return visits[0]!;
}

/** The front desk says yes to a visit. */
async function deskConfirms(id: string): Promise<void> {
  const credentials = { username: 'desk', password: DEMO_PASSWORD };
  const { body } = await system.call('/staff/session', { body: credentials });
  const { token } = body as { token: string };
  const answer = await system.call(`/staff/appointments/${id}/confirm`, { token, body: {} });
  expect(answer.status).toBe(200);
}

/** Today is her birthday, and the salon gives her what it gives for birthdays. */
async function isGivenHerCoupon(client: ClientPhone): Promise<void> {
  const credentials = { username: 'manager', password: DEMO_PASSWORD };
  const session = await system.call('/staff/session', { body: credentials });
  const { token } = session.body as { token: string };
  const me = await system.call('/client/me', { token: await client.token() });
  const file = `/staff/clients/${(me.body as { id: string }).id}`;
  const birthday = `1992-${salon.today.slice(5)}`;
  await system.call(file, { token, method: 'PATCH', body: { birthday } });
  const { body } = await system.call('/staff/automations', { token });
  const { items } = body as { items: { id: string }[] };
  const headers = { 'idempotency-key': randomUUID() };
  const run = `/staff/automations/${items[0]?.id ?? ''}/run-now`;
  expect((await system.call(run, { token, body: {}, headers })).status).toBe(200);
  await until('the coupon is hers', async () => {
    const gift = await system.call('/client/birthday-gift', { token: await client.token() });
    return (gift.body as { gift: unknown }).gift !== null;
  });
}

async function hasMessage(openid: string, templateId: string): Promise<boolean> {
  const { items } = (await system.control(`messages?openid=${openid}`)) as {
    items: { templateId: string }[];
  };
  return items.some((message) => message.templateId === templateId);
}

const drawings = [
  { name: 'jsdom', plan: {} },
  { name: 'Chromium', plan: { chromium: CHROMIUM } },
];

describe.each(drawings)('the path of a booking on the built mini-program in $name', (drawing) => {
  const shot = async (client: ClientPhone, name: string): Promise<void> => {
    if (drawing.plan.chromium) await client.phone.screenshot(path.join(shots, `weapp-${name}.png`));
  };

  it('leads from a typed number to the desk’s yes, another time, and a cancellation that frees it', async () => {
    const first = (await salon.freeStarts())[2]!;
    const client = await aClient(drawing.plan);
    const { phone } = client;
    await phone.waitForText('还没有预约');
    await shot(client, 'home-new');
    await client.fillIn(salon.service, first);
    await shot(client, 'book-confirm');
    await phone.tap('.t-book-submit');
    await phone.waitFor('.t-phone-input');
    await shot(client, 'number');
    await client.typeNumber();
    await phone.waitForText('预约已提交', '.t-booked');
    const visit = await theVisitOf(client);
    expect([visit.state, visit.start]).toEqual(['requested', first]);

    await phone.tap('.t-notice-allow');
    await phone.waitForText('有变化时会用服务通知告诉您。');
    await shot(client, 'booked');
    await deskConfirms(visit.id);
    await phone.waitForText('已确认', '.t-booked');
    await until('the message is there', () => hasMessage(client.openid, 'confirmed'));

    await phone.tap('.t-booked-open');
    await phone.waitForPage('packages/visit/detail/index');
    await phone.waitForText('已确认', '.t-visit-head');
    await shot(client, 'visit-confirmed');
    await phone.tap('.t-visit-calendar');
    await until('the visit is in her calendar', async () =>
      (await phone.report()).calls.some(({ name }) => name === 'addPhoneCalendar'),
    );
    await phone.tap('.t-visit-reschedule');
    await phone.waitForPage('packages/visit/reschedule/index');
    const later = (await salon.freeStarts()).at(-3)!;
    await client.chooseStart(later);
    await phone.waitForText('改到');
    await shot(client, 'reschedule');
    await phone.tap('.t-reschedule-submit');
    await phone.waitForPage('packages/visit/detail/index');
    await phone.waitForText(later.slice(11, 16), '.t-visit-head');

    const moved = await theVisitOf(client);
    expect(moved.start).toBe(later);
    const { staffId } = moved.items[0]!;
    expect(await salon.isFree(staffId, later)).toBe(false);
    await phone.tap('.t-visit-cancel');
    await phone.tap({ css: '.chip', text: '时间有变' });
    await shot(client, 'cancel');
    await phone.tap('.t-cancel-confirm');
    await phone.waitForText('已取消', '.t-visit-head');
    await shot(client, 'visit-cancelled');
    expect(await salon.isFree(staffId, later)).toBe(true);
    await phone.back();
    expect(await phone.stack()).toEqual(['pages/book/index']);
  });

  it('books once when the button is tapped twice', async () => {
    const start = (await salon.freeStarts())[1]!;
    const client = await aClient(drawing.plan);
    await client.bindNumber();
    await shot(client, 'me');
    await client.fillIn(salon.service, start);
    await client.phone.doubleTap('.t-book-submit');
    await client.phone.waitFor('.t-booked .visit-card');
    await theVisitOf(client);
    expect(client.bookings()).toMatchObject({ sent: 1, answered: 1 });
  });
});

describe('a phone in a bad place', () => {
  it('books once when the answer is lost, and asks again with the same key by itself', async () => {
    const start = (await salon.freeStarts())[1]!;
    const client = await aClient();
    await client.bindNumber();
    await client.fillIn(salon.service, start);
    client.phone.line.loseAnswers({ method: 'POST', path: /\/client\/appointments$/ });
    await client.phone.tap('.t-book-submit');
    await client.phone.waitFor('.t-booked .visit-card');
    await theVisitOf(client);
    const { sent, answered, keys } = client.bookings();
    expect([sent, answered, keys.size]).toEqual([2, 1, 1]);
  });

  it('books once when every answer is lost and the client asks again later', async () => {
    const start = (await salon.freeStarts())[1]!;
    const client = await aClient();
    await client.bindNumber();
    await client.fillIn(salon.service, start);
    client.phone.line.loseAnswers({ method: 'POST', path: /\/client\/appointments$/ }, 3);
    await client.phone.tap('.t-book-submit');
    await client.phone.tap('.t-unsettled-retry');
    await client.phone.waitFor('.t-booked .visit-card');
    await theVisitOf(client);
    const { sent, keys } = client.bookings();
    expect([sent, keys.size]).toEqual([4, 1]);
  });

  it('goes on with the same write after the mini-program was closed in between', async () => {
    const start = (await salon.freeStarts())[1]!;
    const client = await aClient();
    await client.bindNumber();
    await client.fillIn(salon.service, start);
    client.phone.line.loseAnswers({ method: 'POST', path: /\/client\/appointments$/ }, 3);
    await client.phone.tap('.t-book-submit');
    await client.phone.waitFor('.t-unsettled');
    const again = await aClient({ storage: await client.phone.storage() });
    await again.phone.switchTab('预约');
    await again.phone.tap('.t-unsettled-retry');
    await again.phone.waitFor('.t-booked .visit-card');
    await theVisitOf(again);
    expect(again.bookings().keys).toEqual(client.bookings().keys);
  });

  it('says so while it is offline, and goes on when the line is back', async () => {
    const client = await aClient();
    await client.phone.waitForText('还没有预约');
    client.phone.line.online = false;
    await client.phone.switchTab('护理');
    await client.phone.waitForText('网络好像断开了');
    client.phone.line.online = true;
    await client.phone.tap('.t-retry');
    await client.phone.waitFor(async () => !(await client.phone.text()).includes('网络好像断开了'));
  });
});

describe('a client with wishes of her own', () => {
  it('leads to the therapist who was asked for, with the number that WeChat knows', async () => {
    const { person, starts } = await salon.aTherapist();
    const client = await aClient();
    await client.fillIn(salon.service, starts[1]!, person.id);
    await client.phone.tap('.t-book-submit');
    await client.phone.tap('.t-phone-wechat');
    await client.phone.waitFor('.t-booked .visit-card');
    const { items } = await theVisitOf(client);
    expect(items.map(({ staffId, requested }) => [staffId, requested])).toEqual([
      [person.id, true],
    ]);
    await client.phone.switchTab('我的');
    await client.phone.waitForText(client.number.slice(-4), '.t-me-phone');
  });

  it('books with a typed number after she refused WeChat’s, and without messages', async () => {
    const start = (await salon.freeStarts())[1]!;
    const client = await aClient({ answers: { phoneNumber: 'deny', subscribe: 'reject' } });
    await client.fillIn(salon.service, start);
    await client.phone.tap('.t-book-submit');
    await client.phone.tap('.t-phone-wechat');
    await client.phone.waitForText('没有取到微信手机号', '.t-phone-sheet');
    await client.typeNumber();
    await client.phone.waitFor('.t-booked .visit-card');
    await client.phone.tap('.t-notice-allow');
    await client.phone.waitForText('好的，不发通知');
    const { id } = await theVisitOf(client);
    await deskConfirms(id);
    await client.phone.waitForText('已确认', '.t-booked');
    expect(await hasMessage(client.openid, 'confirmed')).toBe(false);
  });
});

describe('a client’s care page', () => {
  it('is a path: she agrees, books the next visit, reads what was done, and says how she liked it', async () => {
    const client = await aClient({ chromium: CHROMIUM });
    const { phone } = client;
    await client.bindNumber();
    const me = await system.call('/client/me', { token: await client.token() });
    const staff = new CareStaff(system, schema.name, salon.store.id);
    await staff.agrees((me.body as { id: string }).id);
    const service = await staff.service();
    const line = { lineId: null, serviceId: service.id, productIds: [], firstOn: staff.today };
    await staff.ask('therapist', `/staff/clients/${(me.body as { id: string }).id}/care-plan`, {
      ...{ storeId: staff.storeId, goal: '两个月把干燥起皮调理好', problems: '换季干燥' },
      ...{ homeCare: '早晚补水精华', propose: true },
      lines: [{ ...line, times: 3, minDays: 14, maxDays: 28 }],
    });
    await phone.switchTab('护理');
    await phone.waitFor('.t-plan-agree');
    await phone.screenshot(path.join(shots, 'weapp-care-proposed.png'));
    await phone.tap('.t-plan-agree');
    await phone.tap('.t-plan-book-next');
    await client.chooseStart(await staff.freeStart(await client.token(), service.id));
    await phone.tap('.t-book-submit');
    await phone.waitFor('.t-booked .visit-card');
    const visit = await theVisitOf(client);
    expect(visit.items.map(({ serviceId }) => serviceId)).toEqual([service.id]);
    await deskConfirms(visit.id);
    await staff.putOnToday(visit);
    await staff.serve(visit.id);
    await staff.ask('manager', `/staff/appointments/${visit.id}/treatment`, {
      ...{ done: [{ serviceId: service.id, parameters: [] }], products: [], reaction: 'none' },
      ...{ reactionWords: '', advice: '今晚不用磨砂', homeCare: '', staffNote: '', nextOn: null },
    });
    await phone.switchTab('我的');
    await phone.switchTab('护理');
    await phone.waitForText('今晚不用磨砂');
    await phone.tap('.t-rate');
    await phone.tap('.t-rate-star-4');
    await phone.input('.t-rate-words', '第二天就不紧绷了');
    await phone.screenshot(path.join(shots, 'weapp-care-rate.png'));
    await phone.tap('.t-rate-send');
    await phone.waitForText('第二天就不紧绷了', '.t-step-score');
    await phone.waitFor('.t-step-next');
    await phone.screenshot(path.join(shots, 'weapp-care-begun.png'));
  });
});

describe('every page of the built mini-program', () => {
  it('opens, is put away and taken up again without a complaint', async () => {
    const client = await aClient();
    await isGivenHerCoupon(client);
    for (const tab of ['预约', '护理', '我的', '首页']) {
      await client.phone.switchTab(tab);
      await client.phone.waitFor(async () => (await client.phone.count('.skeleton')) === 0);
      await client.phone.pullDown();
    }
    await client.phone.tap('.t-home-birthday-gift');
    await client.phone.waitForPage('packages/coupons/home/index');
    await client.phone.waitFor('.t-coupon');
    await client.phone.back();
    await client.phone.switchTab('我的');
    for (const row of ['.t-me-visits', '.t-me-name', '.t-me-help', '.t-me-privacy']) {
      await client.phone.tap(row);
      await client.phone.waitFor(async () => (await client.phone.stack()).length === 2);
      await client.phone.waitFor(async () => (await client.phone.count('.skeleton')) === 0);
      await client.phone.background();
      await client.phone.foreground();
      await client.phone.back();
    }
  });

  it('weighs less than a megabyte in the main package', () => {
    const { main, sub } = packageSizes(readBundle(BUNDLE));
    process.stdout.write(`main package: ${main} bytes, sub-packages: ${JSON.stringify(sub)}\n`);
    expect(main).toBeLessThan(MEGABYTE);
  });
});
