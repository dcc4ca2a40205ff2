import fc from 'fast-check';
import type {
  CouponTerms,
  LineRule,
  PriceInput,
  PriceLine,
  SessionTerms,
} from '../../../src/modules/pricing/index.js';

const SERVICES = ['S1', 'S2', 'S3'];
const PRODUCTS = ['P1', 'P2'];
const CATEGORIES = ['C1', 'C2'];
const DAYS = ['2026-11-20', '2026-11-28', '2026-12-31'];

/** Odd prices and round ones, small and large, so that fen are left over and amounts meet. */
const fen = fc.oneof(
  fc.integer({ min: 0, max: 30 }),
  fc.constantFrom(100, 9_900, 10_000, 19_999, 30_000, 58_000),
  fc.integer({ min: 1, max: 60_000 }),
);
const permille = fc.constantFrom(0, 333, 500, 700, 850, 880, 999, 1_000);
const among = (all: readonly string[], most = 2): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: most });

const scope = fc.oneof(
  fc.constantFrom(
    { kind: 'all' as const, ids: [] },
    { kind: 'services' as const, ids: [] },
    { kind: 'products' as const, ids: [] },
  ),
  among([...SERVICES, ...PRODUCTS, ...CATEGORIES, 'COMBO', 'CARD']).map((ids) => ({
    kind: 'listed' as const,
    ids,
  })),
);

const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null, freq: 4 });

const serviceLine = fc.record({
  kind: fc.constant('service' as const),
  itemId: fc.constantFrom(...SERVICES),
  categoryId: fc.constantFrom(...CATEGORIES),
  listFen: fen,
  memberPriceFen: orNull(fen),
  grade: fc.constantFrom('director' as const, 'junior' as const, null),
  gradePrices: fc.constantFrom([], [{ grade: 'director' as const, priceFen: 88_000 }]),
});
const productLine = fc.record({
  kind: fc.constant('product' as const),
  itemId: fc.constantFrom(...PRODUCTS),
  categoryId: fc.constantFrom(...CATEGORIES),
  listFen: fen,
  memberPriceFen: orNull(fen),
});
const cardLine = fc.record({
  kind: fc.constant('card' as const),
  itemId: fc.constant('CARD'),
  listFen: fen,
});
const comboLine = fc
  .record({ prices: fc.array(fen, { minLength: 1, maxLength: 2 }), member: orNull(fen), off: fen })
  .map(({ prices, member, off }) => {
    const listFen = prices.reduce((sum, price) => sum + price, 0);
    const comboFen = Math.max(0, listFen - off);
    const parts = prices.map((price, n) => ({
      ...{ serviceId: SERVICES[n] ?? '', name: '', categoryId: 'C1', listFen: price },
      ...{ memberPriceFen: member, shareFen: n === 0 ? comboFen : 0 },
    }));
    return { kind: 'combo' as const, itemId: 'COMBO', listFen, comboFen, parts };
  });

const lines: fc.Arbitrary<PriceLine[]> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { arbitrary: serviceLine, weight: 5 },
        { arbitrary: productLine, weight: 2 },
        { arbitrary: comboLine, weight: 1 },
        { arbitrary: cardLine, weight: 1 },
      ),
      fc.constantFrom(1, 1, 1, 2),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map(([line, quantity], n) => ({ ...line, quantity, id: `L${n}`, name: `项目${n}` })),
  );

const coupon = fc
  .record({
    kind: fc.constantFrom('money_off', 'money_off', 'percent', 'free_service', 'trial_price'),
    asGift: fc.boolean(),
    ...{ amountFen: fen, permille, capFen: orNull(fen), units: fc.integer({ min: 1, max: 2 }) },
    minSpendFen: fc.oneof(fc.constant(0), fen),
    ...{ scope, withTier: fc.boolean() },
    withCoupons: fc.constantFrom(true, true, true, false),
    validUntil: orNull(fc.constantFrom(...DAYS)),
  })
  .map((drawn): Omit<CouponTerms, 'id' | 'name'> => {
    const { asGift, ...terms } = drawn;
    const kind =
      drawn.kind === 'free_service' && asGift
        ? 'gift_session'
        : (drawn.kind as CouponTerms['kind']);
    return {
      ...{ ...terms, kind, templateId: 'T' },
      amountFen: kind === 'money_off' || kind === 'trial_price' ? drawn.amountFen : null,
      permille: kind === 'percent' ? drawn.permille : null,
      capFen: kind === 'percent' ? drawn.capFen : null,
      units: kind === 'gift_session' ? drawn.units : null,
    };
  });

