import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD, type Desk } from './desk.js';
import { MoneyScreens, confirm, go, more, showsFen } from './money-screens.js';
import { OPEN_MS } from './stage.js';
import type { Member, Till } from './till.js';

const PHONE = { width: 390, height: 844 };

let screens: MoneyScreens;
let till: Till;

beforeAll(async () => {
  screens = await MoneyScreens.open();
  ({ till } = screens);
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

const look = (page: Page, name: string): Promise<void> => screens.look(page, name);
const signedIn = (username: string): Promise<Desk> => screens.signedIn(username);
const atFile = (username: string, member: Member): Promise<Desk> =>
  screens.atFile(username, member);

describe('a wallet at the desk', () => {
  it('takes a top-up for cash after showing what she will have', async () => {
    const member = await till.aMember('林晓雯');
    const desk = await atFile('desk', member);
    await desk.at('empty').first().waitFor();
    await look(desk.page, 'desk-wallet-empty');
    await desk.at('wallet-top-up').click();
    await desk.at(`plan-${till.plan.id}`).click();
    await look(desk.page, 'desk-top-up');
    await desk.at('top-up-next').click();
    await desk.at('top-up-principal-after').waitFor();
    await look(desk.page, 'desk-top-up-review');
    await desk.at('top-up-confirm').dblclick();
    await showsFen(desk, 'wallet-principal', 100_000);
    await showsFen(desk, 'wallet-bonus', 20_000);
    expect(await desk.at('top-up-reverse').count()).toBe(0);
  });

  it('is charged with the code of its own client only, as foretold', async () => {
    const member = await till.aMember('周雨桐');
    const stranger = await till.aMember('何思远');
    await till.sell(member);
    await till.sell(stranger);
    const desk = await atFile('desk', member);
    await desk.at('wallet-spend').click();
    await desk.at('spend-amount').fill('300');
    await desk.at('spend-title').fill('肩颈舒缓');
    await desk.at('spend-code').fill(await till.codeOf(stranger));
    await desk.at('spend-next').click();
    await desk.page.getByText('这是何思远的会员码').waitFor();
    await look(desk.page, 'desk-spend-stranger');
    await desk.at('spend-code').fill(await till.codeOf(member));
    await desk.at('spend-next').click();
    await desk.at('spend-principal').waitFor();
    const told = await desk.at('spend-principal').innerText();
    await look(desk.page, 'desk-spend-review');
    await desk.at('spend-confirm').click();
    await desk.at('spend').waitFor({ state: 'detached' });
    await desk.at('statement-lines').getByText('肩颈舒缓').waitFor();
    expect(told).toBe('¥100.00');
    await showsFen(desk, 'wallet-principal', 90_000);
    await showsFen(desk, 'wallet-bonus', 0);
    await look(desk.page, 'desk-wallet');
  });

  it('opens a line of the statement to its entry for those who keep the books', async () => {
    const member = await till.aMember('许诺');
    await till.sell(member);
    await till.charge(member, 300);
    const desk = await atFile('finance', member);
    await desk.at('statement-line-spend').click();
    await desk.at('trace-postings').waitFor();
    expect(await desk.at('trace-postings').locator('li').count()).toBe(2);
    await look(desk.page, 'desk-trace');
    await desk.page.keyboard.press('Escape');
    for (const [view, landmark] of [
      ['储值余额', 'wallet-lots'],
      ['扣款', 'wallet-spends'],
      ['协议', 'wallet-contracts'],
    ] as const) {
      await desk.at('wallet-views').getByText(view).click();
      await desk.at(landmark).locator('li').first().waitFor();
      await look(desk.page, `desk-${landmark}`);
    }
    await desk.page.setViewportSize(PHONE);
    await desk.at('wallet-views').getByText('明细').click();
    await desk.at('wallet').scrollIntoViewIfNeeded();
    await look(desk.page, 'narrow-wallet');
  });

  it('can be stopped and let go again, and does nothing in between', async () => {
    const member = await till.aMember('沈嘉怡');
    await till.sell(member);
    const desk = await atFile('desk', member);
    await more(desk, 'freeze');
    await desk.at('freeze-reason').fill('顾客来电说手机丢了');
    await confirm(desk, 'freeze');
    await desk.at('wallet-frozen').waitFor();
    expect([await desk.at('wallet-spend').count(), await desk.at('wallet-top-up').count()]).toEqual(
      [0, 0],
    );
    await look(desk.page, 'desk-wallet-frozen');
    await more(desk, 'unfreeze');
    await desk.at('freeze-reason').fill('顾客已找回手机');
    await confirm(desk, 'freeze');
    await desk.at('wallet-spend').waitFor();
  });

  it('hands value on to another client for who knows her password', async () => {
    const [giver, taker] = [await till.aMember('唐若溪'), await till.aMember('白玉兰')];
    await till.sell(giver);
    const desk = await atFile('desk', giver);
    await more(desk, 'transfer');
    await desk.at('transfer-to').fill('白玉兰');
    await desk.at(`client-option-${taker.id}`).click();
    await desk.at('transfer-code').fill(await till.codeOf(giver));
    await desk.at('transfer-reason').fill('转给妹妹');
    await desk.at('transfer-password').fill('not the password');
    await look(desk.page, 'desk-transfer');
    await desk.at('transfer-next').click();
    await desk.at('transfer-confirm').click();
    await desk.at('transfer-error').waitFor();
    await desk.at('transfer-back').click();
    await desk.at('transfer-password').fill(DEMO_PASSWORD);
    await confirm(desk, 'transfer');
    await go(desk, `/clients/${taker.id}`);
    await showsFen(desk, 'wallet-principal', 100_000);
  });

  it('undoes a sale that was entered wrongly, for a manager', async () => {
    const member = await till.aMember('宋词');
    await till.sell(member);
    const desk = await atFile('manager', member);
    await desk.at('top-up-reverse').click();
    await desk.at('reverse-reason').fill('金额录错');
    await desk.at('reverse-next').click();
    await look(desk.page, 'desk-reverse');
    await desk.at('reverse-confirm').click();
    await desk.at('reverse').waitFor({ state: 'detached' });
    await desk.at('top-up-reverse').waitFor({ state: 'detached' });
    await showsFen(desk, 'wallet-principal', 0);
  });
});

describe('a refund', () => {
  it('needs two people, and is written down as paid by hand', async () => {
    const member = await till.aMember('顾盼');
    await till.sell(member);
    await till.charge(member, 300);
    const manager = await atFile('manager', member);
    await more(manager, 'refund');
    await manager.at('refund-own_reason').click();
    await manager.at('refund-lots').locator('summary').click();
    await manager.at('refund-reason').fill('顾客搬家');
    await look(manager.page, 'desk-refund');
    await manager.at('refund-next').click();
    await manager.at('refund-confirm').waitFor();
    await look(manager.page, 'desk-refund-review');
    await manager.at('refund-confirm').click();
    await manager.at('wallet-open-refund').waitFor();
    await manager.at('wallet-held').and(manager.page.locator(':not([data-fen="0"])')).waitFor();
    await go(manager, '/finance/refunds');
    const own = manager.at('value-refunds').locator('li', { hasText: '顾盼' }).first();
    await own.getByTestId('decide-own').waitFor();
    expect(await own.getByTestId('decide-approve').isDisabled()).toBe(true);
    await look(manager.page, 'desk-refunds-own');
    await own.getByTestId('decide-withdraw').click();
    await look(manager.page, 'desk-refund-withdraw');
    await manager.page.keyboard.press('Escape');

    const finance = await signedIn('finance');
    await go(finance, '/finance/refunds');
    const row = finance.at('value-refunds').locator('li', { hasText: '顾盼' }).first();
    await row.getByTestId('decide-approve').click();
    await confirm(finance, 'decide');
    await finance.at('value-refunds-view').getByText('待付款').click();
    await row.getByTestId('pay-out-1').waitFor();
    await look(finance.page, 'desk-refunds-to-pay');
    await row.getByTestId('pay-out-1').click();
    await finance.at('pay-out-reference').fill('HD20261122001');
    await confirm(finance, 'pay-out');
    await finance.at('value-refunds-view').getByText('全部').click();
    await finance.page.locator('[data-state="paid"]', { hasText: '顾盼' }).waitFor();
    await go(finance, `/clients/${member.id}`);
    await showsFen(finance, 'wallet-principal', 0);
  });
});

describe('the books', () => {
  it('show an order with what WeChat told, and ask again on demand', async () => {
    const member = await till.aMember('江南');
    const orderNo = await till.payOnPhone(member);
    const desk = await signedIn('finance');
    await go(desk, '/finance');
    await desk.at(`order-${orderNo}`).waitFor();
    await look(desk.page, 'desk-orders');
    await desk.at(`order-${orderNo}`).click();
    await desk.at('order-notifications').waitFor();
    await desk.at('order-refresh').click();
    await desk.page.getByText('已核对').waitFor();
    expect(await desk.at('order').getAttribute('data-state')).toBe('paid');
    await look(desk.page, 'desk-order');
    await go(desk, '/finance/orders');
    await desk.at('orders-stuck').click();
    await desk.at(`order-${orderNo}`).waitFor({ state: 'detached' });
    await look(desk.page, 'desk-orders-stuck');
  });

  it('tell what is owed and whether they are whole, in words', async () => {
    await till.sell(await till.aMember('安然'));
    const desk = await signedIn('owner');
    await go(desk, '/finance/ledger');
    await desk.at('liability').waitFor();
    await desk.at('verify-run').click();
    await desk.at('verify-ok').waitFor();
    await look(desk.page, 'desk-ledger');
    await desk.at('seal-1').click();
    await desk.at('seal').getByText('签名正确，留底一致').waitFor();
    await look(desk.page, 'desk-seal');
    await go(desk, '/finance/sales');
    await desk.at('sales').waitFor();
    await look(desk.page, 'desk-sales');
  });

  it('take over opening balances once every cell is right', async () => {
    const member = await till.aMember('孟夏');
    const { memberNo } = await till.asStaff<{ memberNo: string }>(
      'owner',
      `/staff/clients/${member.id}`,
    );
    const desk = await signedIn('manager');
    await go(desk, '/finance/opening');
    await desk.at('opening-protocol').fill(`QC-${Date.now()}`);
    await desk.at('opening-sheet').fill(`会员号\t剩余本金\n${memberNo}\t500\t50\t1000\t2099-01-01`);
    await desk.at('opening-look').click();
    await desk.at('opening-faults').waitFor();
    expect(await desk.at('opening-table').locator('[data-bad]').count()).toBe(1);
    await look(desk.page, 'desk-opening');
    await desk.at('opening-sheet').fill(`${memberNo},500,50,1000,2025-03-05`);
    await desk.at('opening-look').click();
    await desk.at('opening-clean').waitFor();
    await desk.at('opening-import').click();
    await desk.at('opening-done').waitFor();
    await look(desk.page, 'desk-opening-done');
  });
});

describe('what others do meanwhile', () => {
  const shows = (desk: Desk, fen: number) =>
    desk.page.locator(`[data-testid="wallet-principal"][data-fen="${fen}"]`).waitFor();

  it('is seen at an open file without a touch: a sale, a charge, value that was handed on', async () => {
    const [member, taker] = [await till.aMember('商时序'), await till.aMember('苏眉')];
    const [desk, takers] = [await atFile('desk', member), await atFile('desk', taker)];
    await desk.at('empty').first().waitFor();
    await till.sell(member);
    await shows(desk, 100_000);
    await till.charge(member, 300);
    await shows(desk, 90_000);
    await desk.at('statement-lines').getByText('面部清洁护理').waitFor();
    await till.asStaff('desk', `/staff/clients/${member.id}/transfers`, {
      ...{ storeId: till.storeId, toClientId: taker.id, reason: '转给妹妹' },
      ...{ code: await till.codeOf(member), password: DEMO_PASSWORD },
    });
    await shows(desk, 0);
    await shows(takers, 90_000);
  });

  it('is seen on the pages of finance: a sale, its reversal, a refund that was paid', async () => {
    const [buyer, leaver] = [await till.aMember('纪晓岚'), await till.aMember('云归')];
    await till.sell(leaver);
    const refund = `/staff/stored-value-refunds/${await till.askRefund(leaver, 100_000)}`;
    await till.asStaff('owner', `${refund}/approve`, {});
    const [sales, refunds] = [await signedIn('finance'), await signedIn('finance')];
    await go(sales, '/finance/sales');
    await sales.at('sales').waitFor();
    await go(refunds, '/finance/refunds');
    await refunds.at('value-refunds-view').getByText('待付款').click();
    const waiting = refunds.at('value-refunds').locator('li', { hasText: leaver.name });
    await waiting.waitFor();
    await till.sell(buyer);
    const row = sales.at('sales').locator('tr', { hasText: buyer.name });
    await row.getByText('已到账').waitFor();
    const { items } = await till.asStaff<{ items: { id: string }[] }>(
      'manager',
      `/staff/top-ups?storeId=${till.storeId}&customerId=${buyer.id}`,
    );
    await till.asStaff('manager', `/staff/top-ups/${items[0]?.id}/reverse`, { reason: '录错了' });
    await row.getByText('已冲正').waitFor();
    const payout = { way: 'bank_transfer', reference: 'HD20261122003' };
    await till.asStaff('finance', `${refund}/items/1/pay-out`, payout);
    await waiting.waitFor({ state: 'detached' });
  });
});

describe('the settings', () => {
  it('change a plan, keep what it said before, and show what a client will read', async () => {
    const plan = await till.aPlan();
    const desk = await signedIn('owner');
    await go(desk, '/settings');
    await desk.at('plans').waitFor();
    await look(desk.page, 'desk-plans');
    await desk.at(`plan-edit-${plan.id}`).click();
    await desk.at('plan-bonus').fill('220');
    await desk.at('plan-preview').getByText('¥1,220.00').waitFor();
    await look(desk.page, 'desk-plan');
    await desk.at('plan-save').click();
    await desk.at('plan-form').waitFor({ state: 'detached' });
    await desk.at(`plan-history-${plan.id}`).click();
    await desk.at('plan-history').waitFor();
    expect(await desk.at('plan-history').locator('li').count()).toBe(2);
    await look(desk.page, 'desk-plan-history');
    await go(desk, '/settings/contract');
    await desk.at('contract-new').click();
    await desk.at('contract-body').waitFor();
    await look(desk.page, 'desk-contract');
    await go(desk, '/settings/limits');
    await desk.at('limits').waitFor();
    await look(desk.page, 'desk-limits');
  });

  it('are not there for the front desk, and neither are the finances', async () => {
    const desk = await signedIn('desk');
    expect([await desk.at('nav-finance').count(), await desk.at('nav-settings').count()]).toEqual([
      0, 0,
    ]);
  });
});

it('offers another try wherever money could not be loaded', async () => {
  const member = await till.aMember('夏至');
  const desk = await signedIn('owner');
  const paths = [
    `/clients/${member.id}`,
    ...['orders', 'refunds', 'sales', 'ledger'].map((part) => `/finance/${part}`),
    ...['plans', 'contract', 'limits'].map((part) => `/settings/${part}`),
  ];
  const tabs = await desk.tabs(paths.length);
  // All at once: each of them tries again by itself for some seconds before it gives up.
  const money =
    /\/staff\/(.*wallet|clients\/\w+\/page|payment|stored|top-ups|ledger|contract|membership)/;
  for (const tab of tabs) await tab.route(money, (route) => route.abort('connectionrefused'));
  await Promise.all(tabs.map((tab, at) => tab.goto(`/console${paths[at]}`)));
  for (const [at, tab] of tabs.entries()) {
    await tab.bringToFront();
    await tab.getByTestId('failure').first().waitFor();
    await look(tab, `desk-failed-${paths[at]?.split('/').at(-1)?.slice(0, 8)}`);
  }
});
