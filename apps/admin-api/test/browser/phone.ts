import { randomUUID } from 'node:crypto';
import type { Locator, Page, Request, Response } from 'playwright-core';
import { until } from '../../src/platform/testing/until.js';
import type { RunningSystem } from '../support/running-system.js';
import type { Stage } from './stage.js';

type Tab = '首页' | '预约' | '护理' | '我的';

/** `2026-11-23T14:30:00+08:00` as the cells of the screen are called. */
export const cellOf = (start: string): string => `#time-${start.slice(11, 16).replace(':', '')}`;

const isBooking = (request: Request): boolean =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/api/client/appointments';

/** Of a signature's line. */
const LAST_STEP = 15;
/** Some frames of the screen. */
const REST = `(async () => {
  for (let frame = 0; frame < 6; frame += 1) await new Promise(requestAnimationFrame);
})()`;

/** What a client does with her phone. */
export class Phone {
  private constructor(
    readonly page: Page,
    readonly openid: string,
    readonly number: string,
  ) {}

  /** A new client opens the mini-program's preview; WeChat knows her under `openid`, with this number. */
  static async open(stage: Stage, number = stage.system.plantedPhone()): Promise<Phone> {
    const openid = `o${randomUUID().replaceAll('-', '')}`;
    const page = await stage.phonePage();
    const phone = new Phone(page, openid, number);
    await page.goto(`/m/?openid=${openid}&phone=${number}`);
    await page.locator('#page-home').waitFor();
    return phone;
  }

  /** What is on screen; pages below the top one stay in the document, before it. */
  at(selector: string): Locator {
    return this.page.locator(selector).locator('visible=true').last();
  }

  async tap(selector: string): Promise<void> {
    await this.at(selector).tap();
  }

  async openTab(tab: Tab): Promise<void> {
    await this.page.locator('.taro-tabbar__tabbar').getByText(tab, { exact: true }).tap();
  }

  /** Chooses a service on the booking tab by its id. */
  async chooseService({ id, categoryId }: { id: string; categoryId: string }): Promise<void> {
    await this.tap(`#category-${categoryId}`);
    await this.tap(`#service-${id}`);
  }

  /** Chooses a start: its day, then its time. */
  async chooseStart(start: string): Promise<void> {
    await this.tap(`#date-${start.slice(0, 10)}`);
    await this.tap(cellOf(start));
    await this.page.locator('#step-confirm .card').waitFor();
  }

  /** Types her number and the code that was sent to it, as the sheet asks before the first booking. */
  async typeNumber(system: RunningSystem): Promise<void> {
    await this.at('#phone-input input').fill(this.number);
    await this.tap('#sms-send');
    await this.page.getByText('秒后重发').waitFor();
    await this.at('#sms-input input').fill(await system.smsCode(this.number));
    await this.tap('#phone-bind');
  }

  /** Makes her number known beforehand, so that no booking asks for it. */
  async bindNumber(system: RunningSystem): Promise<void> {
    const { code } = await system.control('phone-code', { phone: this.number });
    await system.call('/client/phone', { token: await this.token(), body: { code } });
    await this.page.reload();
    await this.at('#page-home').waitFor();
  }

  /** Goes on without a number where the store lets her. */
  async keepNumberToHerself(): Promise<void> {
    await this.tap('#phone-skip');
  }

  /** The next answer to a booking of this phone. */
  bookingAnswer(): Promise<Response> {
    return this.page.waitForResponse((response) => isBooking(response.request()));
  }

  /** Every booking that this phone sends from now on. */
  watchBookings(): Request[] {
    const sent: Request[] = [];
    this.page.on('request', (request) => {
      if (isBooking(request)) sent.push(request);
    });
    return sent;
  }

  /** Chooses everything for a visit, up to the button that books. */
  async fillIn(
    service: { id: string; categoryId: string },
    start: string,
    staffId?: string,
  ): Promise<void> {
    await this.openTab('预约');
    await this.chooseService(service);
    await this.tap(staffId === undefined ? '#staff-any' : `#staff-${staffId}`);
    await this.chooseStart(start);
  }

  /** Draws a name into the field with a finger. */
  async sign(): Promise<void> {
    const field = this.at('.t-ink');
    await field.scrollIntoViewIfNeeded();
    const box = await field.boundingBox();
    if (!box) throw new Error('there is nowhere to sign');
    const finger = await this.page.context().newCDPSession(this.page);
    const touch = (type: 'touchStart' | 'touchMove', step: number) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: box.x + 30 + step * 12, y: box.y + 40 + (step % 3) * 25 }],
      });
    await touch('touchStart', 0);
    for (let step = 1; step < LAST_STEP; step += 1) await touch('touchMove', step);
    // A finger rests before it lifts; one that flies off would make the browser swallow the next tap.
    await touch('touchMove', LAST_STEP);
    await this.page.evaluate(REST);
    await touch('touchMove', LAST_STEP);
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await finger.detach();
  }

  /** Words on screen, whole. */
  says(words: string): Locator {
    return this.page.getByText(words, { exact: true }).locator('visible=true').first();
  }

  /** The token that the app keeps once it has signed in, to ask the API what it thinks of this client. */
  async token(): Promise<string> {
    let token: string | undefined;
    await until('the app has signed in', async () => {
      const kept = await this.page.evaluate<string | null>(`localStorage.getItem('yance.session')`);
      token = (JSON.parse(kept ?? '{}') as { data?: { token: string } }).data?.token;
      return token !== undefined;
    });
    return token ?? '';
  }
}
