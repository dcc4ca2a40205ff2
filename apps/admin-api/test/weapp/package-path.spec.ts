import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { DEMO_PASSWORD } from '../browser/desk.js';
import { Salon } from '../browser/salon.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { RunningSystem } from '../support/running-system.js';
import { ClientPhone, MOST_SET_DATA_BYTES } from './client-phone.js';
import { MoneyPhone } from './money-phone.js';

type Schemas = components['schemas'];
type PackagePlan = Schemas['OfferedPackageDto'];

const CHROMIUM = process.env['YANCE_CHROMIUM'] ?? '/usr/bin/chromium';

let schema: FreshSchema;
let system: RunningSystem;
let salon: Salon;
let shots: string;
let open: ClientPhone[] = [];

beforeAll(async () => {
  schema = await freshSchema();
  system = await RunningSystem.start({ databaseUrl: schema.url, demo: true });
  salon = await Salon.visit(system);
  shots = process.env['YANCE_SHOTS'] ?? mkdtempSync(path.join(os.tmpdir(), 'yance-shots-'));
  mkdirSync(shots, { recursive: true });
}, 300_000);

afterEach(async () => {
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

async function asStaff<T>(username: string, to: string, body: object): Promise<T> {
  const credentials = { username, password: DEMO_PASSWORD };
  const session = await system.call('/staff/session', { body: credentials });
  const { token } = session.body as { token: string };
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await system.call(to, { token, body, headers });
  if (answer.status >= 300) throw new Error(`${to}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}

/** Ten sessions and two on top of a service that is booked on the phone. */
const aPlan = (): Promise<PackagePlan> =>
  asStaff('owner', '/staff/package-plans', {
    ...{ name: `疗程十次卡（${randomInt(10_000)}）`, kind: 'fixed', priceFen: 150_000 },
    ...{ validDays: 365, usesPerDay: null, validEverywhere: true, onPhone: true, sort: 1 },
    ...{ refundTerms: '余次随时可退。', ownReasonBasis: 'list_price', state: 'on_sale' },
    storeIds: [salon.store.id],
    items: [
      {
        ...{ name: salon.service.name, serviceIds: [salon.service.id], sessions: 10 },
        ...{ giftSessions: 2, listPriceFen: 20_000 },
      },
    ],
  });

it('a package is bought, a visit is booked with it, the desk’s use is seen at once and disputed', async () => {
  const client = await ClientPhone.open(system, { chromium: CHROMIUM });
  open.push(client);
  await client.bindNumber();
  const money = new MoneyPhone(client);
  const { phone } = client;
  const shot = async (name: string): Promise<void> => {
    await phone.screenshot(path.join(shots, `weapp-${name}.png`));
  };
  const plan = await aPlan();

  await money.openWallet();
  await phone.tap('.t-wallet-cards');
  await phone.waitForPage('packages/cards/home/index');
  await phone.waitForText('还没有次卡');
  await phone.tap('.t-cards-plans');
  await phone.tap(`.t-card-plan-${plan.id}`);
  await phone.waitForPage('packages/cards/buy/index');
  await phone.waitFor('.t-contract-box');
  await money.sign();
  await shot('card-buy');
  await phone.tap('.t-buy-submit');
  await phone.waitForPage('packages/wallet/order/index');
  await phone.waitFor('.t-outcome-done');
  await phone.tap('.t-order-cards');
  await phone.waitForText('剩 12 / 12 次', '.t-left');
  await shot('cards');

  const start = (await salon.freeStarts())[1]!;
  await client.fillIn(salon.service, start);
  await phone.waitFor('.t-session-choice.is-on');
  await phone.waitForText('用后还剩 11 次', '.t-session-choice');
  await shot('book-with-card');
  await phone.tap('.t-book-submit');
  await phone.waitForText('预约已提交', '.t-booked');
  await phone.tap('.t-booked-open');
  await phone.waitForPage('packages/visit/detail/index');
  await phone.waitFor('.t-visit-session');
  await shot('visit-with-card');

  const { items } = await money.ask<{ items: Schemas['PackageDto'][] }>('/client/packages');
  expect(items[0]?.items[0]).toMatchObject({ left: 12, reserved: 1 });
  const me = await money.ask<{ id: string }>('/client/me');
  await asStaff('desk', `/staff/clients/${me.id}/session-uses`, {
    ...{ storeId: salon.store.id, serviceId: salon.service.id, useSession: 'auto' },
    slipNo: `QZ${randomInt(1_000_000_000)}`,
  });
  await phone.tap({ css: '.link-row', text: plan.name });
  await phone.waitForPage('packages/cards/detail/index');
  await phone.waitForText('剩 11 / 12 次', '.t-left');
  await phone.waitForText('其中 1 次已为您的预约留着', '.t-kept');
  await phone.tap('.t-use');
  await shot('card-used');
  await phone.tap({ css: '.button', text: '这次不对' });
  await phone.tap({ css: '.button', text: '告诉门店这次不对' });
  await phone.waitForText('您已提出异议', '.t-disputed');
  await shot('card-disputed');

  const detail = await money.ask<Schemas['PackageDetailDto']>(`/client/packages/${items[0]?.id}`);
  expect(detail.uses.map(({ disputedAt }) => disputedAt === null)).toEqual([false]);
  await phone.back();
  await money.openWallet();
  await phone.tap('.t-wallet-statement');
  await phone.waitFor('.line-session_use');
  await shot('card-statement');
  const { lines } = await money.statement();
  expect(lines.map(({ kind }) => kind)).toEqual(['session_use', 'session_reserve', 'package']);

  // A session that a visit keeps stands in the way of giving the card back; without it the client asks, and thinks again.
  const packageId = items[0]?.id ?? '';
  const backToCard = async (): Promise<void> => {
    await money.openWallet();
    await phone.tap('.t-wallet-cards');
    await phone.tap(`.t-card-${packageId}`);
    await phone.waitForPage('packages/cards/detail/index');
    await phone.tap('.t-card-refund');
    await phone.waitForPage('packages/cards/refund/index');
  };
  await phone.back();
  await backToCard();
  await phone.waitForText('有次数已为预约留着');
  await shot('card-refund-kept');
  const visits = await money.ask<{ items: { id: string }[] }>(
    '/client/appointments?scope=upcoming',
  );
  for (const { id } of visits.items)
    await asStaff('desk', `/staff/appointments/${id}/cancel`, { reason: '顾客改期' });
  await phone.back();
  await phone.tap('.t-card-refund');
  await phone.tap('.t-basis-own_reason');
  await phone.input('.t-refund-reason', '要搬到外地，用不到了');
  await shot('card-refund');
  await phone.tap('.t-refund-submit');
  await phone.waitFor('.t-open-refund');
  await shot('card-refund-open');
  const held = await money.ask<Schemas['PackageDetailDto']>(`/client/packages/${packageId}`);
  expect(held.openRefundId).not.toBeNull();
  await phone.tap('.t-refund-withdraw');
  await phone.waitFor('.t-refund-submit');
  const free = await money.ask<Schemas['PackageDetailDto']>(`/client/packages/${packageId}`);
  expect([free.openRefundId, free.items[0]?.left]).toEqual([null, 11]);
});
