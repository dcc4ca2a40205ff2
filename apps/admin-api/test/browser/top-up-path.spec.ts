import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatYuan } from '@yance/shared-types';
import { until } from '../../src/platform/testing/until.js';
import { Phone } from './phone.js';
import { Purse } from './purse.js';
import { expectSound } from './soundness.js';
import { OPEN_MS, Stage } from './stage.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, OPEN_MS);

afterEach(async () => {
  await Purse.wechatSpeaks(stage);
  await stage.clear();
});
afterAll(() => stage.close());

/** A client whose number is known, so that the wallet does not ask for it. */
async function aPayer(): Promise<Purse> {
  const phone = await Phone.open(stage);
  await phone.bindNumber(stage.system);
  return new Purse(stage, phone);
}

async function look(purse: Purse, name: string): Promise<void> {
  await stage.shot(purse.phone.page, name);
  await expectSound(purse.phone.page);
}

describe('topping up in the preview', () => {
  it('leads from the contract, signed by finger, by the cashier to the balance and the statement', async () => {
    const purse = await aPayer();
    const { phone } = purse;
    const plan = await purse.plan();
    await purse.openPlan(plan);
    expect(await phone.at('#buy-submit').getAttribute('class')).toContain('button--off');
    await purse.sign();
    await look(purse, 'phone-buy');
    await purse.payAt('success', 'phone-cashier');
    await phone.at('.t-outcome-done').waitFor();
    await phone
      .at('#balance')
      .getByText(`¥${formatYuan(plan.priceFen + plan.bonusFen)}`)
      .waitFor();
    await phone.tap('#notice-allow');
    await phone.page.locator('.taro-model__confirm').tap();
    await phone.says('下次扣款、核销或退回时，会用服务通知告诉您。').waitFor();
    await until('her yes has arrived', async () => (await purse.credits()) === 1);
    await look(purse, 'phone-paid');
    await phone.page.goBack();
    await phone.page.goBack();
    await phone.at('.t-principal').getByText(formatYuan(plan.priceFen)).waitFor();
    await phone.tap('#wallet-statement');
    await phone.at('.line-top_up').waitFor();
    await look(purse, 'phone-statement');
  });

  it('says that nothing was charged after a cancellation, and the kept order is paid later', async () => {
    const purse = await aPayer();
    const { phone } = purse;
    const plan = await purse.plan();
    await purse.openPlan(plan);
    await purse.sign();
    await purse.payAt('cancel');
    await phone.at('.t-outcome-cancelled').getByText('没有扣款').waitFor();
    expect(await purse.principalFen()).toBe(0);
    await look(purse, 'phone-pay-cancelled');
    await phone.tap('#order-pay');
    await phone.page.locator('#cashier-success').tap();
    await phone.at('.t-outcome-done').waitFor();
    expect(await purse.principalFen()).toBe(plan.priceFen);
    expect(await purse.orderStates()).toEqual(['paid']);
  });

  it('says that a payment failed and charged nothing', async () => {
    const purse = await aPayer();
    await purse.openPlan(await purse.plan());
    await purse.sign();
    await purse.payAt('fail');
    await purse.phone.at('.t-outcome-failed').getByText('没有扣款').waitFor();
    expect(await purse.principalFen()).toBe(0);
    await look(purse, 'phone-pay-failed');
  });

  it('goes on confirming while WeChat is silent, and finds the payment by asking', async () => {
    const purse = await aPayer();
    const { phone } = purse;
    const plan = await purse.plan();
    await Purse.wechatIsSilent(stage);
    await purse.openPlan(plan);
    await purse.sign();
    await purse.payAt('success');
    await phone.at('.t-outcome-confirming').getByText('处理中，正在确认').waitFor();
    expect(await phone.page.locator('#order-pay').count()).toBe(0);
    expect(await purse.principalFen()).toBe(0);
    await look(purse, 'phone-pay-confirming');
    await Purse.wechatAnswers(stage);
    await phone.at('.t-outcome-done').waitFor({ timeout: 60_000 });
    await phone
      .at('#balance')
      .getByText(`¥${formatYuan(plan.priceFen + plan.bonusFen)}`)
      .waitFor();
  });

  it('opens one cashier and one order for two taps', async () => {
    const purse = await aPayer();
    await purse.openPlan(await purse.plan());
    await purse.sign();
    await purse.phone.at('#buy-submit').dblclick();
    await purse.phone.page.locator('#cashier-success').tap();
    await purse.phone.at('.t-outcome-done').waitFor();
    expect(await purse.orderStates()).toEqual(['paid']);
    expect(await purse.phone.page.locator('.cashier').count()).toBe(0);
  });

  it('shows the truth after the page was closed at the cashier while somebody paid', async () => {
    const purse = await aPayer();
    const { phone } = purse;
    const plan = await purse.plan();
    await purse.openPlan(plan);
    await purse.sign();
    const prepayId = await purse.reachCashier();
    await phone.page.goto('about:blank');
    await stage.system.control('cashier', { prepayId, outcome: 'success' });
    await purse.untilPaid();
    await phone.page.goto('/m/#/packages/wallet/orders/index');
    await phone.at('.order-paid').waitFor();
    await look(purse, 'phone-orders');
    expect(await purse.principalFen()).toBe(plan.priceFen);
  });

  it('keeps the plan and asks for the name again when she goes back and forth', async () => {
    const purse = await aPayer();
    const { phone } = purse;
    const plan = await purse.plan();
    await purse.openPlan(plan);
    await purse.sign();
    await phone.page.goBack();
    await phone.tap(`#plan-${plan.id}`);
    await phone.at('#buy-submit').getByText('同意并支付').waitFor();
    await phone.at('.plan__price').getByText(formatYuan(plan.priceFen)).waitFor();
    expect(await purse.orderStates()).toEqual([]);
  });
});

describe('the member code in the preview', () => {
  it('counts down, is replaced when its minute is over, and stays usable for a minute when the line breaks', async () => {
    const purse = await aPayer();
    const { phone } = purse;
    await phone.page.clock.install();
    await phone.page.goto('/m/#/packages/wallet/code/index');
    await phone.page.reload();
    await phone.at('.t-code-countdown').getByText('秒后换新码').waitFor();
    const asked = phone.page.waitForResponse((one) => one.url().endsWith('/client/member-code'));
    await phone.page.clock.fastForward(61_000);
    expect((await asked).status()).toBe(200);
    await phone.at('.t-code-countdown').getByText('秒后换新码').waitFor();
    await phone.page.route('**/api/client/member-code', (route) => route.abort());
    // Until its own end and no further: a code that was fetched late in its minute would be over as well.
    const left = parseInt(await phone.at('.t-code-countdown').innerText(), 10);
    await phone.page.clock.fastForward((left + 1) * 1_000);
    await phone.at('.t-code-countdown').getByText('这个码还可以用').waitFor();
    await look(purse, 'phone-code-offline');
    await phone.page.clock.fastForward(61_000);
    await phone.at('.t-code-countdown').getByText('已经过期').waitFor();
    await look(purse, 'phone-code-over');
    await phone.page.unrouteAll();
    await phone.page.clock.fastForward(4_000);
    await phone.at('.t-code-countdown').getByText('秒后换新码').waitFor();
  });
});
