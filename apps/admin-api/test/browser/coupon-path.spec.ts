import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import type { Desk } from './desk.js';
import { MoneyScreens, go } from './money-screens.js';
import { Phone } from './phone.js';
import { OPEN_MS } from './stage.js';

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1440, height: 900 };

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

it('a coupon is written beside what it says, given to a client, and counted', async () => {
  const name = `冬日礼${randomInt(1_000_000)}`;
  const member = await screens.till.aMember('苏念安');
  const desk = await screens.signedIn('manager');
  await go(desk, '/marketing/coupons');
  await desk.at('coupon-new').click();
  await desk.at('coupon-name').fill(name);
  await desk.at('coupon-amount').fill('50');
  await desk.at('coupon-preview').getByText('立减50元').waitFor();
  await desk.at('coupon-least').fill('300');
  await desk.at('coupon-preview').getByText('满300减50').waitFor();
  await desk.at('coupon-state').getByText('发放中').click();
  await screens.look(desk.page, 'marketing-editor');
  await desk.at('coupon-save').click();
  await desk.at('coupon-form').waitFor({ state: 'detached' });
  const row = desk.at('coupon-templates').locator('tr').filter({ hasText: name });
  await screens.look(desk.page, 'marketing-coupons');
  await row.getByText('发券').click();
  await desk.at('coupon-issue-client').fill('苏念安');
  await desk.at(`client-option-${member.id}`).click();
  await desk.at('coupon-issue-next').click();
  await desk.at('coupon-issue-confirm').dblclick();
  await desk.at('coupon-batch').getByText('发出 1 张').waitFor();
  await screens.look(desk.page, 'marketing-given');
  await desk.at('coupon-batch-close').click();
  await row.getByText('1 张').waitFor();
  await desk.at('marketing-coupon-report').click();
  const line = desk.at('coupon-report').locator('tr').filter({ hasText: name });
  await line.waitFor();
  expect((await line.locator('td').allInnerTexts()).slice(2, 4)).toEqual(['1', '0']);
  await screens.look(desk.page, 'marketing-report');
  await desk.page.setViewportSize(PHONE);
  await screens.look(desk.page, 'narrow-marketing-report');
});

it('a client takes a coupon on the phone once and finds it at home and among her own', async () => {
  const phone = await Phone.open(screens.stage);
  const { page } = phone;
  await page.goto('/m/#/packages/coupons/offers/index');
  const claim = page.locator('[id^="claim-"]').first();
  const id = (await claim.getAttribute('id'))?.replace('claim-', '') ?? '';
  await claim.dblclick();
  await page.locator(`#claimed-${id}`).waitFor();
  await screens.look(page, 'phone-coupon-offers');
  await page.locator(`#claimed-${id}`).tap();
  await page.locator('.t-coupon').first().waitFor();
  expect(await page.locator('.t-coupon').count()).toBe(1);
  await screens.look(page, 'phone-coupons');
  await page.locator('.t-coupon').first().tap();
  await page.locator('#coupon-face').waitFor();
  await screens.look(page, 'phone-coupon');
  await page.goto('/m/#/pages/home/index');
  await page.locator('#home-coupons').waitFor();
  await page.goto('/m/#/packages/me/privacy/index');
  for (const words of ['已关闭', '现在会收到']) {
    await page.locator('#marketing-say').tap();
    await page.locator('#marketing-words').getByText(words).waitFor();
  }
  await screens.look(page, 'phone-marketing');
});

it('a coupon for birthdays is set up, tried out without giving any, given, told, and used at the till', async () => {
  const { system } = screens.stage;
  const name = `生日礼${randomInt(1_000_000)}`;
  const words = '知夏，生日快乐，新的一岁闪闪发光';
  const celebrant = await aCelebrant('林知夏');
  const told = await screens.till.aMember('周予安');
  const desk = await screens.signedIn('manager');
  const birthday = `1992-${screens.salon.today.slice(5)}`;
  for (const { id } of [celebrant, told])
    await screens.till.asStaff('manager', `/staff/clients/${id}`, { birthday }, 'PATCH');
  await go(desk, `/clients/${told.id}`);
  await desk.at('marketing-calls').click();
  await desk.at('marketing-history').click();
  await desk.at('marketing-choice').getByText('同意电话').waitFor();
  await desk.page.setViewportSize(PHONE);
  await screens.look(desk.page, 'narrow-client-marketing');
  await desk.page.setViewportSize(WIDE);
  await go(desk, '/marketing/automations');
  await desk.at('automation-new').click();
  await desk.at('automation-name').fill(name);
  await desk.at('automation-template').click();
  await desk.page.locator('.ant-select-item-option').filter({ hasText: '新客礼' }).first().click();
  await desk.at('automation-before').fill('3');
  await desk.at('automation-words').fill(words);
  await desk.at('message-preview').getByText(words, { exact: true }).waitFor();
  await desk.at('automation-state').getByText('进行中').click();
  await screens.look(desk.page, 'marketing-automation-editor');
  await desk.at('automation-save').click();
  await desk.at('automation-form').waitFor({ state: 'detached' });
  const row = desk.at('automations').locator('li').filter({ hasText: name });
  await row.getByText('试算').click();
  await desk.at('dry-run').getByText('林知夏').waitFor();
  await desk.at('dry-run-sums').getByText('试算不会发券').waitFor();
  await screens.look(desk.page, 'marketing-dry-run');
  const couponsOf = async (): Promise<{ id: string }[]> => {
    const { body } = await system.call('/client/coupons?state=usable', celebrant);
    return (body as { items: { id: string }[] }).items;
  };
  expect(await couponsOf()).toEqual([]);
  await desk.at('automation-run').click();
  await row.getByText('今年已发 0 张').waitFor({ state: 'detached', timeout: 60_000 });
  const couponId = await untilOne(couponsOf);
  await until('she was told', async () => (await messagesOf(celebrant.openid)).length === 1);
  expect(await messagesOf(celebrant.openid)).toMatchObject([
    { page: `packages/coupons/detail/index?id=${couponId}`, data: { thing4: { value: words } } },
  ]);
  await row.getByText('结果').click();
  await desk.at(`grant-${couponId}`).getByText('微信已送达').waitFor();
  await desk.at('automation-grants').getByText('电话待拨打').waitFor();
  await desk
    .at('message-counts')
    .getByText(/^电话：.*待拨打 \d/)
    .waitFor();
  await screens.look(desk.page, 'marketing-automation-results');
  await desk.page.setViewportSize(PHONE);
  await screens.look(desk.page, 'narrow-marketing-automation-results');
  await go(desk, '/marketing/automations');
  await row.waitFor();
  await screens.look(desk.page, 'narrow-marketing-automations');
  await desk.page.setViewportSize(WIDE);
  await theGiftIsUsed(desk, celebrant, couponId, words);
  await theCallIsMade(desk, '周予安');
  const { body } = await system.call('/client/marketing-choice', told);
  expect(body).toMatchObject({ optedOut: false, sms: false, calls: true });
});

