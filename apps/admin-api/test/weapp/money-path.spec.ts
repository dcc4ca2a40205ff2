import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { formatYuan } from '@yance/shared-types';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { RunningSystem } from '../support/running-system.js';
import { ClientPhone, MOST_SET_DATA_BYTES, type ClientPlan } from './client-phone.js';
import { MoneyPhone } from './money-phone.js';

const CHROMIUM = process.env['YANCE_CHROMIUM'] ?? '/usr/bin/chromium';
const ORDER_QUERY = '/v3/pay/transactions/out-trade-no/{out_trade_no}';
const TOP_UP = { method: 'POST', path: /\/client\/top-ups$/ } as const;
/** More than the phone and the sweep ask in the time that a test looks at. */
const MANY = 200;

let schema: FreshSchema;
let system: RunningSystem;
let shots: string;
let open: ClientPhone[] = [];

beforeAll(async () => {
  schema = await freshSchema();
  system = await RunningSystem.start({ databaseUrl: schema.url, demo: true });
  shots = process.env['YANCE_SHOTS'] ?? mkdtempSync(path.join(os.tmpdir(), 'yance-shots-'));
  mkdirSync(shots, { recursive: true });
}, 300_000);

afterEach(async () => {
  await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
  const reports = await Promise.all(open.map((client) => client.close()));
  open = [];
  for (const { errors, warnings, largest } of reports) {
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(largest.bytes).toBeLessThan(MOST_SET_DATA_BYTES);
  }
});

afterAll(async () => {
  await system.stop();
  await schema.drop();
});

/** A client whose number is known, so that the wallet does not ask for it. Drawn in Chromium: a finger needs a field. */
async function aPayer(plan: ClientPlan = {}): Promise<{ client: ClientPhone; money: MoneyPhone }> {
  const client = await ClientPhone.open(system, { chromium: CHROMIUM, ...plan });
  open.push(client);
  if (plan.storage === undefined) await client.bindNumber();
  return { client, money: new MoneyPhone(client) };
}

/** WeChat loses its notification and answers no question about the order until the fault is called off. */
async function wechatIsSilent(): Promise<void> {
  await system.control('faults', { path: '/notify/pay', kind: 'drop', times: MANY });
  await system.control('faults', { path: ORDER_QUERY, kind: 'busy', times: MANY });
}

describe('topping up on the built mini-program', () => {
  it('leads from the contract, signed by finger, to the balance, whose statement says the same', async () => {
    const { client, money } = await aPayer();
    const { phone } = money;
    const shot = async (name: string): Promise<void> => {
      await phone.screenshot(path.join(shots, `weapp-${name}.png`));
    };
    const plan = await money.plan();
    await money.signFor(plan);
    await shot('buy');
    await phone.tap('.t-buy-submit');
    await phone.waitForPage('packages/wallet/order/index');
    await phone.waitFor('.t-outcome-done');
    const wallet = await money.wallet();
    expect([wallet.principalFen, wallet.bonusFen]).toEqual([plan.priceFen, plan.bonusFen]);
    await phone.waitForText(formatYuan(plan.priceFen + plan.bonusFen), '.t-balance');
    await shot('paid');

    await phone.back();
    await phone.back();
    await phone.waitForText(formatYuan(plan.priceFen), '.t-principal');
    await shot('wallet');
    await phone.tap('.t-wallet-statement');
    await phone.waitFor('.line-top_up');
    const { lines, closingFen, sealHash } = await money.statement();
    expect(lines).toHaveLength(1);
    expect(closingFen).toBe(wallet.principalFen + wallet.bonusFen);
    await phone.waitForText(formatYuan(closingFen), '.t-closing');
    await phone.waitForText(sealHash.slice(-4), '.t-check');
    await shot('statement');
    await phone.back();

    await phone.tap('.t-wallet-contracts');
    await phone.tap('.t-contract');
    await phone.waitFor('.t-signature');
    await shot('contract');
    expect(money.topUps()).toMatchObject({ sent: 1, answered: 1 });
    expect(await client.token()).not.toBe('');
  });
});

