import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import { MoneyScreens, confirm, go } from './money-screens.js';
import { OPEN_MS } from './stage.js';

interface Refund {
  readonly items: readonly { readonly orderNo: string; readonly refundNo: string }[];
  readonly stuckItems: readonly { readonly advice: string }[];
}

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

it('a refund that WeChat goes on refusing is taken out by two people, and what comes of it is told', async () => {
  const { till } = screens;
  const { system } = screens.stage;
  const member = await till.aMember('蒋南风');
  await till.payOnPhone(member);
  await system.control('pay', { refundRefusal: 'INVALID_REQUEST', refundSeconds: 0 });
  const id = await till.askRefund(member, 100_000);
  const path = `/staff/stored-value-refunds/${id}`;
  await till.asStaff('owner', `${path}/approve`, {});
  await until('WeChat has refused it', async () => {
    const { stuckItems } = await till.asStaff<Refund>('finance', path);
    return stuckItems[0]?.advice.includes('微信不接受') === true;
  });

  const finance = await screens.signedIn('finance');
  await go(finance, '/finance/refunds');
  await finance.at('value-refunds-view').getByText('待付款').click();
  const advice = finance.at(`value-refund-${id}`).getByTestId('refund-advice-1');
  await advice.waitFor();
  await screens.lookAtWidths(finance.page, 'refund-refused');
  await advice.getByRole('link').click();
  await finance.at('by-hand-ask').click();
  await finance.at('by-hand-reason').fill('付款已超过一年，微信退不了');
  await finance.at('by-hand-next').click();
  await finance.at('by-hand-confirm').waitFor();
  await screens.lookAtWidths(finance.page, 'refund-by-hand-review');
  await finance.at('by-hand-confirm').click();
  await finance.at('by-hand').waitFor({ state: 'detached' });
  expect(await finance.at('by-hand-approve').isDisabled()).toBe(true);

  const manager = await screens.signedIn('manager');
  const [item] = (await till.asStaff<Refund>('finance', path)).items;
  await go(manager, `/finance/orders/${item?.orderNo}`);
  await manager.at('by-hand-approve').click();
  await manager.at('by-hand-confirm').waitFor();
  await screens.lookAtWidths(manager.page, 'refund-by-hand-agree');
  await manager.at('by-hand-confirm').click();
  await manager.at('order-refunds').getByText('待线下付款').waitFor();

  await go(finance, '/finance/refunds');
  await finance.at('value-refunds-view').getByText('待付款').click();
  await finance.at(`value-refund-${id}`).getByTestId('pay-out-1').click();
  await finance.at('pay-out-reference').fill('HD20261122009');
  await confirm(finance, 'pay-out');
  await go(finance, `/finance/orders/${item?.orderNo}`);
  await finance.at('order-refunds').getByText('已经线下付给顾客').waitFor();
  await screens.lookAtWidths(finance.page, 'refund-paid-by-hand');
});
