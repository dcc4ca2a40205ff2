import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aStaffToken } from '../../../support/people.js';
import type { Right } from './right-values.js';

type Schemas = components['schemas'];

/** A rank for each tier that a stage makes: there is one tier for each, and 99 of them. */
const ranks = Array.from({ length: 99 }, (_, place) => place + 1);

const TIER = {
  ...{ serviceDiscountPermille: 950, productDiscountPermille: 980, pointsMultiplierPercent: 120 },
  privileges: { waitlistFirst: true, peakFirst: true, horizonDays: 30, others: '生日有礼' },
  // Out of reach of everybody who stands on this stage.
  thresholds: [{ by: 'spend', amount: 900_000_000, windowMonths: 12 }],
} as const;

const REWARD = { description: '护手霜 50 毫升', costPoints: 10, stock: 1_000, perClientCap: 900 };

const RULES = {
  ...{ enabled: true, checkInPoints: 1, reviewPoints: 10, referralPoints: 50, expireMonths: 12 },
  ...{ fenPerHundred: 100, mostOfBillPermille: 300, handLimit: 500 },
  streaks: [{ days: 7, points: 5 }],
  perHundredYuan: {
    ...{ cash: 100, bank_card: 100, wechat: 100, paycode: 100, voucher: 0 },
    ...{ stored_principal: 100, stored_bonus: 0, session: 0 },
  },
} as const;

/** Tiers and points of every state that a call can be about. */
export interface GivenPoints {
  readonly tierId: string;
  readonly rewardId: string;
  readonly rank: number;
  readonly pickUpCode: string;
  /** By what stands before the id in the path, or by a call and that. */
  readonly ids: Readonly<Record<string, string>>;
}

/**
 * A tier, a reward that this client bought twice, and points by hand that wait for a second person.
 * @throws Error when the API does not take a step
 */
export async function givenPoints(
  api: TestApi,
  storeId: string,
  client: { readonly id: string; readonly token: string },
): Promise<GivenPoints> {
  const manager = await aStaffToken(api, ['manager'], [storeId]);
  const rank = await freeRank(api, manager);
  const tier = { ...TIER, name: '银卡', state: 'active', rank };
  const { id: tierId } = await sent<Schemas['StaffTierDto']>(api, manager, '/staff/tiers', tier);
  const reward = { ...REWARD, name: '手霜', state: 'on_offer', sort: 1 };
  const { id: rewardId } = await sent<Schemas['StaffRewardDto']>(
    ...([api, manager, '/staff/points-rewards', reward] as const),
  );
  const byHand = `/staff/clients/${client.id}/points-adjustments`;
  const wish = { storeId, reason: '活动赠送' };
  await sent(api, manager, byHand, { ...wish, points: 400 });
  const waiting = await sent<{ id: string }>(api, manager, byHand, { ...wish, points: 900 });
  const buy = (): Promise<Schemas['ClientRedemptionDto']> =>
    sent(api, client.token, '/client/points-redemptions', { rewardId, storeId });
  const [first, second] = [await buy(), await buy()];
  return {
    ...{ tierId, rewardId, rank, pickUpCode: first.pickUpCode ?? '' },
    ids: {
      ...{ tiers: tierId, 'points-rewards': rewardId, 'points-redemptions': first.id },
      ...{ 'points-adjustments': waiting.id },
      'POST /api/staff/points-redemptions/{redemptionId}/cancel points-redemptions': second.id,
    },
  };
}

/** The right values of the members that are about tiers and points. */
export function valuesOfPoints({ tierId, rewardId, rank, pickUpCode }: GivenPoints): Right {
  const tier = ['POST /api/staff/tiers', 'PATCH /api/staff/tiers/{tierId}'];
  const reward = ['POST /api/staff/points-rewards', 'PATCH /api/staff/points-rewards/{rewardId}'];
  const own = (calls: readonly string[], values: object): [string, unknown][] =>
    calls.flatMap((call) =>
      Object.entries(values).map(([name, value]): [string, unknown] => [`${call} ${name}`, value]),
    );
  return {
    ...{ ...TIER, ...REWARD, ...RULES, tierId, rewardId, pickUpCode, rank, points: 5 },
    // A piece: what a coupon needs is shown where rewards are tested.
    couponTemplateId: undefined,
    ...{ spendCounts: 'consumption', bonusCounts: false, keepMonths: 12, downgradeStep: 'one' },
    ...{ keptUntil: '2099-12-31', agree: true },
    ...Object.fromEntries([
      ...own(tier, { ...TIER, name: '银卡', state: 'active' }),
      ...own(reward, { ...REWARD, state: 'on_offer' }),
      ...own(tier.slice(0, 1), { rank: rank === 99 ? 1 : 99 }),
    ]),
  };
}

async function freeRank(api: TestApi, token: string): Promise<number> {
  const { body } = await api.call('/staff/tiers', { token });
  const used = new Set((body as Schemas['StaffTierListDto']).items.map((tier) => tier.rank));
  const rank = ranks.find((one) => !used.has(one));
  if (rank === undefined) throw new Error('every rank is taken');
  return rank;
}

/** A request that has to be taken. */
async function sent<T>(api: TestApi, token: string, path: string, body: object): Promise<T> {
  const answer = await api.call(path, { token, body, headers: { 'idempotency-key': newId() } });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}
