import { Injectable } from '@nestjs/common';
import {
  AdjustPoints,
  CloseRedemption,
  EarnPoints,
  EvaluateTier,
  MakeCheckIn,
  RedeemReward,
  SavePoints,
  SaveTier,
  activityDays,
  byOf,
} from '../../modules/membership/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { instantOf, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { POINTS, REWARDS, TIERS, type RewardContent } from '../content/members.js';
import type { StoreKey } from '../content/content-types.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from '../plan/client-plan.js';
import type { PlannedMember, PointsDeed } from '../plan/member-plan.js';
import { idOf, type House } from './house.js';
import { inParallel } from './in-parallel.js';
import { deskOf, managerOf, staffOf } from './staff-of.js';

const AT_ONCE = 8;
const DAY_MS = 86_400_000;
/** Tiers are weighed when the day's work is done. */
const EVENING_MINUTE = 1_290;

interface World {
  readonly house: House;
  readonly clients: ReadonlyMap<PlannedClient, string>;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** One client's points while they are lived through. */
interface Life {
  readonly world: World;
  readonly rewards: ReadonlyMap<RewardContent, string>;
  readonly client: PlannedClient;
  readonly customerId: string;
}

export interface MemberCount {
  tiers: number;
  rewards: number;
  /** Times that a client's tier was raised. */
  lifts: number;
  deeds: number;
  /** What the rules did not allow: too few points, a reward that is gone. */
  dropped: number;
}

/** Tiers and points: the rules of the house, what clients did weighed day by day, and what their points bought. */
@Injectable()
export class MemberLoader {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly saveTier: SaveTier,
    private readonly savePoints: SavePoints,
    private readonly evaluate: EvaluateTier,
    private readonly adjust: AdjustPoints,
    private readonly earn: EarnPoints,
    private readonly checkIn: MakeCheckIn,
    private readonly redeem: RedeemReward,
    private readonly close: CloseRedemption,
  ) {}

  /** @param coupons ids of coupon templates by name; visits and wallets have been lived through before */
  async load(
    world: World,
    planned: readonly PlannedMember[],
    coupons: ReadonlyMap<string, string>,
  ): Promise<MemberCount> {
    const rewards = await this.#rules(world, coupons);
    const count: MemberCount = {
      ...{ tiers: TIERS.length, rewards: rewards.size, lifts: 0, deeds: 0, dropped: 0 },
    };
    await this.#weigh(world, count);
    await inParallel(planned, AT_ONCE, async ({ client, deeds }) => {
      const customerId = world.clients.get(client);
      if (customerId === undefined) throw new Error('a planned member has a file');
      const life = { world, rewards, client, customerId };
      for (const deed of deeds) await this.#live(life, deed, count);
    });
    return count;
  }

  async #rules(
    { house, clock, now }: World,
    coupons: ReadonlyMap<string, string>,
  ): Promise<Map<RewardContent, string>> {
    const owner = staffOf(house, ({ username }) => username === 'owner');
    const made = new Map<RewardContent, string>();
    await clock.at(new Date(now.getTime() - 200 * DAY_MS), () =>
      this.unitOfWork.run(async (tx) => {
        for (const tier of TIERS)
          await this.saveTier.create(tx, owner, { ...tier, state: 'active' });
        await this.saveTier.settings(tx, owner, {
          ...{ spendCounts: 'consumption', bonusCounts: false, keepMonths: 12 },
          downgradeStep: 'one',
        });
        await this.savePoints.rules(tx, owner, POINTS);
        for (const [place, content] of REWARDS.entries()) {
          const { coupon, ...reward } = content;
          const couponTemplateId = coupon === undefined ? null : idOf(coupons, coupon);
          const draft = { ...reward, couponTemplateId, sort: (place + 1) * 10 };
          made.set(content, await this.savePoints.createReward(tx, owner, draft));
        }
      }),
    );
    return made;
  }

  /** Day by day, as it would have been had there been tiers then. */
  async #weigh({ clock, now }: World, count: MemberCount): Promise<void> {
    const zone = STORES.wukang.timeZone;
    const days = await activityDays(this.database, localDate(now, zone));
    await inParallel([...days], AT_ONCE, async ([customerId, dates]) => {
      // There is nobody to see between: a client's days go into one transaction, each at its own moment.
      const raised = await this.unitOfWork.run(async (tx) => {
        let lifts = 0;
        for (const date of dates) {
          const evening = instantOf(date, EVENING_MINUTE, zone);
          const step = await clock.at(evening < now ? evening : now, () =>
            this.evaluate.execute(tx, customerId, date),
          );
          if (step?.kind === 'upgrade') lifts += 1;
        }
        return lifts;
      });
      // Added only now: others were counted while this one waited.
      count.lifts += raised;
    });
  }

  async #live(life: Life, deed: PointsDeed, count: MemberCount): Promise<void> {
    const { clock, house } = life.world;
    try {
      const made = await clock.at(deed.at, () =>
        this.unitOfWork.run((tx) => this.#do(tx, life, deed)),
      );
      count.deeds += 1;
      if (deed.what !== 'redeem' || !made?.pickUpCode || deed.pickedUpAt === null) return;
      const { id, pickUpCode } = made;
      const desk = deskOf(house, life.client.store);
      await clock.at(deed.pickedUpAt, () =>
        this.unitOfWork.run((tx) => this.close.handOver(tx, desk, id, { code: pickUpCode })),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      count.dropped += 1;
    }
  }

  /** What the old books said; the manager agrees where the desk may not move so much on a day. */
  async #moveIn(
    tx: Tx,
    house: House,
    wish: { readonly customerId: string; readonly storeId: string; readonly points: number },
    store: StoreKey,
  ): Promise<void> {
    const asked = { ...wish, reason: '旧会员系统积分转入' };
    const { id, state } = await this.adjust.request(tx, deskOf(house, store), asked);
    if (state === 'requested') await this.adjust.decide(tx, managerOf(house, store), id, true);
  }

  async #do(
    tx: Tx,
    { world: { house }, rewards, client: { store }, customerId }: Life,
    deed: PointsDeed,
  ): Promise<{ readonly id: string; readonly pickUpCode: string | null } | undefined> {
    const [storeId, zone] = [house.stores[store], STORES[store].timeZone];
    const principal: ClientPrincipal = { kind: 'client', customerId, openid: '', sessionId: '' };
    const own = { customerId, storeId, sourceId: newId(), on: localDate(deed.at, zone) };
    switch (deed.what) {
      case 'moved_in':
        await this.#moveIn(tx, house, { customerId, storeId, points: deed.points }, store);
        return undefined;
      case 'review':
        await this.earn.forReview(tx, { ...own, by: byOf(principal) });
        return undefined;
      case 'referral':
        await this.earn.forReferral(tx, { ...own, by: byOf(principal) });
        return undefined;
      case 'check_in':
        await this.checkIn.execute(tx, principal);
        return undefined;
      case 'redeem': {
        const rewardId = rewards.get(deed.reward);
        if (rewardId === undefined) throw new Error('a planned reward is on offer');
        return this.redeem.execute(tx, principal, { rewardId, storeId });
      }
    }
  }
}
