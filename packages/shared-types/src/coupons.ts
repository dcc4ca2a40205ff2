import { formatYuan, type Fen } from './money.js';

/** What a coupon gives. */
export const COUPON_KINDS = [
  'money_off',
  'percent',
  'free_service',
  'trial_price',
  'gift_session',
] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];

export const COUPON_KIND_WORDS: Readonly<Record<CouponKind, string>> = {
  money_off: '满减券',
  percent: '折扣券',
  free_service: '免单券',
  trial_price: '体验券',
  gift_session: '赠次券',
};

/** What a coupon is good for; `listed` names services and products. */
export const COUPON_SCOPES = ['all', 'services', 'products', 'listed'] as const;
export type CouponScope = (typeof COUPON_SCOPES)[number];

export const COUPON_SCOPE_WORDS: Readonly<Record<CouponScope, string>> = {
  all: '全部项目和产品',
  services: '全部项目',
  products: '全部产品',
  listed: '指定项目或产品',
};

/** How long a coupon is good: between two days, some days from the day it is issued, or the month of her birthday. */
export const COUPON_VALIDITIES = ['fixed', 'days', 'birthday_month'] as const;
export type CouponValidity = (typeof COUPON_VALIDITIES)[number];

export const COUPON_VALIDITY_WORDS: Readonly<Record<CouponValidity, string>> = {
  fixed: '固定日期',
  days: '领取后若干天',
  birthday_month: '生日当月',
};

export const COUPON_TEMPLATE_STATES = ['draft', 'on', 'off'] as const;
export type CouponTemplateState = (typeof COUPON_TEMPLATE_STATES)[number];

export const COUPON_TEMPLATE_STATE_WORDS: Readonly<Record<CouponTemplateState, string>> = {
  draft: '草稿',
  on: '发放中',
  off: '已停发',
};

