import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, type Desk } from './desk.js';
import { MoneyScreens, go, more, showsFen } from './money-screens.js';
import { OPEN_MS } from './stage.js';
import type { Member, Till } from './till.js';

/** More than any sheet needs to reach its next field. */
const MOST_TABS = 60;
/** What the till's plan costs. */
const PAID_FEN = 100_000;

let screens: MoneyScreens;
let till: Till;

beforeAll(async () => {
  screens = await MoneyScreens.open();
  ({ till } = screens);
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

/** Goes on with the Tab key alone until something is in focus that fits. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST_TABS; step += 1) {
    await page.keyboard.press('Tab');
    const isThere = `document.activeElement?.matches(${JSON.stringify(selector)})`;
    if (await page.evaluate<boolean>(isThere)) return;
  }
  throw new Error(`the Tab key does not reach ${selector}`);
}

/** Lets the first write of this kind be carried out and loses its answer. */
async function loseAnswer(page: Page, path: RegExp): Promise<void> {
  let isLost = false;
  await page.route(path, async (route) => {
    if (isLost || route.request().method() !== 'POST') return route.fallback();
    isLost = true;
    await route.fetch();
    return route.abort('connectionreset');
  });
}

async function toTopUpReview(desk: Desk): Promise<void> {
  await desk.at('wallet-top-up').click();
  await desk.at(`plan-${till.plan.id}`).click();
  await desk.at('top-up-next').click();
  await desk.at('top-up-confirm').waitFor();
}

/** A client who wants her money back. */
async function aRefundOf(member: Member): Promise<string> {
  await till.sell(member);
  return till.askRefund(member, PAID_FEN);
}

/** Every request of this kind that a screen sends from now on. */
function watchPosts(page: Page, path: RegExp): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && path.test(request.url())) sent.push(request.url());
  });
  return sent;
}

/** Goes through both steps of a sheet with two clicks on each button. @returns how often it was sent */
async function clickTwice(desk: Desk, sheet: string, path: RegExp): Promise<number> {
  const sent = watchPosts(desk.page, path);
  await desk.at(`${sheet}-next`).dblclick();
  await desk.at(`${sheet}-confirm`).waitFor();
  expect(sent).toEqual([]);
  await desk.at(`${sheet}-confirm`).dblclick();
  await desk.at(sheet).waitFor({ state: 'detached' });
  return sent.length;
}

