import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IssueCoupon, type Coupon } from '../../coupons/index.js';
import { CustomerRepository } from '../../customers/index.js';
import { Ledger, ofCustomer, ofHouse, type Posted } from '../../ledger/index.js';
import type { ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { insertRedemption, turnsOf, type Redemption } from './data/redemptions.js';
import { rewardById, takePiece, type Reward } from './data/rewards.js';
import { RewardCare } from './reward-care.js';
import { tooFewPoints } from './too-few.js';

const CODES = 100_000_000;
const DIGITS = 8;

/** What a client chose. */
export interface RewardWish {
  readonly rewardId: string;
  /** Where a piece is picked up; a coupon needs none. */
  readonly storeId?: string;
  /** What she was shown that it costs; absent: whatever it costs. */
  readonly costPoints?: number;
}

/** Buys a reward with points on the phone: a coupon is hers at once, a piece is picked up in a store by its code. */
@Injectable()
export class RedeemReward {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly ledger: Ledger,
    private readonly coupons: IssueCoupon,
    private readonly care: RewardCare,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal REWARD_NOT_FOUND, REWARD_GONE when the last piece is taken or it is not on offer, REWARD_CHANGED,
   *   REWARD_LIMIT, POINTS_TOO_LOW { available }, STORE_NOT_FOUND, CLIENT_MERGED, CARE_CONTRAINDICATED for a piece that
   *   her health speaks against, INVALID_INPUT for one without a store; for a coupon as IssueCoupon
   */
  async execute(
    tx: Tx,
    client: ClientPrincipal,
    { rewardId, storeId, costPoints }: RewardWish,
  ): Promise<Redemption> {
    const { customerId } = client;
    // The file orders what one client does at the same time; the reward's row, what all of them do.
    await this.customers.lockActive(tx, customerId);
    if (!(await rewardById(tx, rewardId))) refuse('REWARD_NOT_FOUND');
    if (!(await takePiece(tx, rewardId))) refuse('REWARD_GONE');
    const reward = (await rewardById(tx, rewardId)) ?? refuse('REWARD_NOT_FOUND');
    if (costPoints !== undefined && costPoints !== reward.costPoints) refuse('REWARD_CHANGED');
    const { had, last } = await turnsOf(tx, customerId, rewardId);
    if (reward.perClientCap !== null && had >= reward.perClientCap) refuse('REWARD_LIMIT');
    const id = newId();
    const coupon = await this.#coupon(tx, client, id, reward);
    const at = coupon?.storeId ?? storeId ?? refuseField('storeId', '请选择领取的门店');
    // A coupon is asked about by the bill that it pays.
    if (!coupon)
      await this.care.require(tx, client, { id, customerId, storeId: at, name: reward.name });
    const { txId, entryNo } = await this.#pay(tx, client, id, reward, at);
    const { name, costPoints: points } = reward;
    const now = this.clock.now();
    const made: Redemption = {
      ...{ id, customerId, rewardId, turn: last + 1, storeId: at, name, points, txId, entryNo },
      ...{ pickUpCode: coupon ? null : aCode(), couponId: coupon?.id ?? null },
      ...{ state: coupon ? 'handed_over' : 'waiting', closedAt: coupon ? now : null },
      ...{ closedByName: null, closeNote: null, createdAt: now },
    };
    await insertRedemption(tx, made);
    return made;
  }

  async #coupon(
    tx: Tx,
    client: ClientPrincipal,
    id: string,
    { couponTemplateId: templateId }: Reward,
  ): Promise<Coupon | undefined> {
    if (templateId === null) return undefined;
    const { customerId } = client;
    const issueKey = `points.${id}`;
    return this.coupons.execute(tx, {
      ...{ templateId, customerId, source: 'points', issueKey, by: byOf(client) },
    });
  }

  async #pay(
    tx: Tx,
    client: ClientPrincipal,
    id: string,
    { name, costPoints: amount }: Reward,
    storeId: string,
  ): Promise<Posted> {
    const { today } = await storeDay(tx, storeId, this.clock.now());
    return this.ledger
      .useUnits(tx, {
        ...{ kind: 'points_redeem', bizKey: id, storeId, effectiveOn: today, amount },
        ...{ actor: actorOf(byOf(client)), meta: { title: `兑换：${name}`, redemptionId: id } },
        ...{ from: ofCustomer('PTS', client.customerId), to: ofHouse('PTS_USED', storeId) },
      })
      .catch(tooFewPoints);
  }
}

const aCode = (): string => String(randomInt(CODES)).padStart(DIGITS, '0');