/** A client who looks at her coupons and allows the message that she likes to hear of the next ones. */
async function aCelebrant(name: string) {
  const { stage } = screens;
  const phone = await Phone.open(stage);
  await phone.bindNumber(stage.system);
  const token = await phone.token();
  const { body } = await stage.system.call('/client/me', { token });
  const { id } = body as { id: string };
  await screens.till.asStaff('manager', `/staff/clients/${id}`, { name }, 'PATCH');
  const templates = await stage.system.call('/client/message-templates', { token });
  const { items } = templates.body as { items: { kind: string; templateId: string }[] };
  const templateId = items.find(({ kind }) => kind === 'coupon')?.templateId ?? '';
  const asked = { templateId, result: 'accept' };
  await stage.system.control('subscribe', { openid: phone.openid, ...asked });
  await stage.system.call('/client/subscriptions', { token, body: { results: [asked] } });
  return { id, token, phone, openid: phone.openid };
}

/** What WeChat was given for a client. */
async function messagesOf(openid: string): Promise<{ page: string; data: object }[]> {
  const { items } = await screens.stage.system.control(`messages?openid=${openid}`);
  return items as { page: string; data: object }[];
}

async function untilOne(read: () => Promise<{ id: string }[]>): Promise<string> {
  let found: { id: string }[] = [];
  await until('the coupon is there', async () => (found = await read()).length === 1);
  return found[0]?.id ?? '';
}

/** The gift lies on the first page, leads to her coupons, and is gone once a bill used it. */
async function theGiftIsUsed(
  desk: Desk,
  { id, phone }: { readonly id: string; readonly phone: Phone },
  couponId: string,
  words: string,
): Promise<void> {
  const { page } = phone;
  await page.goto('/m/#/pages/home/index');
  await page.reload();
  await phone.at('#home-birthday-gift').getByText(words).waitFor();
  await screens.look(page, 'phone-birthday-gift');
  await phone.tap('#home-birthday-gift');
  await phone.at('.t-coupon').waitFor();
  await phone.at('#notice-allow').waitFor();
  await screens.look(page, 'phone-birthday-coupons');
  await billWithCoupon(desk, id, couponId);
  await page.goBack();
  await phone.at('#page-home').waitFor();
  await page.locator('#home-birthday-gift').waitFor({ state: 'detached' });
}

/** The till finds the coupon by itself, and says so. */
async function billWithCoupon(desk: Desk, clientId: string, couponId: string): Promise<void> {
  const { name } = screens.salon.service;
  await go(desk, '/till');
  await desk.at('till-client').fill('林知夏');
  await desk.at(`client-option-${clientId}`).click();
  await desk.at('item-find').click();
  await desk.page.keyboard.type(name);
  await desk.page.locator('.ant-select-item-option', { hasText: name }).first().waitFor();
  await desk.page.keyboard.press('Enter');
  await desk.at('line-quantity-1').fill('4');
  await desk.page.keyboard.press('Enter');
  await desk.at(`keep-coupon-${couponId}`).waitFor();
  await screens.look(desk.page, 'till-birthday-coupon');
  await desk.at('pay-submit').click();
  await desk.at('receipt').waitFor();
}

/** The desk calls whom no message reached. */
async function theCallIsMade(desk: Desk, name: string): Promise<void> {
  await desk.page.setViewportSize(PHONE);
  await go(desk, '/marketing/calls');
  const call = desk.at('calls').locator('li').filter({ hasText: name });
  await call.getByText('没接通').click();
  await call.getByText('拨了 1 次没有接通').waitFor();
  await screens.look(desk.page, 'narrow-marketing-calls');
  await desk.page.setViewportSize(WIDE);
  await screens.look(desk.page, 'marketing-calls');
  await call.getByText('已打通').click();
  await call.waitFor({ state: 'detached' });
}
