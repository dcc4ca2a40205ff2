import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Desk } from './desk.js';
import { MoneyScreens, confirm, go } from './money-screens.js';
import { OPEN_MS } from './stage.js';
import type { Member } from './till.js';

const [PHONE, WIDE] = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

const slip = () => `QZ${randomInt(1_000_000_000)}`;

/** Looks at a screen at a desk and on a phone. */
async function lookBoth({ page }: Desk, name: string): Promise<void> {
  await screens.look(page, name);
  await page.setViewportSize(PHONE);
  await screens.look(page, `narrow-${name}`);
  await page.setViewportSize(WIDE);
}

/** Opens an act of the first card on the file, looks at its sheet and lets it be. */
async function glance(desk: Desk, act: string, isThere: string): Promise<void> {
  await desk.at('package-more').first().click();
  await desk.at(`act-${act}`).click();
  await desk.at(isThere).first().waitFor();
  await lookBoth(desk, `packages-${act}`);
  await desk.page.keyboard.press('Escape');
  await desk.at(isThere).first().waitFor({ state: 'detached' });
}

/** The owner writes a card with gifts, puts it on sale, and thinks better of its price. */
async function aCardOnSale(name: string): Promise<string> {
  const { service } = screens.salon;
  const desk = await screens.signedIn('owner');
  await go(desk, '/settings/package-plans');
  await desk.at('package-plan-new').click();
  await desk.at('package-plan-name').fill(name);
  await desk.at('package-item-service-0').click();
  await desk.page.keyboard.type(service.name);
  await desk.page.keyboard.press('Enter');
  await desk.page.keyboard.press('Escape');
  expect(await desk.at('package-item-name-0').inputValue()).toBe(service.name);
  await desk.at('package-item-price-0').fill('200');
  await desk.at('package-item-gifts-0').fill('2');
  await desk.at('package-plan-price').fill('1600');
  await desk.at('package-plan-terms').fill('余次随时可退。');
  await desk.at('package-plan-state').getByText('在售').click();
  await desk.at('package-plan-worth').getByText('¥133.33').waitFor();
  await desk.at('package-plan-preview').scrollIntoViewIfNeeded();
  await lookBoth(desk, 'packages-plan');
  await desk.at('package-plan-save').click();
  await desk.at('package-plan-form').waitFor({ state: 'detached' });
  const { items } = await screens.till.asStaff<{ items: { id: string; name: string }[] }>(
    'owner',
    '/staff/package-plans',
  );
  const id = items.find((plan) => plan.name === name)?.id ?? '';
  await desk.at(`package-plan-edit-${id}`).click();
  await desk.at('package-plan-price').fill('1500');
  await desk.at('package-plan-save').click();
  await desk.at('package-plan-form').waitFor({ state: 'detached' });
  await desk.at(`package-plan-history-${id}`).click();
  await desk.at('package-plan-history').locator('li').nth(1).waitFor();
  await screens.look(desk.page, 'packages-plan-history');
  await desk.page.keyboard.press('Escape');
  await desk.at('package-plan-history').waitFor({ state: 'detached' });
  await lookBoth(desk, 'packages-plans');
  await go(desk, '/settings/contract');
  await desk.at('contract-kind').getByText('卡项协议').click();
  await desk.page.getByText('第 1 版，现行').waitFor();
  await screens.look(desk.page, 'packages-contract');
  return id;
}

/** Sells it at the desk. */
async function sold(desk: Desk, planId: string): Promise<void> {
  await desk.at('package-sell').click();
  await desk.at(`package-plan-${planId}`).click();
  await lookBoth(desk, 'packages-sell');
  await confirm(desk, 'sell-package');
  await desk.at('package-left').getByText('12').waitFor();
}

async function usedOnce(desk: Desk): Promise<void> {
  await desk.at('package-use').click();
  await desk.at('use-consent').getByText('签字单').click();
  await desk.at('use-slip').fill(slip());
  await lookBoth(desk, 'packages-use');
  await confirm(desk, 'use-session');
  await desk.at('package-left').getByText('11').waitFor();
}

async function rested(desk: Desk, act: 'freeze' | 'unfreeze'): Promise<void> {
  await desk.at('package-more').click();
  await desk.at(`act-${act}`).click();
  await desk.at('package-reason-reason').fill('顾客出差');
  await confirm(desk, 'package-reason');
}

it('a card is written, sold, used on a slip, put right, frozen, and given back', async () => {
  const planId = await aCardOnSale(`护理十次卡${randomInt(100_000)}`);
  const member: Member = await screens.till.aMember('许知夏');
  const desk = await screens.atFile('manager', member);
  await sold(desk, planId);
  await usedOnce(desk);
  await rested(desk, 'freeze');
  await desk.at('packages').getByText('已冻结').waitFor();
  await lookBoth(desk, 'packages-frozen');
  await rested(desk, 'unfreeze');
  await desk.at('package-use').waitFor();
  await glance(desk, 'extend', 'extend-date');
  await glance(desk, 'transfer', 'transfer-reason');
  await glance(desk, 'convert', 'convert-reason');

  await desk.at('package-trail').click();
  await desk.at('package-uses').getByText(screens.salon.service.name).first().waitFor();
  await lookBoth(desk, 'packages-file');
  await desk.at('use-reverse').click();
  await desk.at('reverse-use-reason').fill('点错了人');
  await confirm(desk, 'reverse-use');
  await desk.at('package-left').getByText('12').waitFor();

  await desk.at('package-more').click();
  await desk.at('act-refund').click();
  await desk.at('package-refund-own_reason').click();
  await desk.at('package-refund-reason').fill('顾客搬家');
  await lookBoth(desk, 'packages-refund');
  await confirm(desk, 'package-refund');
  await desk.at('packages').getByText('退卡中').waitFor();
  await lookBoth(desk, 'packages-held');

  // The demo salon has a card whose date has passed.
  await go(desk, '/finance/past-date');
  await desk.at('past-date').getByText('延期').first().waitFor();
  await lookBoth(desk, 'packages-past-date');
  await desk.at('past-date').getByText('延期').first().click();
  await desk.at('extend-reason').fill('约不上时间');
  await confirm(desk, 'extend');
});
