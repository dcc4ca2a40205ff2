import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { Ledger, ofCustomer, ofHouse } from '../../ledger/index.js';
import type { ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { insertRedemption, turnsOf, type Redemption } from './data/redemptions.js';
import { rewardById, takePiece } from './data/rewards.js';

const CODES = 100_000_000;
const DIGITS = 8;

/** Buys a reward with points on the phone; it is picked up in a store by its code. */
@Injectable()
export class RedeemReward {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal REWARD_NOT_FOUND, REWARD_GONE when the last piece is taken or it is not on offer, REWARD_LIMIT,
   *   POINTS_TOO_LOW { available }, STORE_NOT_FOUND, CLIENT_MERGED
   */
  async execute(
    tx: Tx,
    client: ClientPrincipal,
    { rewardId, storeId }: { readonly rewardId: string; readonly storeId: string },
  ): Promise<Redemption> {
    const { customerId } = client;
    // The file orders what one client does at the same time; the reward's row, what all of them do.
    await this.customers.lockActive(tx, customerId);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    if (!(await rewardById(tx, rewardId))) refuse('REWARD_NOT_FOUND');
    if (!(await takePiece(tx, rewardId))) refuse('REWARD_GONE');
    const reward = (await rewardById(tx, rewardId)) ?? refuse('REWARD_NOT_FOUND');
    const { had, last } = await turnsOf(tx, customerId, rewardId);
    if (reward.perClientCap !== null && had >= reward.perClientCap) refuse('REWARD_LIMIT');
    const { name, costPoints: points } = reward;
    const id = newId();
    const { txId, entryNo } = await this.ledger
      .useUnits(tx, {
        ...{ kind: 'points_redeem', bizKey: id, storeId, effectiveOn: today, amount: points },
        ...{ actor: actorOf(byOf(client)), meta: { title: `兑换：${name}`, redemptionId: id } },
        ...{ from: ofCustomer('PTS', customerId), to: ofHouse('PTS_USED', storeId) },
      })
      .catch(toRefusal);
    const made: Redemption = {
      ...{ id, customerId, rewardId, turn: last + 1, storeId, name, points, txId, entryNo },
      ...{ pickUpCode: String(randomInt(CODES)).padStart(DIGITS, '0'), state: 'waiting' },
      ...{ closedByName: null, closedAt: null, closeNote: null, createdAt: this.clock.now() },
    };
    await insertRedemption(tx, made);
    return made;
  }
}

function toRefusal(error: unknown): never {
  if (error instanceof Refusal && error.code === 'BALANCE_TOO_LOW')
    return refuse('POINTS_TOO_LOW', { extras: { ...error.extras } });
  throw error;
}