describe('a payment that does not go as wished', () => {
  it('says that nothing was charged after a cancellation, and the kept order can be paid', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    const plan = await money.plan();
    await phone.answer({ payment: 'cancel' });
    await money.signFor(plan);
    await phone.tap('.t-buy-submit');
    await phone.waitFor('.t-outcome-cancelled');
    expect(await phone.text('.t-outcome')).toContain('没有扣款');
    expect((await money.wallet()).principalFen).toBe(0);
    await phone.answer({ payment: 'success' });
    await phone.tap('.t-order-pay');
    await phone.waitFor('.t-outcome-done');
    expect((await money.wallet()).principalFen).toBe(plan.priceFen);
    expect((await money.orders()).map(({ state }) => state)).toEqual(['paid']);
  });

  it('says that it failed without a charge, and shows the order on the membership page', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    await phone.answer({ payment: 'fail' });
    await money.signFor(await money.plan());
    await phone.tap('.t-buy-submit');
    await phone.waitFor('.t-outcome-failed');
    await phone.back();
    await phone.back();
    await phone.tap('.t-notice-unpaid');
    await phone.waitForPage('packages/wallet/order/index');
    await phone.waitFor('.t-order-pay');
    expect((await money.wallet()).principalFen).toBe(0);
  });

  it('goes on confirming while nobody knows, also after she left the page, and shows the balance once it is known', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    const plan = await money.plan();
    await wechatIsSilent();
    await money.signFor(plan);
    await phone.tap('.t-buy-submit');
    await phone.waitFor('.t-outcome-confirming');
    expect(await phone.count('.t-order-pay')).toBe(0);
    await phone.back();
    await phone.back();
    await phone.tap('.t-wallet-orders');
    await phone.waitFor('.t-order-confirming');
    await phone.back();
    await phone.tap('.t-notice-unpaid');
    await phone.waitFor('.t-outcome-confirming');
    await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
    await phone.waitFor('.t-outcome-done');
    await phone.waitForText(formatYuan(plan.priceFen), '.t-principal');
  });

  it('opens one order and one cashier when the button is tapped twice', async () => {
    const { money } = await aPayer();
    await money.signFor(await money.plan());
    await money.phone.doubleTap('.t-buy-submit');
    await money.phone.waitFor('.t-outcome-done');
    expect(money.topUps()).toMatchObject({ sent: 1, answered: 1 });
    expect(await money.orders()).toHaveLength(1);
    const { calls } = await money.phone.report();
    expect(calls.filter(({ name }) => name === 'requestPayment')).toHaveLength(1);
  });

  it('opens one order when the answer is lost, under one key', async () => {
    const { money } = await aPayer();
    await money.signFor(await money.plan());
    money.phone.line.loseAnswers(TOP_UP);
    await money.phone.tap('.t-buy-submit');
    await money.phone.waitFor('.t-outcome-done');
    const { sent, keys } = money.topUps();
    expect([sent, keys.size]).toEqual([2, 1]);
    expect(await money.orders()).toHaveLength(1);
  });
});

