import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { Phone } from './phone.js';
import { Purse } from './purse.js';
import { expectSound } from './soundness.js';
import { OPEN_MS, Stage } from './stage.js';

const WIDTHS = [390, 320];
const HEIGHT = 844;
const MONEY = /\/api\/client\/(wallet|top-up|orders|member-code|contracts|stored-value)/;
const MOST_FEN = 999_999_999;
const LONGEST_NAME = '欧阳司徒上官'.repeat(5);
const MANY = 100;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.open();
}, OPEN_MS);
afterEach(() => stage.clear());
afterAll(() => stage.close());

type Page = readonly [name: string, path: string];

const LISTS: readonly Page[] = [
  ['wallet', 'home/index'],
  ['plans', 'plans/index'],
  ['statement', 'statement/index'],
  ['orders', 'orders/index'],
  ['contracts', 'contracts/index'],
  ['refund', 'refund/index'],
  ['code', 'code/index'],
];

/** A client whose number is known. */
async function aClient(): Promise<Purse> {
  const phone = await Phone.open(stage);
  await phone.bindNumber(stage.system);
  return new Purse(stage, phone);
}

/** One who has paid for a plan. @returns with the pages that need something of hers */
async function aPayer(): Promise<{ purse: Purse; pages: readonly Page[] }> {
  const purse = await aClient();
  const plan = await purse.plan();
  await purse.openPlan(plan);
  await purse.sign();
  await purse.payAt('success');
  await purse.phone.at('.t-outcome-done').waitFor();
  const { orderNo, contractId } = await purse.order();
  const own: Page[] = [
    ['buy', `buy/index?planId=${plan.id}`],
    ['order', `order/index?orderNo=${orderNo}`],
    ['contract', `contract/index?id=${contractId}`],
  ];
  return { purse, pages: [...LISTS, ...own] };
}

/** Opens a page as if by its address, and waits until it says something. */
async function open({ phone }: Purse, path: string): Promise<void> {
  await phone.page.goto('about:blank');
  await phone.page.goto(`/m/#/packages/wallet/${path}`);
  await phone.at('.page').waitFor();
}

/** Looks at pages at the width of a usual phone and of the smallest. */
async function lookAt(
  purse: Purse,
  pages: readonly Page[],
  state: string,
  ready: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const { page } = purse.phone;
  const unsound: string[] = [];
  for (const [name, path] of pages) {
    await open(purse, path);
    await ready();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await stage.shot(page, `states-${width}-${state}-${name}`);
      await expectSound(page).catch((error: Error) =>
        unsound.push(`${name} at ${width}: ${error.message}`),
      );
    }
  }
  expect(unsound).toEqual([]);
}

/** The same answer with the largest amounts, the longest names, and many of everything. */
function swollen(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => swollen(each, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, swollen(one, name)]),
    );
  if (typeof value === 'number' && /(?:Fen|After)$/.test(key)) return Math.sign(value) * MOST_FEN;
  return typeof value === 'string' && /^(?:name|title|storeName|byName|tier)$/.test(key)
    ? LONGEST_NAME
    : value;
}

/** As many as a busy client has after years, each with a number of its own. */
function many(list: readonly object[], key: string): object[] {
  return Array.from({ length: MANY }, (_, n) => ({ ...list[n % list.length], [key]: `9${n}` }));
}

async function swell(route: Route): Promise<void> {
  if (route.request().method() !== 'GET') return route.fallback();
  const response = await route.fetch();
  const { pathname } = new URL(route.request().url());
  const body = swollen(await response.json()) as Record<string, unknown>;
  if (pathname.endsWith('/client/wallet'))
    Object.assign(body, { frozen: true, heldFen: MOST_FEN, owedFen: MOST_FEN });
  if (pathname.endsWith('/statement')) body['lines'] = many(body['lines'] as object[], 'txId');
  if (pathname.endsWith('/orders')) body['items'] = many(body['items'] as object[], 'orderNo');
  return route.fulfill({ response, json: body });
}

describe('every page of the wallet, at 390 and 320', () => {
  it('stands when there is something in it', async () => {
    const { purse, pages } = await aPayer();
    await lookAt(purse, pages, 'full');
  });

  it('stands with the largest amounts, the longest names and a hundred lines', async () => {
    const { purse, pages } = await aPayer();
    await purse.phone.page.route(MONEY, swell);
    await lookAt(purse, pages, 'hostile');
  });

  it('says what to do next when there is nothing yet', async () => {
    await lookAt(await aClient(), LISTS, 'empty');
  });

  it('is grey lines while it loads', async () => {
    const purse = await aClient();
    // Never answered.
    await purse.phone.page.route(MONEY, () => undefined);
    for (const [name, path] of LISTS) {
      await open(purse, path);
      await purse.phone.at('[aria-busy="true"], .skeleton').waitFor();
      await stage.glimpse(purse.phone.page, `states-390-loading-${name}`);
    }
  });

  it.each([
    ['broken', (route: Route) => route.fulfill({ status: 500, body: '<html>Bad</html>' })],
    ['busy', (route: Route) => route.fulfill({ status: 503, body: '<html>Busy</html>' })],
    ['offline', (route: Route) => route.abort('internetdisconnected')],
  ])('offers another try when the house is %s', async (state, answer) => {
    const purse = await aClient();
    await purse.phone.page.route(MONEY, answer);
    await lookAt(purse, LISTS, state, () => purse.phone.at('#retry').waitFor());
  });
});
