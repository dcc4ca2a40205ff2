import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { StoresById } from '../../http/present-wallet.js';
import type { Adjustment } from '../data/adjustments.js';
import type { Redemption } from '../data/redemptions.js';
import type { Reward, RewardDraft, RewardVersion } from '../data/rewards.js';
import type { PointsPage, PointsSight } from '../points-queries.js';
import type { PointsRules } from '../rules/points-rules.js';
import type {
  AdjustmentDto,
  CheckInStateDto,
  PointsLineDto,
  PointsRulesDto,
  RedemptionDto,
  RewardDto,
  RewardVersionDto,
  StaffRewardDto,
  WriteRewardDto,
} from './dto/points.dto.js';

export function presentReward(reward: Reward): RewardDto {
  const { id, name, description, costPoints, stock, taken, perClientCap, couponTemplateId } =
    reward;
  const left = stock === null ? null : stock - taken;
  const isCoupon = couponTemplateId !== null;
  return { id, name, description, costPoints, left, perClientCap, isCoupon };
}

export function presentStaffReward(reward: Reward): StaffRewardDto {
  const { stock, taken, couponTemplateId, state, sort, version } = reward;
  return { ...presentReward(reward), stock, taken, couponTemplateId, state, sort, version };
}

export function presentRewardVersion({
  version,
  at,
  byName,
  reward,
}: RewardVersion): RewardVersionDto {
  const { name, costPoints, stock, perClientCap, state } = reward;
  return {
    ...{ version, at: toRfc3339(at, HOME_ZONE), byName, name, costPoints, stock, perClientCap },
    state,
  };
}

export function readReward(body: WriteRewardDto): RewardDraft {
  const { costPoints, stock = null, perClientCap = null, state, sort } = body;
  const { couponTemplateId = null } = body;
  const description = (body.description ?? '').trim();
  return {
    ...{ name: body.name.trim(), description, costPoints, stock, perClientCap, couponTemplateId },
    ...{ state, sort },
  };
}

export function presentRules({ expireMonths, ...rules }: PointsRules): PointsRulesDto {
  return {
    ...rules,
    streaks: rules.streaks.map((streak) => ({ ...streak })),
    ...(expireMonths === null ? {} : { expireMonths }),
  };
}

/** What was written, as the rules know it. */
export function readRules({ expireMonths, ...body }: PointsRulesDto): PointsRules {
  const rates = Object.entries(body.perHundredYuan).filter(([, rate]) => rate !== undefined);
  return {
    ...{ ...body, expireMonths: expireMonths ?? null, perHundredYuan: Object.fromEntries(rates) },
    streaks: [...body.streaks].sort((a, b) => a.days - b.days),
  };
}

export function presentRedemption(one: Redemption, stores: StoresById): RedemptionDto {
  const store = stores.get(one.storeId);
  const at = (instant: Date): string => toRfc3339(instant, store?.timeZone ?? HOME_ZONE);
  const { id, name, points, storeId, state, closeNote, couponId } = one;
  return {
    ...{ id, name, points, storeId, storeName: store?.name ?? '', state, closeNote, couponId },
    ...{ at: at(one.createdAt), closedAt: one.closedAt && at(one.closedAt) },
  };
}

export function presentLines({ lines }: PointsPage): PointsLineDto[] {
  return lines.map(({ title, delta, balanceAfter, postedAt, entryNo }) => ({
    ...{ title, points: delta, balanceAfter, at: toRfc3339(postedAt, HOME_ZONE), txId: entryNo },
  }));
}

export function presentCheckIn({ rules, checkedInToday, streak }: PointsSight): CheckInStateDto {
  return {
    ...{ done: checkedInToday, streak, points: rules.checkInPoints },
    streaks: rules.streaks.map((one) => ({ ...one })),
  };
}

export function presentAdjustment(one: Adjustment, clientName: string): AdjustmentDto {
  const { id, customerId, storeId, points, reason, state, requestedName, decidedName } = one;
  return {
    ...{ id, clientId: customerId, clientName, storeId, points, reason, state },
    ...{ requestedByName: requestedName, requestedAt: toRfc3339(one.requestedAt, HOME_ZONE) },
    decidedByName: decidedName,
    decidedAt: one.decidedAt && toRfc3339(one.decidedAt, HOME_ZONE),
  };
}
