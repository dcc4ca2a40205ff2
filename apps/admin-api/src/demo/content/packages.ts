import type { OwnReasonBasis, PackageKind, PlanState } from '@yance/shared-types';
import type { StoreKey } from './content-types.js';

/** One entitlement of a package plan. */
export interface PackageItemContent {
  readonly name: string;
  /** Names of services on the menu. */
  readonly services: readonly string[];
  readonly sessions?: number;
  readonly gifts?: number;
  /** Of one session before discount; of the whole card for a card by time. */
  readonly listYuan: number;
}

/** A package plan as the salon sells it. Amounts in yuan. */
export interface PackageContent {
  readonly name: string;
  readonly kind: PackageKind;
  readonly yuan: number;
  readonly validDays: number | null;
  readonly usesPerDay?: number;
  readonly items: readonly PackageItemContent[];
  /** Left out: good in both stores and sold in both. */
  readonly onlyIn?: StoreKey;
  /** Sold at the desk only. */
  readonly deskOnly?: boolean;
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  readonly state?: PlanState;
  /** How often clients choose it. */
  readonly popularity: number;
}

const BY_LAW = '未使用的次数随时可退；已用的次数按优惠前单次价格折算。';
const KIND = '不论什么原因，已用的次数都按实付价格折算，其余原路退回。';
const BY_DAY = '随时可退，按剩余天数折算，自己没来的日子不退。';

export const PACKAGES: readonly PackageContent[] = [
  {
    ...{ name: '深层补水十次卡', kind: 'fixed', yuan: 2980, validDays: 365, popularity: 5 },
    items: [
      {
        ...{ name: '玻尿酸深层补水护理', services: ['玻尿酸深层补水护理'], sessions: 10, gifts: 2 },
        listYuan: 398,
      },
    ],
    ...{ refundTerms: BY_LAW, ownReasonBasis: 'list_price' },
  },
  {
    ...{ name: '清透焕肤套餐', kind: 'fixed', yuan: 3280, validDays: 240, popularity: 3 },
    items: [
      { name: '小气泡深层清洁', services: ['小气泡深层清洁'], sessions: 6, listYuan: 298 },
      {
        ...{ name: '敏感肌舒缓修护', services: ['敏感肌舒缓修护'], sessions: 4, gifts: 1 },
        listYuan: 468,
      },
    ],
    ...{ refundTerms: KIND, ownReasonBasis: 'ratio' },
  },
  {
    ...{ name: '头皮养护任选八次', kind: 'pick', yuan: 1980, validDays: null, popularity: 4 },
    items: [
      {
        name: '头皮护理任选',
        services: ['头皮检测与深层清洁', '控油去屑头皮护理', '日式头皮水疗'],
        ...{ sessions: 8, gifts: 1, listYuan: 328 },
      },
    ],
    ...{ refundTerms: BY_LAW, ownReasonBasis: 'list_price' },
  },
  {
    ...{ name: '肩颈舒缓季卡六次', kind: 'fixed', yuan: 888, validDays: 90, popularity: 3 },
    items: [{ name: '肩颈舒缓', services: ['肩颈舒缓'], sessions: 6, gifts: 1, listYuan: 218 }],
    ...{ refundTerms: KIND, ownReasonBasis: 'ratio' },
  },
  {
    ...{ name: '洗吹畅享月卡', kind: 'time', yuan: 399, validDays: 30, usesPerDay: 1 },
    items: [{ name: '洗吹造型', services: ['洗吹造型'], listYuan: 680 }],
    ...{ onlyIn: 'binjiang', refundTerms: BY_DAY, ownReasonBasis: 'ratio', popularity: 2 },
  },
  {
    ...{ name: '身体舒缓年卡', kind: 'time', yuan: 6800, validDays: 365, usesPerDay: 1 },
    items: [{ name: '身体护理', services: ['肩颈舒缓', '腿部舒缓去水肿'], listYuan: 9800 }],
    ...{ refundTerms: BY_DAY, ownReasonBasis: 'ratio', popularity: 1 },
  },
  {
    ...{ name: '老客续卡 基础护理十二次', kind: 'fixed', yuan: 2180, validDays: null },
    items: [
      {
        ...{ name: '基础清洁补水护理', services: ['基础清洁补水护理'], sessions: 12, gifts: 0 },
        listYuan: 268,
      },
    ],
    ...{ onlyIn: 'wukang', deskOnly: true, refundTerms: BY_LAW, ownReasonBasis: 'list_price' },
    popularity: 2,
  },
  {
    ...{ name: '开业眼周五次卡', kind: 'fixed', yuan: 780, validDays: 180, state: 'off_sale' },
    items: [{ name: '眼周淡纹护理', services: ['眼周淡纹护理'], sessions: 5, listYuan: 238 }],
    ...{ refundTerms: BY_LAW, ownReasonBasis: 'list_price', popularity: 0 },
  },
];
