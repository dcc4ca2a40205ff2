import type { PriceRuleDraft } from '../../modules/pricing/index.js';

/** A price rule of the demo salon; parts name services, amounts are yuan. */
export interface PriceRuleContent extends Pick<
  PriceRuleDraft,
  'kind' | 'name' | 'effectKind' | 'scopeKind'
> {
  /** Yuan, or what is paid of a thousand. */
  readonly value: number;
  readonly weekdays?: readonly number[];
  readonly monthDays?: readonly number[];
  readonly hours?: readonly [number, number];
  readonly daysBefore?: number;
  readonly daysAfter?: number;
  readonly parts?: readonly { readonly service: string; readonly yuan: number }[];
}

const NOON = [11 * 60, 14 * 60] as const;

export const PRICE_RULES: readonly PriceRuleContent[] = [
  {
    ...{ kind: 'timed', name: '工作日午间价', effectKind: 'permille', value: 880 },
    ...{ scopeKind: 'services', weekdays: [1, 2, 3, 4], hours: NOON },
  },
  {
    ...{ kind: 'member_day', name: '逢八会员日', effectKind: 'permille', value: 850 },
    ...{ scopeKind: 'all', monthDays: [8, 18, 28] },
  },
  {
    ...{ kind: 'birthday', name: '生日周优惠', effectKind: 'permille', value: 800 },
    ...{ scopeKind: 'services', daysBefore: 3, daysAfter: 3 },
  },
  {
    ...{ kind: 'first_visit', name: '新客首单立减', effectKind: 'off', value: 50 },
    scopeKind: 'services',
  },
  {
    ...{ kind: 'combo', name: '清洁补水套餐', effectKind: 'price', value: 568 },
    scopeKind: 'services',
    parts: [
      { service: '小气泡深层清洁', yuan: 238 },
      { service: '玻尿酸深层补水护理', yuan: 330 },
    ],
  },
];
