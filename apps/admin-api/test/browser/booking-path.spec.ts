import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import type { Visit } from '../support/given/index.js';
import { Desk } from './desk.js';
import { Phone } from './phone.js';
import { Salon } from './salon.js';
import { OPEN_MS, Stage } from './stage.js';

/** How long a change may take from the phone's answer to the desk's screen. */
const LIVE_MS = 2_000;

let stage: Stage;
let salon: Salon;

beforeAll(async () => {
  stage = await Stage.open();
  salon = await Salon.visit(stage.system);
}, OPEN_MS);

afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Whether WeChat has delivered such a message. */
async function hasMessage(openid: string, templateId: string): Promise<boolean> {
  const { items } = (await stage.system.control(`messages?openid=${openid}`)) as {
    items: { templateId: string }[];
  };
  return items.some((message) => message.templateId === templateId);
}

/** Books, and waits for the visit on the board, which nobody touches meanwhile. */
async function bookInSightOf(desk: Desk, phone: Phone, send: () => Promise<void>): Promise<Visit> {
  const answer = phone.bookingAnswer();
  await send();
  const visit = (await (await answer).json()) as Visit;
  await stage.timed('booking on the board', () =>
    desk.card(visit.id).waitFor({ timeout: LIVE_MS }),
  );
  return visit;
}

async function cancelOnPhone(phone: Phone): Promise<void> {
  await phone.tap('#visit-cancel');
  await phone.at('#cancel-confirm').waitFor();
  await stage.shot(phone.page, 'phone-cancel');
  const answer = phone.page.waitForResponse((one) => one.url().endsWith('/cancel'));
  await phone.tap('#cancel-confirm');
  expect((await answer).status()).toBe(200);
}

describe('the path of a booking, phone and desk side by side', () => {
  it('leads from a first visit with a typed number to the desk’s yes, a message, and a cancellation that frees the time', async () => {
    const start = (await salon.freeStarts())[2]!;
    const desk = await Desk.open(stage, { start, storeId: salon.store.id });
    const phone = await Phone.open(stage);
    await phone.at('#empty-action').waitFor();
    await stage.shot(phone.page, 'phone-home-new');

    await phone.fillIn(salon.service, start);
    await stage.shot(phone.page, 'phone-book-confirm');
    await phone.tap('#book-submit');
    await phone.at('#phone-input').waitFor();
    await stage.shot(phone.page, 'phone-number');
    const visit = await bookInSightOf(desk, phone, () => phone.typeNumber(stage.system));
    expect([visit.state, visit.start]).toEqual(['requested', start]);
    await stage.shot(desk.page, 'desk-board');

    await phone.tap('#notice-allow');
    await stage.shot(phone.page, 'phone-allow');
    await phone.page.locator('.taro-model__confirm').tap();
    await phone.says('有变化时会用服务通知告诉您。').waitFor();
    await stage.shot(phone.page, 'phone-booked');

    await desk.at(`pending-confirm-${visit.id}`).click();
    await desk.card(visit.id, 'confirmed').waitFor();
    await until('the message is there', () => hasMessage(phone.openid, 'confirmed'));
    await stage.timed('confirmed on the phone', () => phone.says('已确认').waitFor());
    await phone.tap('#booked-open');
    await phone.at('#visit-cancel').waitFor();
    await stage.shot(phone.page, 'phone-visit-confirmed');

    const staffId = visit.items[0]!.staffId;
    expect(await salon.isFree(staffId, start)).toBe(false);
    await cancelOnPhone(phone);
    expect(await salon.isFree(staffId, start)).toBe(true);
    await desk.card(visit.id).waitFor({ state: 'hidden', timeout: LIVE_MS });
    await phone.says('已取消').waitFor();
    await stage.shot(phone.page, 'phone-visit-cancelled');
  });

  it('leads to the therapist who was asked for, at a time that the desk has and the client chooses', async () => {
    const { person, starts } = await salon.aTherapist();
    const start = starts[1]!;
    const desk = await Desk.open(stage, { start, storeId: salon.store.id });
    const phone = await Phone.open(stage);
    await phone.fillIn(salon.service, start, person.id);
    await phone.tap('#book-submit');
    const visit = await bookInSightOf(desk, phone, () => phone.tap('#phone-wechat'));
    expect(visit.items.map(({ staffId, requested }) => [staffId, requested])).toEqual([
      [person.id, true],
    ]);
    await desk.card(visit.id).click();
    await desk.at('visit-drawer').waitFor();
    await desk.page.getByText('点客', { exact: true }).waitFor();
    await stage.shot(desk.page, 'desk-visit');
    const other = starts.at(-1)!;
    await desk.at('transition-offer').click();
    await desk.at(`time-${other.slice(11, 16)}`).click();
    await desk.at('offer-times').waitFor();
    await stage.shot(desk.page, 'desk-offer');
    await desk.at('offer-submit').click();
    await desk.at('visit-options').waitFor();
    await stage.shot(desk.page, 'desk-offered');
    await phone.tap('#booked-open');
    await phone.at('#offered-times').waitFor();
    await phone.tap('.t-offered-time');
    await stage.shot(phone.page, 'phone-offered');
    await phone.tap('#offer-accept');
    await desk.at('visit-options').waitFor({ state: 'hidden', timeout: LIVE_MS });
    const visits = await salon.visitsOf(await phone.token());
    expect(visits.map((each) => [each.state, each.start])).toEqual([['confirmed', other]]);
    expect(await salon.isFree(person.id, start)).toBe(true);
  });
});

