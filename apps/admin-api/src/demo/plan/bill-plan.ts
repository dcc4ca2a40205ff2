import { SHELVES } from '../content/products.js';
import type { SeededRandom } from './seeded-random.js';

/** How a bill is written and paid, as far as its client can and the rules allow. */
export interface BillWish {
  /** Name of a product that is taken home; null for none. */
  readonly product: string | null;
  /** Name of a plan that is bought with it. */
  readonly card: { readonly kind: 'package' | 'top_up'; readonly name: string } | null;
  /** Points and stored value pay first, as far as they go. */
  readonly own: boolean;
  readonly by: 'cash' | 'bank_card' | 'paycode' | 'voucher';
  /** Wechat or alipay, meituan or douyin: one of the two. */
  readonly platform: 0 | 1;
  /** Minutes from the end of the visit to the till. */
  readonly minutes: number;
}

const MONEY = [
  { by: 'paycode', weight: 6 },
  { by: 'cash', weight: 2 },
  { by: 'bank_card', weight: 2 },
  { by: 'voucher', weight: 1 },
] as const;
const CARDS = [
  { kind: 'package', name: '深层补水十次卡' },
  { kind: 'top_up', name: '充1000送200' },
] as const;
const [PRODUCT_SHARE, CARD_SHARE, OWN_SHARE] = [0.3, 0.07, 0.7];

const SOLD = SHELVES.flatMap(({ products }) =>
  products.filter(({ isGone, onlyIn }) => !isGone && onlyIn === undefined),
);

/** Draws the next bill. All is drawn for each, so that one bill more or less does not change the others. */
export function wishBill(random: SeededRandom): BillWish {
  const [product, card] = [random.pick(SOLD), random.pick(CARDS)];
  const { by } = random.weighted(MONEY, ({ weight }) => weight);
  const [takes, buys] = [random.chance(PRODUCT_SHARE), random.chance(CARD_SHARE)];
  return {
    product: takes ? product.name : null,
    card: buys ? card : null,
    own: random.chance(OWN_SHARE),
    ...{ by, platform: random.chance(0.5) ? 0 : 1, minutes: random.int(2, 12) },
  };
}

/** Somebody who walks in and takes a product home. */
export function wishWalkIn(random: SeededRandom): BillWish {
  const wish = wishBill(random);
  return { ...wish, product: wish.product ?? random.pick(SOLD).name, card: null, own: false };
}