/** Fewer different coupons than coupons, so that some are alike. */
const coupons = fc
  .tuple(
    fc.array(coupon, { minLength: 1, maxLength: 4 }),
    fc.array(fc.nat(3), { maxLength: 4 }),
    fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 }),
  )
  .map(([kinds, picks, ids]): CouponTerms[] =>
    picks.map((pick, n) => {
      const id = ids[n] ?? '';
      return { ...(kinds[pick % kinds.length] as CouponTerms), id, name: `券${id}` };
    }),
  );

const card = fc.record({
  kind: fc.constantFrom('package' as const, 'package' as const, 'time_card' as const),
  serviceIds: among(SERVICES),
  available: fc.integer({ min: 0, max: 2 }),
  expiresOn: orNull(fc.constantFrom(...DAYS)),
  reserves: fc.boolean(),
});

const rule: fc.Arbitrary<Omit<LineRule, 'id'>> = fc.record({
  kind: fc.constantFrom('timed', 'member_day', 'birthday', 'first_visit'),
  name: fc.constant('活动价'),
  effect: fc.oneof(
    fen.map((priceFen) => ({ kind: 'price' as const, priceFen })),
    permille.map((value) => ({ kind: 'permille' as const, permille: value })),
    fen.map((amountFen) => ({ kind: 'off' as const, amountFen })),
  ),
  scope,
  window: fc.record({
    from: fc.constantFrom(null, '2026-11-20', '2026-11-28'),
    until: fc.constantFrom(null, '2026-11-28', '2026-12-31'),
    weekdays: fc.constantFrom([], [6, 7], [1, 2, 7]),
    monthDays: fc.constantFrom([], [], [8, 28], [22]),
    hours: fc.constantFrom(null, { fromMinute: 600, untilMinute: 840 }),
  }),
  membersOnly: fc.boolean(),
  ...{ daysBefore: fc.integer({ min: 0, max: 7 }), daysAfter: fc.integer({ min: 0, max: 7 }) },
});

const client = fc.record({
  isMember: fc.constantFrom(true, true, false),
  tier: orNull(
    fc.record({ name: fc.constant('金卡'), servicePermille: permille, productPermille: permille }),
  ),
  birthday: orNull(fc.constantFrom('2026-11-22', '2026-11-28', '2026-12-02', '2027-01-05')),
  isFirstVisit: fc.boolean(),
});

function withReserved(
  bill: readonly PriceLine[],
  drawn: readonly (Omit<SessionTerms, 'id' | 'name' | 'reserved'> & { reserves: boolean })[],
): SessionTerms[] {
  const left = new Map(bill.map((line) => [line.id, line.quantity]));
  return drawn.map(({ reserves, ...terms }, n) => {
    const line = bill.find(
      ({ kind, itemId, id }) =>
        kind === 'service' && terms.serviceIds.includes(itemId) && (left.get(id) ?? 0) > 0,
    );
    const reserved = reserves && line ? [{ lineId: line.id, units: 1 }] : [];
    for (const { lineId } of reserved) left.set(lineId, (left.get(lineId) ?? 0) - 1);
    return { ...terms, id: `card${n}`, name: `卡${n}`, reserved };
  });
}

/** Small bills with every mix of lines, rules, coupons and cards; no discounts by hand. */
export const smallBill: fc.Arbitrary<PriceInput> = fc
  .record({
    at: fc.record({
      date: fc.constantFrom('2026-11-22', '2026-11-28', '2026-12-08'),
      minute: fc.constantFrom(600, 839, 840),
    }),
    lines,
    client: orNull(client),
    rules: fc.array(rule, { maxLength: 3 }),
    coupons,
    mostCoupons: fc.constantFrom(1, 2, 4, 9),
    cards: fc.array(card, { maxLength: 2 }),
  })
  .map(({ cards, rules, ...bill }) => ({
    ...bill,
    rules: rules.map((each, n) => ({ ...each, id: `rule${n}` })),
    sessions: withReserved(bill.lines, cards),
    ...{ points: null, manual: [] },
  }));
