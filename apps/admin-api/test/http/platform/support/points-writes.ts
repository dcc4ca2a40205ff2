import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aClient } from '../../../support/people.js';
import { aCounterAt, type Counter } from '../../membership/a-counter.js';
import { aReward, aTierBody, givePoints, retireAll, taken } from '../../membership/a-tier-house.js';
import { count, recorded, type Given, type Write } from './writes.js';

/** One for an API: its people sign in once. */
const counters = new WeakMap<TestApi, Promise<Counter>>();

const at =
  (given: (counter: Counter, api: TestApi) => Promise<Write>): Given =>
  async (api) => {
    const counter = counters.get(api) ?? aCounterAt(api);
    counters.set(api, counter);
    return given(await counter, api);
  };

/** A reward that a client bought. */
async function bought(counter: Counter, api: TestApi) {
  const [client, reward] = [await aClient(api), await aReward(counter)];
  await givePoints(counter, client.id, 100);
  const body = { rewardId: reward.id, storeId: counter.store.id };
  const made = await taken<{ id: string; pickUpCode: string }>(
    counter.post(client, '/client/points-redemptions', body),
  );
  return { client, ...made };
}

/** Writes about tiers and points, at a counter of their own. */
export const POINTS_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/check-ins',
    at(async (_counter, api) => {
      const { id, token } = await aClient(api);
      return {
        ...{ path: '/client/check-ins', token, body: {}, other: { a: 1 } },
        effects: () => count(api, 'FROM check_in WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/client/points-redemptions',
    at(async (counter, api) => {
      const [{ id, token }, reward] = [await aClient(api), await aReward(counter)];
      await givePoints(counter, id, 300);
      const body = { rewardId: reward.id, storeId: counter.store.id };
      return {
        ...{ path: '/client/points-redemptions', token, body },
        other: { ...body, storeId: counter.other.id },
        effects: () => count(api, 'FROM points_redemption WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/tiers',
    at(async (counter, api) => {
      await retireAll(counter);
      const name = `卡${newId().slice(-10)}`;
      const body = aTierBody({ name });
      return {
        ...{ path: '/staff/tiers', token: counter.manager.token },
        ...{ body, other: aTierBody({ name, rank: 7 }) },
        effects: () => count(api, 'FROM tier WHERE name = ?', [name]),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/tier',
    at(async (counter, api) => {
      const { id } = await aClient(api);
      const body = { reason: '老客户回馈' };
      return {
        ...{ path: `/staff/clients/${id}/tier`, token: counter.manager.token },
        ...{ body, other: { reason: '生日回馈' }, effects: () => recorded(api, 'tier.set', id) },
      };
    }),
  ],
  [
    'POST /api/staff/points-rewards',
    at(async (counter, api) => {
      const name = `礼品${newId()}`;
      const body = { name, costPoints: 10, state: 'on_offer', sort: 1 };
      return {
        ...{ path: '/staff/points-rewards', token: counter.manager.token },
        ...{ body, other: { ...body, costPoints: 11 } },
        effects: () => count(api, 'FROM points_reward WHERE name = ?', [name]),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/points-adjustments',
    at(async (counter, api) => {
      const { id } = await aClient(api);
      const body = { storeId: counter.store.id, points: 20, reason: '活动赠送' };
      return {
        ...{ path: `/staff/clients/${id}/points-adjustments`, token: counter.desk.token },
        ...{ body, other: { ...body, points: 21 } },
        effects: () => count(api, 'FROM points_adjustment WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/points-adjustments/:adjustmentId/decide',
    at(async (counter, api) => {
      const client = await aClient(api);
      const wish = { storeId: counter.store.id, points: 100_000, reason: '补发积分' };
      const given = (to: string): Promise<{ id: string }> =>
        taken(counter.post(counter.manager, `/staff/clients/${to}/points-adjustments`, wish));
      // Whatever the house lets one person give on a day: the first may be within it, the second is not.
      await given((await aClient(api)).id);
      const { id } = await given(client.id);
      return {
        path: `/staff/points-adjustments/${id}/decide`,
        ...{ token: counter.finance.token, body: { agree: true }, other: { agree: false } },
        effects: () => recorded(api, 'points.adjusted', client.id),
      };
    }),
  ],
  [
    'POST /api/staff/points-redemptions/:redemptionId/hand-over',
    at(async (counter, api) => {
      const { client, id, pickUpCode } = await bought(counter, api);
      return {
        path: `/staff/points-redemptions/${id}/hand-over`,
        ...{ token: counter.desk.token, body: { pickUpCode }, other: { pickUpCode: '00000000' } },
        effects: () => recorded(api, 'points.handed_over', client.id),
      };
    }),
  ],
  [
    'POST /api/staff/points-redemptions/:redemptionId/cancel',
    at(async (counter, api) => {
      const { client, id } = await bought(counter, api);
      return {
        ...{ path: `/staff/points-redemptions/${id}/cancel`, token: counter.desk.token },
        ...{ body: { reason: '断货了' }, other: { reason: '顾客不要了' } },
        effects: () => recorded(api, 'points.cancelled', client.id),
      };
    }),
  ],
];