describe('an app that was killed', () => {
  it('goes on with the same top-up when it was killed before any answer came', async () => {
    const { client, money } = await aPayer();
    const plan = await money.plan();
    await money.signFor(plan);
    money.phone.line.loseAnswers(TOP_UP, 3);
    await money.phone.tap('.t-buy-submit');
    await money.phone.waitFor('.t-unsettled');
    const again = await aPayer({ storage: await client.phone.storage() });
    await again.money.openWallet();
    await again.money.phone.tap('.t-wallet-top-up');
    await again.money.phone.tap(`.t-plan-${plan.id}`);
    await again.money.phone.tap('.t-unsettled-retry');
    await again.money.phone.waitForPage('packages/wallet/order/index');
    expect(again.money.topUps().keys).toEqual(money.topUps().keys);
    expect(await again.money.orders()).toHaveLength(1);
  });

  it('asks what became of a payment that nobody had confirmed', async () => {
    const { client, money } = await aPayer();
    const plan = await money.plan();
    await wechatIsSilent();
    await money.signFor(plan);
    await money.phone.tap('.t-buy-submit');
    await money.phone.waitFor('.t-outcome-confirming');
    const again = await aPayer({ storage: await client.phone.storage() });
    await again.money.openWallet();
    await again.money.phone.tap('.t-notice-unpaid');
    await again.money.phone.waitFor('.t-outcome-confirming');
    await fetch(`${system.sandboxOrigin}/_sandbox/faults`, { method: 'DELETE' });
    await again.money.phone.waitFor('.t-outcome-done');
    expect((await again.money.wallet()).principalFen).toBe(plan.priceFen);
  });
});

describe('the pages around the wallet', () => {
  it('draw a member code with digits that can be read out, and say when the line is broken', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    await phone.switchTab('我的');
    await phone.tap('.t-me-code');
    await phone.waitForText('秒后换新码', '.t-code-countdown');
    const { shown } = await money.ask<{ shown: string }>('/client/member-code');
    expect((await phone.text('.t-code-digits')).slice(0, 7)).toBe(shown.slice(0, 7));
    expect((await phone.attributes('.t-code-picture'))?.['style']).toContain('data:image/svg+xml');
    await phone.back();
    phone.line.online = false;
    await phone.tap('.t-me-code');
    await phone.waitForText('网络好像断开了');
    phone.line.online = true;
    await phone.tap('.t-retry');
    await phone.waitFor('.t-code-digits');
  });

  it('give value back by the ground that she chose, and back again when she withdraws', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    const plan = await money.plan();
    await money.signFor(plan);
    await phone.tap('.t-buy-submit');
    await phone.waitFor('.t-outcome-done');
    await phone.tap('.t-order-refund');
    await phone.tap('.t-basis-own_reason');
    await phone.input('.t-refund-reason', '要搬到外地，用不到了');
    await phone.tap('.t-refund-submit');
    await phone.waitFor('.t-open-refund');
    expect((await money.wallet()).heldFen).toBe(plan.priceFen + plan.bonusFen);
    await phone.tap('.t-refund-withdraw');
    await phone.waitFor('.t-refund-submit');
    expect((await money.wallet()).heldFen).toBe(0);
  });

  it('ask for a number when the wallet is opened first, once, and take no for an answer', async () => {
    const client = await ClientPhone.open(system);
    open.push(client);
    const money = new MoneyPhone(client);
    await money.openWallet();
    await client.phone.tap('.t-phone-skip');
    await client.phone.waitFor(async () => (await client.phone.count('.t-phone-sheet')) === 0);
    await client.phone.back();
    await money.openWallet();
    expect(await client.phone.count('.t-phone-sheet')).toBe(0);
  });

  it('lead from a month without movements to where there are some, or to the first one', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    await money.openWallet();
    await phone.tap('.t-wallet-statement');
    await phone.waitForText('去充值', '.t-empty-action');
    await phone.tap('.t-month-earlier');
    await phone.waitForText('回到本月', '.t-empty-action');
    await phone.tap('.t-empty-action');
    await phone.waitForText('去充值', '.t-empty-action');
    await phone.tap('.t-empty-action');
    await phone.waitForPage('packages/wallet/plans/index');
  });

  it('open one by one, empty, without a complaint', async () => {
    const { money } = await aPayer();
    const { phone } = money;
    await money.openWallet();
    for (const row of ['statement', 'orders', 'contracts', 'refund']) {
      await phone.tap(`.t-wallet-${row}`);
      await phone.waitFor(async () => (await phone.stack()).length === 3);
      await phone.waitFor(async () => (await phone.count('.skeleton')) === 0);
      await phone.background();
      await phone.foreground();
      await phone.back();
    }
  });
});
