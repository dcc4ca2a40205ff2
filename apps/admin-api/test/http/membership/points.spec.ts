import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { EarnPoints, RedeemPoints } from '../../../src/modules/membership/index.js';
import { ExpirePoints } from '../../../src/modules/membership/points/expire-points.js';
import { endOfMonth } from '../../../src/modules/membership/rules/months.js';
import { HOME_ZONE, localDate } from '../../../src/platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../../src/platform/database/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_TEMPLATE } from '../../support/given/coupons.js';
import { codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCounter, yuan, type Counter } from './a-counter.js';
import { aReward, givePoints, joinFiles, patch, taken } from './a-tier-house.js';

type Schemas = components['schemas'];
type Client = Awaited<ReturnType<typeof aClient>>;

/** Other tests of this file move time on. */
const today = (): string => localDate(counter.api.clock.now(), HOME_ZONE);
const BY = { kind: 'system', id: 'test', name: '系统' } as const;
const RULES = {
  ...{ enabled: true, perHundredYuan: { cash: 100 }, checkInPoints: 2 },
  ...{ streaks: [{ days: 3, points: 10 }], reviewPoints: 10, referralPoints: 50 },
  ...{ expireMonths: 12, fenPerHundred: 100, mostOfBillPermille: 300, handLimit: 100_000 },
};

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());
beforeEach(() => taken(patch(counter, '/staff/points-rules', RULES)));

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  counter.api.app.get(UnitOfWork).run(work);
const pointsOf = (client: { readonly token: string }): Promise<Schemas['PointsDto']> =>
  counter.get(client, '/client/points');
const deskPoints = (id: string): Promise<Schemas['StaffPointsDto']> =>
  counter.get(counter.desk, `/staff/clients/${id}/points`);
const paid = (client: Client, billId: string, cash: number): Promise<number> =>
  inTx((tx) =>
    counter.api.app.get(EarnPoints).execute(tx, {
      ...{ customerId: client.id, storeId: counter.store.id, billId, on: today(), by: BY },
      paid: { cash, voucher: yuan(999) },
    }),
  );
const redeem = (client: Client, rewardId: string, key?: string) =>
  counter.post(client, '/client/points-redemptions', { rewardId, storeId: counter.store.id }, key);
const aRichClient = async (points: number): Promise<Client> => {
  const client = await aClient(counter.api);
  await givePoints(counter, client.id, points);
  return client;
};

describe('points of a bill', () => {
  it('come by tender, once for each bill, and lapse with the end of a month', async () => {
    const [client, billId] = [await aClient(counter.api), newId()];
    expect(await paid(client, billId, yuan(388))).toBe(388);
    await expect(paid(client, billId, yuan(388))).rejects.toThrow();
    expect(await pointsOf(client)).toMatchObject({
      ...{ points: 388, shortfall: 0, lapsing: { points: 388, lastDay: endOfMonth(today(), 12) } },
    });
    expect(await counter.get(client, '/client/wallet')).toMatchObject({ points: 388 });
    const { items } = await counter.get<Schemas['PointsHistoryDto']>(
      ...([client, '/client/points/history'] as const),
    );
    expect(items).toMatchObject([{ title: '消费得积分', points: 388, balanceAfter: 388 }]);
    const month = await counter.get<Schemas['StatementDto']>(client, '/client/wallet/statement');
    expect(month.lines).toMatchObject([{ kind: 'points', points: 388, principalFen: 0, billId }]);
  });

  it('go back with the bill; what was used is made up for by the next ones', async () => {
    const [client, billId] = [await aClient(counter.api), newId()];
    await paid(client, billId, yuan(150));
    const reward = await aReward(counter, { costPoints: 100 });
    await taken(redeem(client, reward.id));
    const earn = counter.api.app.get(EarnPoints);
    const back = { billId, on: today(), by: BY };
    expect(await inTx((tx) => earn.reverse(tx, back))).toEqual({ missing: 100 });
    expect(await inTx((tx) => earn.reverse(tx, back))).toEqual({ missing: 0 });
    expect(await pointsOf(client)).toMatchObject({ points: 0, shortfall: 100 });
    await paid(client, newId(), yuan(60));
    expect(await pointsOf(client)).toMatchObject({ points: 0, shortfall: 40 });
    await paid(client, newId(), yuan(60));
    expect(await pointsOf(client)).toMatchObject({ points: 20, shortfall: 0 });
  });

  it('pay no more of a bill than the house allows, and come back when it is reversed', async () => {
    const [client, billId] = [await aRichClient(500), newId()];
    const tender = counter.api.app.get(RedeemPoints);
    const use = { customerId: client.id, storeId: counter.store.id, billId, on: today(), by: BY };
    const bill = { ...use, billFen: yuan(10) };
    const tooMuch = inTx((tx) => tender.execute(tx, { ...bill, points: 301 }));
    await expect(tooMuch).rejects.toMatchObject({
      ...{ code: 'POINTS_SHARE_TOO_HIGH', extras: { mostPoints: 300 } },
    });
    expect(await inTx((tx) => tender.execute(tx, { ...bill, points: 300 }))).toEqual({
      valueFen: 300,
    });
    expect((await pointsOf(client)).points).toBe(200);
    await inTx((tx) => tender.reverse(tx, use));
    await inTx((tx) => tender.reverse(tx, use));
    expect((await pointsOf(client)).points).toBe(500);
  });

  it('are given for a review and for a client who was brought, once for each', async () => {
    const [client, sourceId] = [await aClient(counter.api), newId()];
    const deed = {
      customerId: client.id,
      storeId: counter.store.id,
      sourceId,
      on: today(),
      by: BY,
    };
    const earn = counter.api.app.get(EarnPoints);
    expect(await inTx((tx) => earn.forReview(tx, deed))).toBe(10);
    expect(await inTx((tx) => earn.forReferral(tx, deed))).toBe(50);
    await expect(inTx((tx) => earn.forReview(tx, deed))).rejects.toThrow();
    expect((await pointsOf(client)).points).toBe(60);
  });
});

