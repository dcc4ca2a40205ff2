import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { MoneyScreens, confirm, go } from './money-screens.js';
import { Phone } from './phone.js';
import { OPEN_MS } from './stage.js';

type Schemas = components['schemas'];

const NARROW = { width: 320, height: 640 };
const USUAL = { width: 390, height: 844 };

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

/** A phone whose owner has these points. */
async function aPhoneWith(points: number): Promise<Phone> {
  const phone = await Phone.open(screens.stage);
  await phone.bindNumber(screens.stage.system);
  const { body } = await screens.stage.system.call('/client/me', { token: await phone.token() });
  const { id } = body as { id: string };
  await screens.till.asStaff('desk', `/staff/clients/${id}/points-adjustments`, {
    ...{ storeId: screens.till.storeId, points, reason: '旧会员系统积分转入' },
  });
  return phone;
}

/** Looks at a page at the width of a phone, and at the narrowest there is. */
async function look({ page }: Phone, name: string): Promise<void> {
  await screens.look(page, name);
  await page.setViewportSize(NARROW);
  await screens.look(page, `${name}-320`);
  await page.setViewportSize(USUAL);
}

it('a client checks in once, buys what is picked up and what is a coupon, and finds both again', async () => {
  const phone = await aPhoneWith(500);
  const { page } = phone;
  await phone.openTab('我的');
  await phone.at('#me-points').getByText('500').waitFor();
  await look(phone, 'phone-me');
  await phone.tap('#me-points');
  await phone.at('.t-points').getByText('500').waitFor();
  await phone.at('#check-in').dblclick();
  await phone.at('.t-streak').getByText('已连续签到 1 天').waitFor();
  await phone.at('.t-points').getByText('502').waitFor();
  await look(phone, 'phone-points');
  await phone.tap('#points-rewards');
  const piece = page.locator('.t-reward', { hasText: '到店领取' });
  await piece.first().waitFor();
  await look(phone, 'phone-rewards');
  await piece.first().locator('.button').tap();
  await phone.at('.t-redeem-store').waitFor();
  await phone.tap('.t-redeem-store');
  await look(phone, 'phone-redeem');
  await phone.at('#redeem-confirm').dblclick();
  const code = await phone.at('#redeemed-sheet .t-pick-up').innerText();
  expect(code).toMatch(/^\d{4} \d{4}$/);
  await screens.look(page, 'phone-redeemed');
  await phone.tap('#redeemed-close');
  await page.locator('.t-reward', { hasText: '产品九折券' }).locator('.button').tap();
  await phone.tap('#redeem-confirm');
  await phone.tap('#redeemed-coupon');
  await phone.at('#coupon-face').waitFor();
  await page.goto('/m/#/packages/points/home/index');
  await phone.at('.t-pick-up').getByText(code).waitFor();
  await phone.at('.t-points').getByText('182').waitFor();
  await look(phone, 'phone-points-after');
  await phone.tap('#points-lines');
  await phone.at('.t-points-line').waitFor();
  expect(await page.locator('#page-points-lines .t-points-line').count()).toBe(4);
  await look(phone, 'phone-points-lines');
});

it('a client sees her tier and what is missing to the next', async () => {
  const phone = await Phone.open(screens.stage);
  await phone.openTab('我的');
  await phone.tap('#me-tier');
  await phone.at('.t-tier').getByText('普通会员').waitFor();
  await phone.at('#tier-next').getByText('离银卡还差').waitFor();
  expect(await phone.page.locator('.t-tier-rights').count()).toBe(3);
  await look(phone, 'phone-tier');
});

it('the owner writes a tier and what points buy, and each keeps its history', async () => {
  const mark = randomInt(1_000_000);
  const desk = await screens.signedIn('owner');
  await go(desk, '/settings/tiers');
  await desk.at('tiers').waitFor();
  await screens.lookAtWidths(desk.page, 'settings-tiers');
  await desk.at('tier-new').click();
  await desk.at('tier-name').fill(`黑金${mark}`);
  await desk.at('tier-service').fill('8');
  await desk.at('tier-amount-0').fill('50000');
  await screens.look(desk.page, 'settings-tier-form');
  await desk.at('tier-save').click();
  await desk.at('tier-form').waitFor({ state: 'detached' });
  const tier = desk
    .at('tiers')
    .locator('tr')
    .filter({ hasText: `黑金${mark}` });
  await tier.getByText('项目8折').waitFor();
  await tier.getByText('历史').click();
  await desk.at('tier-history').getByText('第 1 版').waitFor();
  await go(desk, '/settings/points');
  await desk.at('rewards').waitFor();
  await screens.lookAtWidths(desk.page, 'settings-points');
  await desk.at('reward-new').click();
  await desk.at('reward-name').fill(`护手霜${mark}`);
  await desk.at('reward-cost').fill('80');
  await desk.at('reward-stock').fill('5');
  await screens.look(desk.page, 'settings-reward-form');
  await desk.at('reward-save').click();
  await desk.at('reward-form').waitFor({ state: 'detached' });
  const reward = desk
    .at('rewards')
    .locator('tr')
    .filter({ hasText: `护手霜${mark}` });
  await reward.getByText('历史').click();
  await desk.at('reward-history').getByText('80 分').waitFor();
});

it('the desk sets points and tier right with a reason, and hands a reward over by its code', async () => {
  const { system } = screens.stage;
  const member = await screens.till.aMember('安若溪');
  const desk = await screens.atFile('manager', member);
  await desk.at('member-adjust').click();
  await desk.at('points-adjust-points').fill('300');
  await desk.at('points-adjust-reason').fill('补上次漏记的积分');
  await confirm(desk, 'points-adjust');
  await desk.at('member-points').getByText('300').waitFor();
  await desk.at('member-set-tier').click();
  await desk.at('tier-set-tier').click();
  await desk.page.locator('.ant-select-dropdown').getByTitle('金卡').click();
  await desk.at('tier-set-reason').fill('老顾客搬回来了');
  await confirm(desk, 'tier-set');
  await desk.at('member-tier').getByText('金卡').waitFor();
  await screens.lookAtWidths(desk.page, 'client-member');
  const { token } = member;
  const { items } = (await system.call('/client/points-rewards', { token }))
    .body as Schemas['RewardListDto'];
  const piece = items.find(({ isCoupon, costPoints }) => !isCoupon && costPoints <= 300);
  const bought = await system.call('/client/points-redemptions', {
    ...{ token, headers: { 'idempotency-key': randomUUID() } },
    body: { rewardId: piece?.id, storeId: screens.till.storeId },
  });
  const { id, pickUpCode } = bought.body as Schemas['ClientRedemptionDto'];
  await desk.page.reload();
  await desk.at('member-views').getByText('兑换').click();
  await desk.at(`hand-over-code-${id}`).fill(pickUpCode ?? '');
  await desk.at(`hand-over-${id}`).click();
  await desk.at('member-redemptions').getByText('已领取').waitFor();
  await screens.look(desk.page, 'client-member-redemptions');
});