describe('a receptionist', () => {
  it('tops up with the keyboard alone, and sees where she is', async () => {
    const member = await till.aMember('方知夏');
    const { page } = await screens.atFile('desk', member);
    await tabTo(page, '[data-testid="wallet-top-up"]');
    await screens.stage.shot(page, 'keys-focus');
    await page.keyboard.press('Enter');
    await page.getByTestId('top-up').waitFor();
    await tabTo(page, '[type="radio"]');
    await page.keyboard.press('Space');
    await screens.look(page, 'keys-top-up');
    await page.keyboard.press('Enter');
    await page.getByTestId('top-up-confirm').waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('wallet-principal').waitFor();
    expect((await walletOf(member)).lots).toHaveLength(1);
  });

  it('charges once for two clicks, and never without reading it over', async () => {
    const member = await till.aMember('程一诺');
    await till.sell(member);
    const desk = await screens.atFile('desk', member);
    await desk.at('wallet-spend').click();
    await desk.at('spend-amount').fill('300');
    await desk.at('spend-title').fill('头皮护理');
    await desk.page.getByText('签字单', { exact: true }).click();
    await desk.at('spend-slip').fill(`QZ${Date.now()}`);
    await desk.at('spend-next').dblclick();
    await desk.at('spend-confirm').waitFor();
    expect((await walletOf(member)).spends).toHaveLength(0);
    await desk.at('spend-confirm').dblclick();
    await desk.at('spend').waitFor({ state: 'detached' });
    expect(await walletOf(member)).toMatchObject({ principalFen: 90_000, bonusFen: 0 });
  });

  it('is told that nobody knows when an answer is lost, and the next try does not take twice', async () => {
    const member = await till.aMember('苏念');
    const desk = await screens.atFile('desk', member);
    await loseAnswer(desk.page, /\/top-ups$/);
    await toTopUpReview(desk);
    await desk.at('top-up-confirm').click();
    await desk.at('top-up-error').getByText('已经办成的不会重复').waitFor();
    expect(await desk.at('top-up-principal-after').innerText()).toBe('¥1,000.00');
    expect(await desk.at('top-up-back').isDisabled()).toBe(true);
    await screens.look(desk.page, 'lost-answer');
    await desk.at('top-up-confirm').click();
    await desk.at('top-up').waitFor({ state: 'detached' });
    expect((await walletOf(member)).lots).toHaveLength(1);
    await showsFen(desk, 'wallet-principal', 100_000);
  });

  it('whose session ends while she fills in a form signs in again and goes on where she was', async () => {
    const member = await till.aMember('江疏影');
    await till.sell(member);
    const desk = await screens.atFile('desk', member);
    await desk.at('wallet-spend').click();
    await desk.at('spend-amount').fill('88.80');
    await desk.at('spend-title').fill('眉形修护');
    await desk.page.getByText('签字单', { exact: true }).click();
    await desk.at('spend-slip').fill(`QZ${Date.now()}`);
    await desk.at('spend-next').click();
    await desk.page.context().clearCookies();
    await desk.at('spend-confirm').click();
    await desk.at('sign-in-again').waitFor();
    await screens.look(desk.page, 'session-over');
    await desk.signIn('desk', DEMO_PASSWORD);
    await desk.at('sign-in-again').waitFor({ state: 'detached' });
    await desk.at('spend-back').click();
    expect([
      await desk.at('spend-amount').inputValue(),
      await desk.at('spend-title').inputValue(),
    ]).toEqual(['88.80', '眉形修护']);
    await desk.at('spend-next').click();
    await desk.at('spend-confirm').click();
    await desk.at('spend').waitFor({ state: 'detached' });
    expect((await walletOf(member)).spends).toHaveLength(1);
  });

  it('decides no refund: she is told whose page it is, and the API refuses her', async () => {
    const refundId = await aRefundOf(await till.aMember('温言'));
    const desk = await screens.signedIn('desk');
    await go(desk, '/finance/refunds');
    await desk.page.getByText('“退款”由财务和店长查看').waitFor();
    await screens.look(desk.page, 'desk-no-right');
    expect(await desk.at('value-refunds').count()).toBe(0);
    const approve = `/staff/stored-value-refunds/${refundId}/approve`;
    await expect(till.asStaff('desk', approve, {})).rejects.toThrow('FORBIDDEN');
  });
});

describe('two clicks on every button', () => {
  it('stop a wallet once', async () => {
    const member = await till.aMember('叶知秋');
    await till.sell(member);
    const desk = await screens.atFile('desk', member);
    await more(desk, 'freeze');
    await desk.at('freeze-reason').fill('顾客来电说手机丢了');
    expect(await clickTwice(desk, 'freeze', /\/freeze$/)).toBe(1);
    await desk.at('wallet-frozen').waitFor();
    expect((await walletOf(member)).freezes).toHaveLength(1);
  });

  it('hand value on once', async () => {
    const [giver, taker] = [await till.aMember('秦晚晴'), await till.aMember('柳依依')];
    await till.sell(giver);
    const desk = await screens.atFile('desk', giver);
    await more(desk, 'transfer');
    await desk.at('transfer-to').fill(taker.name);
    await desk.at(`client-option-${taker.id}`).click();
    await desk.page.getByText('一部分', { exact: true }).click();
    await desk.at('transfer-amount').fill('120');
    await desk.at('transfer-code').fill(await till.codeOf(giver));
    await desk.at('transfer-reason').fill('转给妹妹');
    await desk.at('transfer-password').fill(DEMO_PASSWORD);
    expect(await clickTwice(desk, 'transfer', /\/transfers$/)).toBe(1);
    expect(await walletOf(giver)).toMatchObject({ principalFen: 90_000, bonusFen: 18_000 });
    expect(await walletOf(taker)).toMatchObject({ principalFen: 10_000, bonusFen: 2_000 });
  });

  it('write a payment down once', async () => {
    const member = await till.aMember('简安');
    const refundId = await aRefundOf(member);
    await till.asStaff('owner', `/staff/stored-value-refunds/${refundId}/approve`, {});
    const desk = await screens.signedIn('finance');
    await go(desk, '/finance/refunds');
    await desk.at('value-refunds-view').getByText('待付款').click();
    const row = desk.at('value-refunds').locator('li', { hasText: member.name }).first();
    await row.getByTestId('pay-out-1').click();
    await desk.at('pay-out-reference').fill('HD20261122002');
    expect(await clickTwice(desk, 'pay-out', /\/pay-out$/)).toBe(1);
    const refund = await till.asStaff<{ state: string }>(
      'finance',
      `/staff/stored-value-refunds/${refundId}`,
    );
    expect(refund.state).toBe('paid');
  });

  it('undo a charge once, and a sale once', async () => {
    const member = await till.aMember('纪云舒');
    await till.sell(member);
    await till.charge(member, 300);
    const desk = await screens.atFile('manager', member);
    await desk.at('wallet-views').getByText('扣款').click();
    await desk.at('spend-reverse').click();
    await desk.at('reverse-spend-reason').fill('扣错人');
    expect(await clickTwice(desk, 'reverse-spend', /\/reverse$/)).toBe(1);
    expect(await walletOf(member)).toMatchObject({ principalFen: PAID_FEN, bonusFen: 20_000 });
    await desk.at('top-up-reverse').click();
    await desk.at('reverse-reason').fill('金额录错');
    expect(await clickTwice(desk, 'reverse', /\/reverse$/)).toBe(1);
    expect(await walletOf(member)).toMatchObject({ principalFen: 0, bonusFen: 0 });
  });
});