describe('签到', () => {
  it('counts a day once, however often it is pressed at the same time', async () => {
    const client = await aClient(counter.api);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => counter.post(client, '/client/check-ins')),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = new Set(answers.filter(({ status }) => status !== 201).map(codeOf));
    expect([...codes]).toEqual(['CHECKED_IN_ALREADY']);
    expect(await pointsOf(client)).toMatchObject({ points: 2, checkIn: { done: true, streak: 1 } });
  });
});

describe('rewards', () => {
  it('hand the last pieces to as many clients as there are pieces', async () => {
    const reward = await aReward(counter, { stock: 3 });
    const clients = await Promise.all(Array.from({ length: 12 }, () => aRichClient(100)));
    const answers = await Promise.all(clients.map((client) => redeem(client, reward.id)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    const codes = answers.filter(({ status }) => status !== 201).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(['REWARD_GONE']));
    const left = await Promise.all(clients.map(async (client) => (await pointsOf(client)).points));
    expect(left.filter((points) => points === 0)).toHaveLength(3);
  });

  it('are had no more often than the cap and the points allow, however fast she taps', async () => {
    const capped = await aReward(counter, { stock: 50, perClientCap: 2, costPoints: 10 });
    const dear = await aReward(counter, { stock: 50, costPoints: 30 });
    const client = await aRichClient(100);
    const tries = (id: string) => Promise.all(Array.from({ length: 6 }, () => redeem(client, id)));
    const first = await tries(capped.id);
    expect(first.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(first.filter((answer) => codeOf(answer) === 'REWARD_LIMIT')).toHaveLength(4);
    const second = await tries(dear.id);
    expect(second.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(second.filter((answer) => codeOf(answer) === 'POINTS_TOO_LOW')).toHaveLength(4);
    expect((await pointsOf(client)).points).toBe(20);
  });

  it('are handed over by their code, or cancelled with points and piece back', async () => {
    const reward = await aReward(counter, { stock: 2 });
    const client = await aRichClient(200);
    const one = await taken<Schemas['ClientRedemptionDto']>(redeem(client, reward.id));
    const two = await taken<Schemas['ClientRedemptionDto']>(redeem(client, reward.id));
    const at = (id: string, step: string) => `/staff/points-redemptions/${id}/${step}`;
    const hand = (pickUpCode: string | null) =>
      counter.post(counter.desk, at(one.id, 'hand-over'), { pickUpCode });
    expect(codeOf(await hand(one.pickUpCode === '00000000' ? '00000001' : '00000000'))).toBe(
      'REDEMPTION_CODE_WRONG',
    );
    expect((await hand(one.pickUpCode)).body).toMatchObject({ state: 'handed_over' });
    const cancelled = counter.post(counter.desk, at(two.id, 'cancel'), { reason: '断货了' });
    expect((await cancelled).body).toMatchObject({ state: 'cancelled', closeNote: '断货了' });
    const again = await counter.post(counter.desk, at(two.id, 'cancel'), { reason: '断货了' });
    expect(codeOf(again)).toBe('REDEMPTION_STATE');
    expect((await pointsOf(client)).points).toBe(100);
    const { items } = await counter.get<Schemas['RewardListDto']>(client, '/client/points-rewards');
    expect(items.find(({ id }) => id === reward.id)).toMatchObject({ left: 1 });
  });
});

it('a reward that became dearer since it was shown takes no points', async () => {
  const client = await aRichClient(500);
  const { id: rewardId, version } = await aReward(counter);
  const buy = (costPoints: number) =>
    counter.post(client, '/client/points-redemptions', {
      ...{ rewardId, storeId: counter.store.id, costPoints },
    });
  const dearer = {
    name: '玫瑰手霜',
    costPoints: 400,
    stock: 1,
    state: 'on_offer',
    sort: 1,
    version,
  };
  await taken(patch(counter, `/staff/points-rewards/${rewardId}`, dearer));
  const answer = await buy(100);
  expect([answer.status, codeOf(answer)]).toEqual([409, 'REWARD_CHANGED']);
  expect((await pointsOf(client)).points).toBe(500);
  // The last piece is still there for whoever knows the price.
  expect((await buy(400)).status).toBe(201);
});

describe('rewards that are coupons', () => {
  const aCoupon = async (change: object = {}): Promise<Schemas['CouponTemplateDto']> => {
    const template = { ...A_TEMPLATE, claimable: false, storeIds: [counter.store.id], ...change };
    return taken(counter.post(counter.owner, '/staff/coupon-templates', template));
  };

  it('are hers at once, without a store or a code, and never more than there are coupons', async () => {
    const { id: couponTemplateId } = await aCoupon({ quota: 1 });
    const reward = await aReward(counter, { name: '满减券', couponTemplateId, stock: 5 });
    const [client, late] = [await aRichClient(150), await aRichClient(150)];
    const buy = (who: Client) =>
      counter.post(who, '/client/points-redemptions', { rewardId: reward.id });
    const made = await taken<Schemas['ClientRedemptionDto']>(buy(client));
    expect(made).toMatchObject({ state: 'handed_over', pickUpCode: null, points: 100 });
    const { items } = await counter.get<Schemas['CouponListDto']>(client, '/client/coupons');
    expect(items).toMatchObject([{ id: made.couponId, source: 'points', name: '满减券' }]);
    expect(codeOf(await buy(late))).toBe('COUPON_SOLD_OUT');
    expect((await pointsOf(late)).points).toBe(150);
    expect((await pointsOf(client)).points).toBe(50);
    const cancel = `/staff/points-redemptions/${made.id}/cancel`;
    expect(codeOf(await counter.post(counter.desk, cancel, { reason: '不要了' }))).toBe(
      'REDEMPTION_STATE',
    );
  });

  it('name a coupon that there is; a piece needs a store', async () => {
    const wish = { name: '满减券', costPoints: 100, state: 'on_offer', sort: 1 };
    const unknown = counter.post(counter.manager, '/staff/points-rewards', {
      ...{ ...wish, couponTemplateId: newId() },
    });
    expect((await unknown).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', errors: [{ field: 'couponTemplateId' }] },
    });
    const [piece, client] = [await aReward(counter), await aRichClient(100)];
    const homeless = counter.post(client, '/client/points-redemptions', { rewardId: piece.id });
    expect((await homeless).body).toMatchObject({ errors: [{ field: 'storeId' }] });
    expect((await pointsOf(client)).points).toBe(100);
  });

  it('keep who changed what', async () => {
    const reward = await aReward(counter, { costPoints: 100 });
    const { id, version, name, sort, stock } = reward;
    const next = { name, sort, stock, costPoints: 120, state: 'off_offer', version };
    await taken(patch(counter, `/staff/points-rewards/${id}`, next));
    const { changes } = await counter.get<Schemas['RewardHistoryDto']>(
      ...([counter.manager, `/staff/points-rewards/${id}`] as const),
    );
    expect(changes.map(({ costPoints, state }) => [costPoints, state])).toEqual([
      [120, 'off_offer'],
      [100, 'on_offer'],
    ]);
  });
});

describe('points by hand', () => {
  it('wait for a second person above the limit', async () => {
    await taken(patch(counter, '/staff/points-rules', { ...RULES, handLimit: 500 }));
    const client = await aClient(counter.api);
    const path = `/staff/clients/${client.id}/points-adjustments`;
    const wish = { storeId: counter.store.id, points: 501, reason: '补发去年的积分' };
    const { id, state } = await taken<Schemas['AdjustmentDto']>(
      counter.post(counter.manager, path, wish),
    );
    expect([state, (await pointsOf(client)).points]).toEqual(['requested', 0]);
    const decide = (who: Counter['desk']) =>
      counter.post(who, `/staff/points-adjustments/${id}/decide`, { agree: true });
    expect(codeOf(await decide(counter.manager))).toBe('SECOND_PERSON_NEEDED');
    expect((await decide(counter.desk)).status).toBe(403);
    await taken(decide(counter.finance));
    expect(codeOf(await decide(counter.finance))).toBe('ADJUSTMENT_STATE');
    expect((await pointsOf(client)).points).toBe(501);
  });

  it('in many small acts are one large one: what a person moves on a day counts together, in whichever stores', async () => {
    await taken(patch(counter, '/staff/points-rules', { ...RULES, handLimit: 500 }));
    await counter.later({ days: 1 });
    const stores = [counter.store.id, counter.other.id];
    const clients = await Promise.all(Array.from({ length: 10 }, () => aClient(counter.api)));
    const made = await Promise.all(
      clients.map(({ id }, place) =>
        taken<Schemas['AdjustmentDto']>(
          counter.post(counter.manager, `/staff/clients/${id}/points-adjustments`, {
            ...{ storeId: stores[place % 2], points: 60, reason: '补发' },
          }),
        ),
      ),
    );
    expect(made.filter(({ state }) => state === 'done')).toHaveLength(8);
    expect(made.filter(({ state }) => state === 'requested')).toHaveLength(2);
  });

  it('never go below zero', async () => {
    const client = await aRichClient(30);
    const path = `/staff/clients/${client.id}/points-adjustments`;
    const wish = { storeId: counter.store.id, points: -31, reason: '发错了' };
    expect(codeOf(await counter.post(counter.desk, path, wish))).toBe('POINTS_TOO_LOW');
    await taken(counter.post(counter.desk, path, { ...wish, points: -30 }));
    expect(await deskPoints(client.id)).toMatchObject({ points: 0, adjustments: [{}, {}] });
  });
});

it('points of a file that is joined into another follow, with their last day', async () => {
  const [from, to] = [await aRichClient(40), await aRichClient(2)];
  await joinFiles(counter, from.id, to.id);
  expect(await pointsOf(to)).toMatchObject({
    points: 42,
    lapsing: { lastDay: endOfMonth(today(), 12) },
  });
});

it('points lapse after their last day, once, also when two processes sweep', async () => {
  const client = await aRichClient(70);
  await counter.later({ days: 380 });
  const fresh = await aRichClient(5);
  const sweep = counter.api.app.get(ExpirePoints);
  await Promise.all([sweep.run(), sweep.run()]);
  expect((await deskPoints(client.id)).lines.map(({ points }) => points)).toEqual([-70, 70]);
  expect((await deskPoints(fresh.id)).points).toBe(5);
});

it('a row of days brings more, and a gap begins it again', async () => {
  const client = await aClient(counter.api);
  const days = [0, 1, 1, 1, 2];
  const got: (readonly [number, number])[] = [];
  for (const step of days) {
    if (step > 0) await counter.later({ days: step });
    const { token } = await aClient(counter.api, client.openid);
    const body = await taken<Schemas['CheckedInDto']>(counter.post({ token }, '/client/check-ins'));
    got.push([body.streak, body.points]);
  }
  expect(got).toEqual([
    [1, 2],
    [2, 2],
    [3, 12],
    [1, 2],
    [1, 2],
  ]);
});

it('the books hold after all of it', async () => {
  expect(await counter.api.app.get(VerifyLedger).run()).toMatchObject({ ok: true });
});
