/** Whether a product stands in the shop. */
export const PRODUCT_STATES = ['on_sale', 'off_sale'] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

export const PRODUCT_STATE_WORDS: Readonly<Record<ProductState, string>> = {
  on_sale: '在售',
  off_sale: '已停售',
};

/** Price rules that a house sets. */
export const PRICE_RULE_KINDS = [
  'timed',
  'member_day',
  'birthday',
  'first_visit',
  'combo',
] as const;
export type PriceRuleKind = (typeof PRICE_RULE_KINDS)[number];

export const PRICE_RULE_KIND_WORDS: Readonly<Record<PriceRuleKind, string>> = {
  timed: '时段价',
  member_day: '会员日',
  birthday: '生日优惠',
  first_visit: '首单价',
  combo: '套餐',
};

/** What a rule makes of a price: a price in fen, what is paid of a thousand, or fen off. */
export const PRICE_EFFECT_KINDS = ['price', 'permille', 'off'] as const;
export type PriceEffectKind = (typeof PRICE_EFFECT_KINDS)[number];

/** What rules and coupons are good for. */
export const SCOPE_KINDS = ['all', 'services', 'products', 'listed'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const SCOPE_KIND_WORDS: Readonly<Record<ScopeKind, string>> = {
  all: '全部项目和产品',
  services: '全部项目',
  products: '全部产品',
  listed: '指定的',
};

export const PRICE_RULE_STATES = ['on', 'off'] as const;
export type PriceRuleState = (typeof PRICE_RULE_STATES)[number];

export const PRICE_RULE_STATE_WORDS: Readonly<Record<PriceRuleState, string>> = {
  on: '启用',
  off: '停用',
};
