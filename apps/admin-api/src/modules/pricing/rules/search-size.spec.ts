import { expect, it } from '@jest/globals';
import { bestPrice } from './best-price.js';
import type { CouponTerms, Scope } from './coupon-terms.js';
import type { PriceInput, ServiceLine } from './price-input.js';

const LIST_FEN = [
  ...[5_800, 9_800, 12_800, 16_800, 19_800, 26_800],
  ...[29_800, 36_800, 39_800, 48_000, 58_000, 88_000],
];

const line = (listFen: number, n: number): ServiceLine => ({
  ...{ id: `L${n}`, kind: 'service', itemId: `S${n}`, categoryId: `C${n % 3}`, name: `项目${n}` },
  ...{ quantity: 1 + (n % 2), listFen, memberPriceFen: n % 3 === 0 ? listFen - 1_000 : null },
  ...{ grade: null, gradePrices: [] },
});

const EVERYTHING: Scope = { kind: 'all', ids: [] };
const PLAIN = {
  ...{ amountFen: null, permille: null, capFen: null, units: null, minSpendFen: 0 },
  ...{ scope: EVERYTHING, withTier: true, withCoupons: true },
} as const;
const listed = (...ids: string[]): Scope => ({ kind: 'listed', ids });

/** What a wallet of a good client holds: twenty coupons of eight templates. */
const TEMPLATES: Omit<CouponTerms, 'id' | 'templateId' | 'name' | 'validUntil'>[] = [
  { ...PLAIN, kind: 'money_off', amountFen: 5_000, minSpendFen: 30_000 },
  { ...PLAIN, kind: 'money_off', amountFen: 1_000 },
  { ...PLAIN, kind: 'money_off', amountFen: 8_000, minSpendFen: 80_000, withTier: false },
  { ...PLAIN, kind: 'percent', permille: 800, capFen: 20_000, withCoupons: false },
  { ...PLAIN, kind: 'percent', permille: 900, scope: listed('C1') },
  { ...PLAIN, kind: 'free_service', scope: listed('S0', 'S1', 'S4') },
  { ...PLAIN, kind: 'trial_price', amountFen: 9_900, scope: listed('C2') },
  { ...PLAIN, kind: 'gift_session', units: 2, scope: listed('S3', 'S5') },
];

const bill = (): PriceInput => ({
  at: { date: '2026-11-22', minute: 600 },
  lines: LIST_FEN.map(line),
  client: {
    ...{ isMember: true, birthday: null, isFirstVisit: false },
    tier: { name: '金卡', servicePermille: 880, productPermille: 950 },
  },
  rules: [],
  coupons: Array.from({ length: 20 }, (_, n) => ({
    ...(TEMPLATES[n % TEMPLATES.length] as (typeof TEMPLATES)[number]),
    ...{ id: `c${n}`, templateId: `T${n % TEMPLATES.length}`, name: `券${n}` },
    validUntil: `2026-12-${String(n + 1).padStart(2, '0')}`,
  })),
  mostCoupons: 5,
  sessions: [
    ...[['S2'], ['S6', 'S7'], ['S7', 'S8', 'S9']].map((serviceIds, n) => ({
      ...{ id: `k${n}`, name: `次卡${n}`, kind: 'package' as const, serviceIds, available: 2 },
      ...{ reserved: [], expiresOn: null },
    })),
  ],
  ...{ points: null, manual: [] },
});

it('settles twelve lines with twenty coupons and three cards exactly, in a few thousand steps', () => {
  const { search, coupons, beaten } = bestPrice(bill());
  process.stdout.write(
    `12 lines, 20 coupons: ${search.nodes} steps, exact: ${String(search.exact)}\n`,
  );
  expect(search.exact).toBe(true);
  expect(coupons).toHaveLength(5);
  expect(beaten.filter(({ kind }) => kind === 'coupon')).toHaveLength(15);
});
