import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MoneyScreens, go } from './money-screens.js';
import { OPEN_MS } from './stage.js';
import type { Member, Till } from './till.js';

/** The most that a plan may cost, or a row of a protocol bring along. */
const MOST_FEN = 100_000_000;
const LONGEST_NAME = '欧阳司徒上官'.repeat(5);

let screens: MoneyScreens;
let till: Till;

beforeAll(async () => {
  screens = await MoneyScreens.open();
  ({ till } = screens);
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

/** Somebody who moved in with eight million, has bought the dearest plan at the desk and on the phone, and has used some. */
async function aFortune(): Promise<{ member: Member; orderNo: string }> {
  await till.asStaff('owner', '/staff/membership-settings', { cardCapFen: null }, 'PATCH');
  const plan = await till.aPlan({
    ...{ name: `尊享至臻${'年度护理储值方案'.repeat(4)}` },
    ...{ priceFen: MOST_FEN, bonusFen: MOST_FEN },
    refundTerms: '余额随时可退，不收手续费。'.repeat(12),
  });
  const member = await till.aMember(LONGEST_NAME);
  const { memberNo } = await till.asStaff<{ memberNo: string }>(
    'owner',
    `/staff/clients/${member.id}`,
  );
  const brought = { memberNo, principalFen: MOST_FEN, paidOn: '2025-03-05' };
  const opened = await till.asStaff<{ imported: boolean }>('owner', '/staff/opening-balances', {
    ...{ storeId: till.storeId, protocolNo: randomUUID(), validEverywhere: true, dryRun: false },
    ...{ confirmed: true, rows: Array.from({ length: 8 }, () => brought) },
  });
  expect(opened.imported).toBe(true);
  await till.sell(member, plan);
  const orderNo = await till.payOnPhone(member, plan);
  await till.charge(member, 987_654.5);
  return { member, orderNo };
}

/** What the client's own reason would give back now, in fen. */
async function quoteOf({ id }: Member): Promise<number> {
  const { bases } = await till.asStaff<{ bases: { cause: string; amountFen: number }[] }>(
    'manager',
    `/staff/clients/${id}/refund-quote`,
  );
  return bases.find(({ cause }) => cause === 'own_reason')?.amountFen ?? 0;
}

it('the largest amounts and the longest names stand whole at every width', async () => {
  const { member, orderNo } = await aFortune();
  const pages: [string, string][] = [
    ['wallet', `/clients/${member.id}`],
    ['orders', '/finance/orders'],
    ['order', `/finance/orders/${orderNo}`],
    ['sales', '/finance/sales'],
    ['ledger', '/finance/ledger'],
    ['plans', '/settings/plans'],
    ['limits', '/settings/limits'],
    ['contract', '/settings/contract'],
  ];
  const desk = await screens.signedIn('owner');
  for (const [page, path] of pages) {
    await go(desk, path);
    await desk.page.locator('main .tabular, main form, main p').first().waitFor();
    await screens.lookAtWidths(desk.page, `hostile-${page}`);
  }
  await till.askRefund(member, await quoteOf(member));
  await go(desk, '/finance/refunds');
  await desk.at('value-refunds').getByText(LONGEST_NAME).waitFor();
  await screens.lookAtWidths(desk.page, 'hostile-refunds');
  await go(desk, `/clients/${member.id}`);
  await desk.at('wallet-open-refund').waitFor();
  await screens.lookAtWidths(desk.page, 'hostile-wallet-held');
  for (const view of ['储值余额', '扣款', '协议']) {
    await desk.at('wallet-views').getByText(view).click();
    await desk.at('wallet').locator('li').first().waitFor();
    await screens.lookAtWidths(desk.page, `hostile-${view}`);
  }
  await go(desk, '/finance/ledger');
  await desk.page.locator('[data-testid^="seal-"]').first().click();
  await desk.at('seal').waitFor();
  await screens.lookAtWidths(desk.page, 'hostile-seal');
});
