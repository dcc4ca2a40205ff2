import type { PointsRules, RewardDraft, TierDraft } from '../../modules/membership/index.js';

const yuan = (amount: number): number => amount * 100;

type TierContent = Omit<TierDraft, 'state'>;

/** Tiers from the lowest up. */
export const TIERS: readonly TierContent[] = [
  {
    ...{ rank: 1, name: '银卡', serviceDiscountPermille: 950, productDiscountPermille: 980 },
    pointsMultiplierPercent: 100,
    privileges: {
      horizonDays: null,
      waitlistFirst: false,
      peakFirst: false,
      others: ['生日当月护理礼'],
    },
    thresholds: [
      { by: 'top_up_once', amount: yuan(1_000), windowMonths: 12 },
      { by: 'spend', amount: yuan(800), windowMonths: 12 },
      { by: 'visits', amount: 3, windowMonths: 6 },
    ],
  },
  {
    ...{ rank: 2, name: '金卡', serviceDiscountPermille: 900, productDiscountPermille: 950 },
    pointsMultiplierPercent: 120,
    privileges: {
      ...{ horizonDays: null, waitlistFirst: false, peakFirst: false },
      others: ['生日当月护理礼', '每年一次头皮检测'],
    },
    thresholds: [
      { by: 'top_up_sum', amount: yuan(2_000), windowMonths: 12 },
      { by: 'spend', amount: yuan(2_500), windowMonths: 12 },
    ],
  },
  {
    ...{ rank: 3, name: '钻石卡', serviceDiscountPermille: 850, productDiscountPermille: 900 },
    pointsMultiplierPercent: 150,
    privileges: {
      ...{ horizonDays: null, waitlistFirst: false, peakFirst: false },
      others: ['生日当月护理礼', '每季一次头皮检测', '专属顾问'],
    },
    thresholds: [
      { by: 'top_up_sum', amount: yuan(5_000), windowMonths: 12 },
      { by: 'spend', amount: yuan(6_000), windowMonths: 12 },
    ],
  },
];

export const POINTS: PointsRules = {
  enabled: true,
  perHundredYuan: {
    ...{ cash: 100, bank_card: 100, wechat: 100, paycode: 100, stored_principal: 100 },
  },
  ...{ checkInPoints: 2, reviewPoints: 20, referralPoints: 200, expireMonths: 12 },
  streaks: [
    { days: 7, points: 10 },
    { days: 30, points: 50 },
  ],
  ...{ fenPerHundred: 100, mostOfBillPermille: 300, handLimit: 500 },
};

/** What points buy; a reward with a coupon names it as the salon calls it. */
export type RewardContent = Omit<RewardDraft, 'couponTemplateId' | 'sort'> & {
  readonly coupon?: string;
};

export const REWARDS: readonly RewardContent[] = [
  {
    ...{ name: '护手霜 30 毫升', description: '玫瑰或雪松，到店任选一支', costPoints: 200 },
    ...{ stock: 60, perClientCap: 2, state: 'on_offer' },
  },
  {
    ...{
      name: '赠肩颈一次',
      description: '做任一护理时可用',
      costPoints: 300,
      coupon: '赠肩颈一次',
    },
    ...{ stock: null, perClientCap: 3, state: 'on_offer' },
  },
  {
    ...{ name: '产品九折券', description: '客装产品可用', costPoints: 120, coupon: '产品九折' },
    ...{ stock: null, perClientCap: null, state: 'on_offer' },
  },
  {
    ...{ name: '桑蚕丝发圈', description: '颜色以门店为准', costPoints: 150 },
    ...{ stock: 40, perClientCap: 1, state: 'on_offer' },
  },
  {
    ...{ name: '香薰蜡烛', description: '手工大豆蜡，限量', costPoints: 800 },
    ...{ stock: 3, perClientCap: 1, state: 'on_offer' },
  },
  {
    ...{ name: '周年帆布袋', description: '', costPoints: 260 },
    ...{ stock: 100, perClientCap: 1, state: 'off_offer' },
  },
];
