import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { addLine, billOf, findItem, paid, written } from './bill-steps.js';
import { MoneyScreens, go } from './money-screens.js';
import { OPEN_MS } from './stage.js';

const HER_WALLET = /\/staff\/clients\/[^/]+\/wallet\?/;

let screens: MoneyScreens;

beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

/** Keeps every request of a kind waiting until it is let go. @returns lets them all go */
async function holdUp(page: Page, path: RegExp, method: string): Promise<() => void> {
  let letGo = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(path, async (route) => {
    if (route.request().method() === method) await gone;
    return route.fallback();
  });
  return letGo;
}

/** The first letters of the house's service, as a receptionist types them. */
const letters = (): string => screens.salon.service.name.slice(0, 4);

it('an Enter for the line that is being typed never takes the money, however late her wallet comes', async () => {
  const { till } = screens;
  const member = await till.aMember('顾清和');
  const { id } = await written(screens, member.id);
  const desk = await screens.signedIn('desk');
  const walletComes = await holdUp(desk.page, HER_WALLET, 'GET');
  await go(desk, `/till/${id}`);
  await findItem(desk, letters());
  expect(await desk.at('pay-submit').count()).toBe(0);
  walletComes();
  await desk.at('pay-submit').waitFor();
  await desk.page.keyboard.press('Enter');
  await desk.at('bill-line-2').waitFor();
  expect((await billOf(screens, desk.page)).state).toBe('open');
});

it('who opens a bill and touches nothing pays with one Enter, however late her wallet comes', async () => {
  const member = await screens.till.aMember('方知夏');
  const { id } = await written(screens, member.id);
  const desk = await screens.signedIn('desk');
  const walletComes = await holdUp(desk.page, HER_WALLET, 'GET');
  await go(desk, `/till/${id}`);
  await desk.at('item-find').waitFor();
  expect(await desk.at('pay-submit').count()).toBe(0);
  walletComes();
  await desk.at('pay-submit').waitFor();
  await desk.page.keyboard.press('Enter');
  await paid(screens, desk);
});

it('what is typed while a line is being written is on the bill too', async () => {
  const { id } = await written(screens);
  const desk = await screens.signedIn('desk');
  await go(desk, `/till/${id}`);
  const answersCome = await holdUp(desk.page, /\/staff\/bills\/[^/]+$/, 'PATCH');
  for (let line = 0; line < 3; line += 1) {
    await findItem(desk, letters());
    await desk.page.keyboard.press('Enter');
    await desk.page.locator('.ant-select-dropdown').first().waitFor({ state: 'hidden' });
  }
  answersCome();
  await desk.at('bill-line-4').waitFor();
  await addLine(desk, letters(), 5);
  expect((await billOf(screens, desk.page)).lines).toHaveLength(5);
});
