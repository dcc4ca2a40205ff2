import type { components } from '@yance/shared-types';
import { JoinFiles } from '../../../src/modules/customers/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { YUAN, type Counter } from './a-counter.js';

type Schemas = components['schemas'];
export type StaffTier = Schemas['StaffTierDto'];
export type Reward = Schemas['StaffRewardDto'];

/** A tier that nobody has by chance: 银卡 for 2,000 yuan used in a year unless told. */
export const aTierBody = (change: object = {}): object => ({
  ...{ rank: 1, name: '银卡', serviceDiscountPermille: 950, productDiscountPermille: 980 },
  ...{ pointsMultiplierPercent: 120, state: 'active' },
  privileges: { waitlistFirst: true, horizonDays: 30, others: '生日有礼' },
  thresholds: [{ by: 'spend', amount: 200 * YUAN, windowMonths: 12 }],
  ...change,
});

/** Silver for 200 yuan, gold for 500 or one top-up of 2,000; every tier that other tests left is retired first. */
export async function aTierHouse(counter: Counter): Promise<readonly [StaffTier, StaffTier]> {
  await retireAll(counter);
  const silver = await taken<StaffTier>(counter.post(counter.manager, '/staff/tiers', aTierBody()));
  const gold = await taken<StaffTier>(
    counter.post(
      counter.manager,
      '/staff/tiers',
      aTierBody({
        ...{ rank: 2, name: '金卡', serviceDiscountPermille: 900, pointsMultiplierPercent: 150 },
        thresholds: [
          { by: 'spend', amount: 500 * YUAN, windowMonths: 12 },
          { by: 'top_up_once', amount: 2000 * YUAN },
        ],
      }),
    ),
  );
  return [silver, gold];
}

/** A change by the owner. */
export const patch = (counter: Counter, path: string, body: object) =>
  counter.api.call(path, { method: 'PATCH', token: counter.owner.token, body });

/** A product for 100 points of which there are so many. */
export function aReward(counter: Counter, change: object = {}): Promise<Reward> {
  return taken(
    counter.post(counter.manager, '/staff/points-rewards', {
      ...{ name: '玫瑰手霜', costPoints: 100, stock: 3, state: 'on_offer', sort: 1 },
      ...change,
    }),
  );
}

/** Points by hand; a second person agrees where one may not give so many on a day. */
export async function givePoints(
  counter: Counter,
  clientId: string,
  points: number,
): Promise<void> {
  const { id, state } = await taken<Schemas['AdjustmentDto']>(
    counter.post(counter.desk, `/staff/clients/${clientId}/points-adjustments`, {
      ...{ storeId: counter.store.id, points, reason: '活动赠送' },
    }),
  );
  if (state === 'requested') {
    const path = `/staff/points-adjustments/${id}/decide`;
    await taken(counter.post(counter.manager, path, { agree: true }));
  }
}

/** What was asked for, which must be taken. */
export async function taken<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body as T;
}

/** Tiers are the brand's: what a test left is not given any more. */
export async function retireAll(counter: Counter): Promise<void> {
  const { items } = await counter.get<{ items: StaffTier[] }>(counter.owner, '/staff/tiers');
  for (const { id, rank, name, version } of items.filter(({ state }) => state === 'active')) {
    const change = { ...aTierBody({ rank, name }), version, state: 'retired' };
    await taken(patch(counter, `/staff/tiers/${id}`, change));
  }
}

/** Joins one file into another, as a phone that proves to be hers does. */
export async function joinFiles(counter: Counter, from: string, to: string): Promise<void> {
  const { app } = counter.api;
  await app.get(UnitOfWork).run((tx) => app.get(JoinFiles).execute(tx, from, to));
}