export const COUPON_STATES = ['issued', 'held', 'used', 'expired', 'revoked'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

export const COUPON_STATE_WORDS: Readonly<Record<CouponState, string>> = {
  issued: '可使用',
  held: '结账中',
  used: '已使用',
  expired: '已过期',
  revoked: '已作废',
};

/** Who gave a coupon away. */
export const COUPON_SOURCES = ['hand', 'rule', 'claim', 'points'] as const;
export type CouponSource = (typeof COUPON_SOURCES)[number];

export const COUPON_SOURCE_WORDS: Readonly<Record<CouponSource, string>> = {
  hand: '门店赠送',
  rule: '自动发放',
  claim: '自己领取',
  points: '积分兑换',
};

/** What happened to a coupon. */
export const COUPON_ACTIONS = ['issue', 'use', 'return', 'expire', 'revoke', 'move'] as const;
export type CouponAction = (typeof COUPON_ACTIONS)[number];

export const COUPON_ACTION_WORDS: Readonly<Record<CouponAction, string>> = {
  issue: '发放',
  use: '使用',
  return: '退回',
  expire: '过期',
  revoke: '作废',
  move: '档案合并',
};

export const COUPON_BATCH_STATES = ['running', 'done'] as const;
export type CouponBatchState = (typeof COUPON_BATCH_STATES)[number];

export const COUPON_BATCH_STATE_WORDS: Readonly<Record<CouponBatchState, string>> = {
  running: '发放中',
  done: '已完成',
};

/** What has to be known of a coupon to say what it gives. */
export interface CouponPromise {
  readonly kind: CouponKind;
  /** Fen: what is taken off (money_off), or what one unit costs (trial_price). */
  readonly amountFen: Fen | null;
  /** percent: what is paid of a thousand, 850 for 8.5 折. */
  readonly permille: number | null;
  /** percent: the most that is saved, in fen. */
  readonly capFen: Fen | null;
  readonly minSpendFen: Fen;
  readonly scope: CouponScope;
  /** Names of the listed services and products. */
  readonly itemNames: readonly string[];
  readonly validKind: CouponValidity;
}

const MOST_NAMES = 2;

function listed(names: readonly string[]): string {
  if (names.length === 0) return '指定项目';
  if (names.length <= MOST_NAMES) return names.join('、');
  return `${names.slice(0, MOST_NAMES).join('、')}等${names.length}项`;
}

function whatFor({ scope, itemNames }: CouponPromise): string {
  if (scope === 'services') return '项目';
  if (scope === 'products') return '产品';
  return scope === 'listed' ? listed(itemNames) : '';
}

/** `8.5折`; 900 is 9 折. */
export const discountWords = (permille: number): string => `${permille / 100}折`;

const plainYuan = (fen: Fen): string => formatYuan(fen).replaceAll(',', '');

function giftWords(promise: CouponPromise): string {
  const { kind, amountFen, permille, capFen, minSpendFen } = promise;
  const one = promise.itemNames.length > 1 ? '任选一次' : '';
  switch (kind) {
    case 'money_off':
      return minSpendFen > 0
        ? `${whatFor(promise)}满${plainYuan(minSpendFen)}减${plainYuan(amountFen ?? 0)}`
        : `${whatFor(promise)}立减${plainYuan(amountFen ?? 0)}元`;
    case 'percent': {
      const from = minSpendFen > 0 ? `满${plainYuan(minSpendFen)}享` : '';
      const most = capFen === null ? '' : `，最多减${plainYuan(capFen)}元`;
      return `${whatFor(promise)}${from}${discountWords(permille ?? 1000)}${most}`;
    }
    case 'free_service':
      return `${listed(promise.itemNames)}${one}免单`;
    case 'trial_price':
      return `${listed(promise.itemNames)}${one}体验价${plainYuan(amountFen ?? 0)}元`;
    case 'gift_session':
      return `赠送${listed(promise.itemNames)}${one === '' ? '1次' : one}`;
  }
}

/** What a coupon says, in a few words: `满300减50`, `生日当月面部护理免单`. */
export function couponWords(promise: CouponPromise): string {
  const when = promise.validKind === 'birthday_month' ? '生日当月' : '';
  return `${when}${giftWords(promise)}`;
}

/** The number on a coupon's face: `50` 元, `8.5` 折, or a word. */
export function couponFace(promise: Omit<CouponPromise, 'itemNames'>): {
  readonly value: string;
  readonly unit: string;
} {
  switch (promise.kind) {
    case 'money_off':
      return { value: plainYuan(promise.amountFen ?? 0), unit: '元' };
    case 'percent':
      return { value: String((promise.permille ?? 1000) / 100), unit: '折' };
    case 'free_service':
      return { value: '免单', unit: '' };
    case 'trial_price':
      return { value: plainYuan(promise.amountFen ?? 0), unit: '元体验' };
    case 'gift_session':
      return { value: '赠1次', unit: '' };
  }
}

/** What else has to be known before it is used, a sentence each. */
export function couponLimits(terms: {
  readonly kind: CouponKind;
  readonly scope: CouponScope;
  readonly minSpendFen: Fen;
  readonly itemNames: readonly string[];
  readonly withTier: boolean;
  readonly withCoupons: boolean;
}): string[] {
  const least = terms.minSpendFen > 0 ? [`适用部分满 ${formatYuan(terms.minSpendFen)} 元可用`] : [];
  const about =
    terms.scope === 'listed'
      ? `适用于：${terms.itemNames.join('、')}`
      : `适用于${COUPON_SCOPE_WORDS[terms.scope]}`;
  return [
    about,
    ...least,
    terms.withTier ? '可与会员折扣同享' : '不与会员折扣同享',
    terms.withCoupons ? '可与其他优惠券同时使用' : '每单限用一张，不与其他优惠券同用',
  ];
}

/** How long a coupon that is issued now will be good, in words. Days are YYYY-MM-DD. */
export function validityWords(valid: {
  readonly validKind: CouponValidity;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly validDays: number | null;
}): string {
  if (valid.validKind === 'birthday_month') return '生日当月有效';
  if (valid.validKind === 'days')
    return valid.validDays === 1 ? '领取当日有效' : `自领取当日起 ${valid.validDays ?? 0} 天内有效`;
  const day = (date: string | null): string => (date ?? '').replaceAll('-', '.');
  return `${day(valid.validFrom)} 至 ${day(valid.validUntil)} 有效`;
}
