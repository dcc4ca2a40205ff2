import { POINTS_TENDERS, type PointsTender } from '@yance/shared-types';
import type { PointsRules, Reward, RewardDraft } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

/** Rules as they are typed: digits, and money in yuan. */
export interface RuleFields {
  enabled: boolean;
  perHundredYuan: Record<PointsTender, string>;
  checkInPoints: string;
  streaks: { days: string; points: string }[];
  reviewPoints: string;
  referralPoints: string;
  expireMonths: string;
  fenPerHundred: string;
  mostOfBillPermille: string;
  handLimit: string;
}

export function ruleFieldsOf(rules: PointsRules): RuleFields {
  const { enabled, checkInPoints, reviewPoints, referralPoints, handLimit } = rules;
  const rates = POINTS_TENDERS.map((one) => [one, String(rules.perHundredYuan[one] ?? 0)]);
  return {
    ...{ enabled, checkInPoints: String(checkInPoints), reviewPoints: String(reviewPoints) },
    ...{ referralPoints: String(referralPoints), handLimit: String(handLimit) },
    perHundredYuan: Object.fromEntries(rates) as Record<PointsTender, string>,
    streaks: rules.streaks.map(({ days, points }) => ({
      ...{ days: String(days), points: String(points) },
    })),
    expireMonths: rules.expireMonths === undefined ? '' : String(rules.expireMonths),
    fenPerHundred: yuanText(rules.fenPerHundred),
    mostOfBillPermille: String(rules.mostOfBillPermille / 10),
  };
}

/** What is sent. The form's own rules have held. */
export function rulesOf(fields: RuleFields): PointsRules {
  const { expireMonths } = fields;
  const rates = POINTS_TENDERS.map((one) => [one, Number(fields.perHundredYuan[one])]);
  return {
    ...{ enabled: fields.enabled, checkInPoints: Number(fields.checkInPoints) },
    ...{ reviewPoints: Number(fields.reviewPoints), handLimit: Number(fields.handLimit) },
    referralPoints: Number(fields.referralPoints),
    perHundredYuan: Object.fromEntries(rates) as PointsRules['perHundredYuan'],
    streaks: fields.streaks.map(({ days, points }) => ({
      ...{ days: Number(days), points: Number(points) },
    })),
    ...(expireMonths.trim() === '' ? {} : { expireMonths: Number(expireMonths) }),
    fenPerHundred: readYuan(fields.fenPerHundred) ?? 0,
    mostOfBillPermille: Math.round(Number(fields.mostOfBillPermille) * 10),
  };
}

/** A reward as it is typed. */
export interface RewardFields {
  name: string;
  description: string;
  cost: string;
  stock: string;
  cap: string;
  couponTemplateId: string | undefined;
  state: Reward['state'];
  sort: string;
}

export function rewardFieldsOf(reward: Reward | null): RewardFields {
  if (!reward)
    return {
      ...{ name: '', description: '', cost: '', stock: '', cap: '', sort: '0' },
      ...{ couponTemplateId: undefined, state: 'draft' },
    };
  const { name, description, costPoints, stock, perClientCap, couponTemplateId } = reward;
  return {
    ...{ name, description, cost: String(costPoints), state: reward.state },
    stock: stock === null ? '' : String(stock),
    cap: perClientCap === null ? '' : String(perClientCap),
    ...{ couponTemplateId: couponTemplateId ?? undefined, sort: String(reward.sort) },
  };
}

/** What is sent. The form's own rules have held. */
export function rewardDraftOf(fields: RewardFields): RewardDraft {
  const { description, stock, cap, couponTemplateId } = fields;
  return {
    ...{ name: fields.name.trim(), costPoints: Number(fields.cost), state: fields.state },
    sort: Number(fields.sort),
    ...(description.trim() === '' ? {} : { description: description.trim() }),
    ...(stock.trim() === '' ? {} : { stock: Number(stock) }),
    ...(cap.trim() === '' ? {} : { perClientCap: Number(cap) }),
    ...(couponTemplateId === undefined ? {} : { couponTemplateId }),
  };
}