describe('a booking that must not happen twice', () => {
  it('is one visit after a double tap', async () => {
    const start = (await salon.freeStarts())[1]!;
    const phone = await Phone.open(stage);
    await phone.bindNumber(stage.system);
    await phone.fillIn(salon.service, start);
    const sent = phone.watchBookings();
    // Two taps within one frame: the second comes before the screen can say "please wait".
    await phone.at('#book-submit').evaluate((button: { click(): void }) => {
      button.click();
      button.click();
    });
    await phone.at('#booked .visit-card').waitFor();
    // Had there been a second call, it could still be under way.
    const answers = await Promise.all(sent.map((request) => request.response()));
    expect(new Set(answers.map((answer) => answer?.status()))).toEqual(new Set([201]));
    expect(await salon.visitsOf(await phone.token())).toHaveLength(1);
  });

  it('is one visit after an answer was lost and the client tapped again', async () => {
    const start = (await salon.freeStarts())[1]!;
    const phone = await Phone.open(stage);
    await phone.fillIn(salon.service, start);
    await phone.tap('#book-submit');
    let handled = 0;
    await phone.page.route('**/api/client/appointments', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      handled += Number((await route.fetch()).status() === 201);
      return route.abort('connectionreset');
    });
    await phone.keepNumberToHerself();
    await phone.at('#unsettled-retry').waitFor();
    await stage.shot(phone.page, 'phone-unsettled');
    expect(handled).toBeGreaterThan(0);
    await phone.page.unroute('**/api/client/appointments');
    await phone.tap('#unsettled-retry');
    await phone.at('#booked .visit-card').waitFor();
    expect(await salon.visitsOf(await phone.token())).toHaveLength(1);
  });
});

describe('a time that somebody else wants too', () => {
  it('is refused with other times, and one of them can be taken at once', async () => {
    const { person, starts } = await salon.aTherapist();
    const phone = await Phone.open(stage);
    await phone.fillIn(salon.service, starts[2]!, person.id);
    await salon.bookedByAnother(starts[2]!, person.id);
    await phone.tap('#book-submit');
    await phone.keepNumberToHerself();
    await phone.at('#booking-problem .alternative').waitFor();
    await stage.shot(phone.page, 'phone-slot-taken');
    await phone.tap('#booking-problem .alternative');
    await phone.at('#step-confirm .card').waitFor();
    await phone.tap('#book-submit');
    const answer = phone.bookingAnswer();
    await phone.keepNumberToHerself();
    const visit = (await (await answer).json()) as Visit;
    expect(visit.start).not.toBe(starts[2]);
    await phone.at('#booked .visit-card').waitFor();
  });

  it('goes to the first of two desks that move the same visit; the second is told', async () => {
    const { person, starts } = await salon.aTherapist();
    const id = await salon.bookedByAnother(starts[1]!, person.id);
    const plan = { start: starts[1]!, storeId: salon.store.id, visit: id };
    const first = await Desk.open(stage, plan);
    // The second desk's live line is dead, so what it shows is already old when it is used.
    const second = await Desk.open(stage, { ...plan, username: 'manager', deaf: true });
    for (const desk of [first, second]) {
      await desk.at('transition-move').click();
      await desk.at('move-form').waitFor();
    }
    await second.at(`time-${starts.at(-1)!.slice(11, 16)}`).click();
    await stage.shot(second.page, 'desk-move');
    await first.moveTo(starts.at(-2)!);
    await first.at('move-form').waitFor({ state: 'hidden' });
    await second.at('move-submit').click();
    await second.at('move-form').getByRole('alert').waitFor();
    await stage.shot(second.page, 'desk-move-refused');
    expect((await salon.asStaff<Visit>(`/staff/appointments/${id}`)).start).toBe(starts.at(-2));
  });
});