it('of two windows that approve the same refund one does, and the other is told so', async () => {
  const member = await till.aMember('陆时雨');
  const refundId = await aRefundOf(member);
  const windows = [await screens.signedIn('finance'), await screens.signedIn('owner')];
  for (const window of windows) {
    await go(window, '/finance/refunds');
    const row = window.at('value-refunds').locator('li', { hasText: member.name }).first();
    await row.getByTestId('decide-approve').click();
    await window.at('decide-next').click();
    await window.at('decide-confirm').waitFor();
  }
  await Promise.all(windows.map((window) => window.at('decide-confirm').dblclick()));
  const told = windows.map(async (window) => {
    const done = window.page.getByText('已批准');
    await window.at('decide-error').or(done).first().waitFor();
    return (await window.at('decide-error').count()) > 0;
  });
  expect((await Promise.all(told)).filter(Boolean)).toHaveLength(1);
  for (const window of windows)
    if ((await window.at('decide-error').count()) > 0)
      await screens.look(window.page, 'approved-by-another');
  const refund = await till.asStaff<{ state: string }>(
    'finance',
    `/staff/stored-value-refunds/${refundId}`,
  );
  expect(refund.state).toBe('approved');
});

describe('whatever stands in it', () => {
  it('a sheet of five hundred rows is read, shown and looked over', async () => {
    const desk = await screens.signedIn('manager');
    await go(desk, '/finance/opening');
    const rows = Array.from({ length: 500 }, (_, at) => `YC9${at},9999999.99,0,,2025-03-05`);
    await desk.at('opening-sheet').fill(rows.join('\n'));
    await desk.at('opening-table').waitFor();
    expect(await desk.at('opening-table').locator('tbody tr').count()).toBe(500);
    await screens.lookAtWidths(desk.page, 'hostile-opening');
  });

  it('a house that is busy or broken says so in Chinese and offers another try', async () => {
    const desk = await screens.signedIn('owner');
    for (const status of [500, 503]) {
      const tab = await desk.page.context().newPage();
      const body = '<html>Bad gateway</html>';
      await tab.route(/\/staff\/ledger/, (route) => route.fulfill({ status, body }));
      await tab.goto('/console/finance/ledger');
      await tab.getByTestId('failure').first().waitFor();
      await tab.getByTestId('verify-run').click();
      await tab.getByText('没能完成校验').waitFor();
      await screens.look(tab, `broken-${status}`);
    }
  });
});

interface Sight {
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly lots: unknown[];
  readonly spends: unknown[];
  readonly freezes: unknown[];
}
const walletOf = ({ id }: Member): Promise<Sight> =>
  till.asStaff('owner', `/staff/clients/${id}/wallet`);
