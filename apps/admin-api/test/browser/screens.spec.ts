import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addDays } from '../../src/platform/clock/index.js';
import { aPhone } from '../support/people.js';
import { Desk } from './desk.js';
import { anOldFile, countsOf, sendFile } from './import-steps.js';
import { Phone } from './phone.js';
import { Salon } from './salon.js';
import { expectSound } from './soundness.js';
import { OPEN_MS, Stage } from './stage.js';

/** Far enough ahead that nobody has a shift yet. */
const DAYS_WITHOUT_SHIFTS = 200;

let stage: Stage;
let salon: Salon;

beforeAll(async () => {
  stage = await Stage.open();
  salon = await Salon.visit(stage.system);
}, OPEN_MS);

afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Looks at a screen as it is now. */
async function look(page: Page, name: string): Promise<void> {
  await stage.shot(page, name);
  await expectSound(page);
}

/** Paints three days of the next month and saves them, of somebody whom clients do not book: no visit is touched. */
async function plansNextMonth(desk: Desk): Promise<void> {
  const { page } = desk;
  const nextMonth = addDays(`${salon.today.slice(0, 7)}-01`, 31).slice(0, 7);
  await page.goto(`/console/shifts?month=${nextMonth}`);
  const cells = page.getByRole('row', { name: /^静宜/ }).locator('td');
  await page.locator('td [data-colour]').first().waitFor();
  await page.getByRole('button', { name: /^通班/ }).click();
  const [from, to] = [await cells.nth(0).boundingBox(), await cells.nth(2).boundingBox()];
  if (!from || !to) throw new Error('the plan shows no days');
  await page.mouse.move(from.x + 4, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(to.x + 4, to.y + 4, { steps: 4 });
  await page.mouse.up();
  await look(page, 'desk-shifts-painted');
  await desk.at('plan-save').click();
  await desk.at('plan-save-bar').waitFor({ state: 'detached' });
  for (const day of [0, 1, 2]) expect(await cells.nth(day).innerText()).toContain('通班');
}

async function offline(page: Page, path: string | RegExp = '**/api/**'): Promise<void> {
  await page.route(path, (route) => route.abort('connectionrefused'));
}

describe('the screens of a client', () => {
  const open = async (phone: Phone, entry: string, landmark: string): Promise<void> => {
    await phone.openTab('我的');
    await phone.tap(entry);
    await phone.at(landmark).waitFor();
  };
  const back = async (phone: Phone): Promise<void> => {
    await phone.page.goBack();
    await phone.at('#me-visits').waitFor();
  };

  it('show a regular her visits, old and new, and what can be done with them', async () => {
    const phone = await Phone.open(stage, (await salon.aRegular()).phone);
    await phone.bindNumber(stage.system);
    await phone.at('.visit-card').waitFor();
    await look(phone.page, 'phone-home');
    await phone.fillIn(salon.service, (await salon.freeStarts())[4]!);
    await phone.tap('#book-submit');
    await phone.at('#booked .visit-card').waitFor();
    await phone.tap('#booked-open');
    await phone.tap('#visit-reschedule');
    await phone.at('.time-cell').waitFor();
    await look(phone.page, 'phone-reschedule');
    await phone.page.goBack();
    await phone.at('#visit-head').waitFor();
    await look(phone.page, 'phone-visit-requested');
    await phone.page.goBack();
    await phone.openTab('护理');
    await phone.at('#page-care .card').waitFor();
    await look(phone.page, 'phone-care');
    await open(phone, '#me-visits', '.visit-card');
    await look(phone.page, 'phone-visits');
    await phone.tap('#scope-past');
    await phone.at('.visit-card').waitFor();
    await look(phone.page, 'phone-visits-past');
    await back(phone);
    await look(phone.page, 'phone-me');
    for (const name of ['name', 'help', 'privacy']) {
      await open(phone, `#me-${name}`, '.page');
      await phone.page.locator('#me-visits').waitFor({ state: 'hidden' });
      await look(phone.page, `phone-${name}`);
      await back(phone);
    }
  });

  it('tell a new client what to do next where there is nothing yet', async () => {
    const phone = await Phone.open(stage);
    await phone.openTab('预约');
    await phone.at('#step-services .service').waitFor();
    await look(phone.page, 'phone-book-empty');
    await phone.openTab('护理');
    await phone.at('#page-care .state').waitFor();
    await look(phone.page, 'phone-care-empty');
    await phone.openTab('我的');
    await phone.at('#profile').waitFor();
    await look(phone.page, 'phone-me-new');
    await phone.tap('#me-visits');
    await phone.at('.state').waitFor();
    await look(phone.page, 'phone-visits-empty');
  });

  it('say what went wrong and offer another try, which then works', async () => {
    const phone = await Phone.open(stage);
    await phone.at('#empty-action').waitFor();
    await offline(phone.page);
    await phone.page.reload();
    for (const [tab, name] of [
      ['首页', 'home'],
      ['预约', 'book'],
      ['护理', 'care'],
      ['我的', 'me'],
    ] as const) {
      await phone.openTab(tab);
      await phone.at(`#page-${name} #retry`).waitFor();
      await look(phone.page, `phone-${name}-failed`);
    }
    await phone.tap('#me-visits');
    // The page below has one too, and is in sight until the new one has slid in.
    await phone.at('#page-visits #retry').waitFor();
    await look(phone.page, 'phone-visits-failed');
    await phone.page.unrouteAll();
    await phone.tap('#page-visits #retry');
    await phone.at('#empty-action').waitFor();
  });
});

describe('the screens of the desk', () => {
  const PAGES = [
    ['clients', 'client-row-'],
    ['services', 'service'],
    ['shifts', 'shift-table'],
  ] as const;

  it('refuse a wrong password in Chinese', async () => {
    const page = await stage.deskPage();
    await page.goto('/console/');
    await page.getByTestId('login-username').waitFor();
    await look(page, 'desk-login');
    await page.getByTestId('login-username').fill('desk');
    await page.getByTestId('login-password').fill('not the password');
    await page.getByTestId('login-submit').click();
    await page.getByTestId('login-error').waitFor();
    expect(await page.getByTestId('login-error').innerText()).toMatch(/^[\p{Script=Han}，。、]+$/u);
    await look(page, 'desk-login-refused');
  });

  it.each([false, true])(
    'show the salon on a wide and a narrow screen (narrow: %s)',
    async (narrow) => {
      const kind = narrow ? 'narrow' : 'desk';
      const start = (await salon.freeStarts())[0]!;
      const { person, starts } = await salon.aTherapist();
      const visit = await salon.bookedByAnother(starts[0]!, person.id);
      const desk = await Desk.open(stage, {
        start,
        storeId: salon.store.id,
        username: 'owner',
        narrow,
      });
      const { page } = desk;
      await page.locator('[data-state]').first().waitFor();
      await look(page, `${kind}-board-day`);
      if (!narrow) {
        await page.getByText('按房间').click();
        await look(page, `${kind}-board-rooms`);
      }
      await page.goto(`/console/?visit=${visit}`);
      await desk.at('visit-history').waitFor();
      await look(page, `${kind}-visit`);
      await desk.at('transition-cancel').click();
      await look(page, `${kind}-visit-cancel`);
      for (const [name, landmark] of PAGES) {
        await page.goto(`/console/${name}`);
        await page.locator(`[data-testid^="${landmark}"], main li`).first().waitFor();
        await look(page, `${kind}-${name}`);
      }
      if (!narrow) await plansNextMonth(desk);
      await page.goto(`/console/clients/${(await salon.aRegular()).id}`);
      await desk.at('client-name').waitFor();
      await look(page, `${kind}-client`);
      await page.goto('/console/tasks');
      await desk.at('empty').waitFor();
      await look(page, `${kind}-tasks-empty`);
      await page.goto(`/console/?date=${addDays(salon.today, DAYS_WITHOUT_SHIFTS)}`);
      await desk.at('empty').first().waitFor();
      await look(page, `${kind}-board-empty`);
      await desk.at('new-booking').click();
      await desk.at('booking-drawer').waitFor();
      await look(page, `${kind}-booking`);
    },
  );

  it.each([false, true])(
    'offer another try where nothing could be loaded (narrow: %s)',
    async (narrow) => {
      const kind = narrow ? 'narrow' : 'desk';
      const start = `${salon.today}T12:00:00+08:00`;
      const desk = await Desk.open(stage, {
        start,
        storeId: salon.store.id,
        username: 'owner',
        narrow,
      });
      // All at once: each of them tries again by itself for some seconds before it gives up.
      const names = ['', ...PAGES.map(([path]) => path), 'tasks'];
      const tabs = await desk.tabs(names.length);
      for (const tab of tabs) await offline(tab, /\/api\/staff\/(?!session)/);
      await Promise.all(tabs.map((tab, at) => tab.goto(`/console/${names[at] ?? ''}`)));
      for (const [at, tab] of tabs.entries()) {
        await tab.bringToFront();
        await tab.getByTestId('failure').first().waitFor();
        await look(tab, `${kind}-${names[at] || 'board'}-failed`);
      }
      const tasks = tabs.at(-1)!;
      await tasks.unrouteAll();
      await tasks.getByTestId('failure').getByRole('button').click();
      await tasks.getByTestId('empty').waitFor();
    },
  );
});

describe('while the API is down', () => {
  it('phone and desk show it, and go on by themselves or with one tap once it is back', async () => {
    const start = (await salon.freeStarts())[0]!;
    const desk = await Desk.open(stage, { start, storeId: salon.store.id });
    const phone = await Phone.open(stage);
    await phone.openTab('我的');
    await phone.tap('#me-visits');
    await phone.at('#empty-action').waitFor();
    await stage.system.crashApi();
    await desk.at('board-next').click();
    await desk.at('failure').first().waitFor();
    await desk.at('live-lost').waitFor();
    await look(desk.page, 'desk-down');
    await phone.tap('#scope-past');
    await phone.at('#retry').waitFor();
    await look(phone.page, 'phone-down');
    await stage.system.startApi();
    await phone.tap('#retry');
    await phone.at('.state').getByText('还没有以往的预约').waitFor();
    const again = desk.at('failure').first().getByRole('button');
    // By itself once it hears that the house is back, or with one tap before that.
    await Promise.any([again.click(), desk.at('time-grid').waitFor()]);
    await desk.at('time-grid').waitFor();
    await desk.at('live-lost').waitFor({ state: 'hidden', timeout: 40_000 });
  });
});

describe('a file of clients from elsewhere', () => {
  const lookBoth = async (page: Page, name: string): Promise<void> => {
    await look(page, `desk-${name}`);
    await page.setViewportSize({ width: 390, height: 844 });
    await look(page, `narrow-${name}`);
    await page.setViewportSize({ width: 1440, height: 900 });
  };

  it('is looked at cell by cell, brought in, and taken back', async () => {
    const start = `${salon.today}T12:00:00+08:00`;
    const desk = await Desk.open(stage, { start, storeId: salon.store.id, username: 'manager' });
    const { page } = desk;
    await page.goto('/console/clients');
    await desk.at('clients-import').click();
    await desk.at('imports').waitFor();
    await lookBoth(page, 'imports');
    await sendFile(desk, '老系统.xlsx', anOldFile([aPhone(), aPhone()]));
    await lookBoth(page, 'import-columns');
    await desk.at('import-check').click();
    await desk.at('import-rows-bad').waitFor();
    expect(await countsOf(desk)).toEqual([
      '3',
      '可以导入',
      '1',
      '已有档案或重复',
      '0',
      '手机号别人也在用',
      '2',
      '有问题的行',
    ]);
    await page.getByText('手机号被表格变成了科学计数').waitFor();
    await lookBoth(page, 'import-checked');
    await desk.at('import-run').click();
    await desk.at('import-done').waitFor();
    expect(await countsOf(desk)).toEqual([
      ...['3', '新建档案', '0', '补充到已有档案', '1', '跳过', '2', '没有导入'],
    ]);
    await lookBoth(page, 'import-done');
    const opened = desk.at('import-rows-created').getByRole('link').first();
    const path = (await opened.getAttribute('href'))?.split('/').at(-1) ?? '';
    await salon.asStaff(`/staff/clients/${path}/notes`, { text: '约了周末', visibility: 'all' });
    await desk.at('import-undo-open').click();
    await desk.at('import-undo-reason').fill('导错了文件');
    await desk.at('import-undo-next').click();
    await look(page, 'desk-import-undo');
    await desk.at('import-undo-confirm').click();
    await desk.at('import-undone').waitFor();
    await page.getByText('撤销了这次导入').waitFor();
    await page.getByText('正在撤销').waitFor({ state: 'hidden' });
    expect(await countsOf(desk)).toEqual(['2', '已撤销', '1', '保留']);
    // Which one stayed, and why, is told without reading the page again.
    await desk.at('import-kept').getByText('有 1 份档案没有撤销').waitFor();
    await desk
      .at('import-rows-kept')
      .getByText('档案后来改过')
      .or(page.getByText('已有预约'))
      .first()
      .waitFor();
    await lookBoth(page, 'import-undone');
  });
});
