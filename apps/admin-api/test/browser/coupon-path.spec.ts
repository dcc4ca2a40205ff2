import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { MoneyScreens, go } from './money-screens.js';
import { Phone } from './phone.js';
import { OPEN_MS } from './stage.js';

const PHONE = { width: 390, height: 844 };

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

it('a coupon is written beside what it says, given to a client, and counted', async () => {
  const name = `冬日礼${randomUUID().slice(0, 4)}`;
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

it('a coupon for birthdays is set up, tried out without giving any, given, and found again', async () => {
  const { system } = screens.stage;
  const name = `生日礼${randomUUID().slice(0, 4)}`;
  const member = await screens.till.aMember('林知夏');
  const desk = await screens.signedIn('manager');
  const birthday = `1992-${screens.salon.today.slice(5)}`;
  const file = `/staff/clients/${member.id}`;
  await screens.till.asStaff('manager', file, { birthday }, 'PATCH');
  await go(desk, '/marketing/automations');
  await desk.at('automation-new').click();
  await desk.at('automation-name').fill(name);
  await desk.at('automation-template').click();
  await desk.page.locator('.ant-select-item-option').filter({ hasText: '新客礼' }).first().click();
  await desk.at('automation-before').fill('3');
  await desk.at('automation-state').getByText('进行中').click();
  await screens.look(desk.page, 'marketing-automation-editor');
  await desk.at('automation-save').click();
  await desk.at('automation-form').waitFor({ state: 'detached' });
  const row = desk.at('automations').locator('li').filter({ hasText: name });
  await row.getByText('试算').click();
  await desk.at('dry-run').getByText('林知夏').waitFor();
  await desk.at('dry-run-sums').getByText('试算不会发券').waitFor();
  await screens.look(desk.page, 'marketing-dry-run');
  const couponsOf = async (): Promise<number> => {
    const { body } = await system.call('/client/coupons?state=usable', member);
    return (body as { items: unknown[] }).items.length;
  };
  expect(await couponsOf()).toBe(0);
  await desk.at('automation-run').click();
  await row.getByText('今年已发 0 张').waitFor({ state: 'detached', timeout: 60_000 });
  await row.getByText('结果').click();
  await desk.at('automation-grants').getByText('林知夏').waitFor();
  await screens.look(desk.page, 'marketing-automation-results');
  expect(await couponsOf()).toBe(1);
  await desk.page.setViewportSize(PHONE);
  await screens.look(desk.page, 'narrow-marketing-automation-results');
  await go(desk, '/marketing/automations');
  await row.waitFor();
  await screens.look(desk.page, 'narrow-marketing-automations');
  await go(desk, `/clients/${member.id}`);
  await desk.at('marketing-sms').click();
  await desk.at('marketing-history').click();
  await desk.at('marketing-choice').getByText('同意短信').waitFor();
  await screens.look(desk.page, 'narrow-client-marketing');
  const { body } = await system.call('/client/marketing-choice', member);
  expect(body).toMatchObject({ optedOut: false, sms: true, calls: false });
});
