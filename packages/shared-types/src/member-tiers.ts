import { discountWords } from './coupons.js';

/** What leads to a tier. */
export const TIER_MEASURES = ['spend', 'visits', 'top_up_once', 'top_up_sum'] as const;
export type TierMeasure = (typeof TIER_MEASURES)[number];

export const TIER_MEASURE_WORDS: Readonly<Record<TierMeasure, string>> = {
  spend: '累计消费',
  visits: '到店次数',
  top_up_once: '单次储值',
  top_up_sum: '累计储值',
};

/** One way to a tier: so much within so many months. */
export interface TierThreshold {
  readonly by: TierMeasure;
  /** Fen, or visits. */
  readonly amount: number;
  /** Months back from today; null: ever. */
  readonly windowMonths: number | null;
}

export const TIER_STATES = ['active', 'retired'] as const;
export type TierState = (typeof TIER_STATES)[number];

export const TIER_STATE_WORDS: Readonly<Record<TierState, string>> = {
  active: '使用中',
  retired: '已停用',
};

/** How a client came to her tier. */
export const TIER_CHANGE_KINDS = [
  'upgrade',
  'keep',
  'downgrade',
  'by_hand',
  'taken_back',
  'joined',
] as const;
export type TierChangeKind = (typeof TIER_CHANGE_KINDS)[number];

export const TIER_CHANGE_WORDS: Readonly<Record<TierChangeKind, string>> = {
  upgrade: '升级',
  keep: '保级',
  downgrade: '降级',
  by_hand: '手动调整',
  taken_back: '冲正后重新核定',
  joined: '档案合并',
};

export const SPEND_COUNTS = ['cash_in', 'consumption'] as const;
export type SpendCounts = (typeof SPEND_COUNTS)[number];

export const SPEND_COUNTS_WORDS: Readonly<Record<SpendCounts, string>> = {
  cash_in: '按实收（含储值）',
  consumption: '按实际消耗',
};

export const DOWNGRADE_STEPS = ['one', 'to_merit'] as const;
export type DowngradeStep = (typeof DOWNGRADE_STEPS)[number];

export const DOWNGRADE_STEP_WORDS: Readonly<Record<DowngradeStep, string>> = {
  one: '每次降一级',
  to_merit: '直接降到符合的等级',
};

/** What a tier gives, as far as words need it. Permille that is paid, multiplier in percent. */
export interface TierRights {
  readonly serviceDiscountPermille: number;
  readonly productDiscountPermille: number;
  readonly pointsMultiplierPercent: number;
  readonly privileges: {
    readonly horizonDays: number | null;
    readonly waitlistFirst: boolean;
    readonly peakFirst: boolean;
    readonly others: readonly string[];
  };
}

/** A tier's rights in words, what is without advantage left out: `项目9.5折`, `积分1.2倍`, `可提前60天预约`. */
export function tierRightWords(tier: TierRights): string[] {
  const { serviceDiscountPermille: service, productDiscountPermille: product } = tier;
  const { horizonDays, waitlistFirst, peakFirst, others } = tier.privileges;
  return [
    ...(service < 1000 ? [`项目${discountWords(service)}`] : []),
    ...(product < 1000 ? [`产品${discountWords(product)}`] : []),
    ...(tier.pointsMultiplierPercent > 100 ? [`积分${tier.pointsMultiplierPercent / 100}倍`] : []),
    ...(horizonDays === null ? [] : [`可提前${horizonDays}天预约`]),
    ...(waitlistFirst ? ['候补优先'] : []),
    ...(peakFirst ? ['高峰时段优先预约'] : []),
    ...others,
  ];
}
