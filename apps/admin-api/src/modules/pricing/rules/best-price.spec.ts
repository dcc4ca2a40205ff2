import { describe, expect, it } from '@jest/globals';
import { bestPrice } from './best-price.js';
import type { CouponTerms } from './coupon-terms.js';
import type { LineRule, PriceInput, PriceLine, SessionTerms } from './price-input.js';

const service = (change: Partial<Extract<PriceLine, { kind: 'service' }>> = {}): PriceLine => ({
  ...{ id: 'L1', kind: 'service', itemId: 'facial', categoryId: 'face', name: '水光护理' },
  ...{ quantity: 1, listFen: 40_000, memberPriceFen: null, grade: null, gradePrices: [] },
  ...change,
});
const product = (change: Partial<Extract<PriceLine, { kind: 'product' }>> = {}): PriceLine => ({
  ...{ id: 'P1', kind: 'product', itemId: 'mask', categoryId: 'home', name: '舒缓面膜' },
  ...{ quantity: 1, listFen: 12_000, memberPriceFen: null, ...change },
});
const coupon = (change: Partial<CouponTerms> = {}): CouponTerms => ({
  ...{ id: 'c1', templateId: 't1', name: '生日券', kind: 'money_off', amountFen: 5_000 },
  ...{ permille: null, capFen: null, units: null, minSpendFen: 0, withTier: true },
  ...{ scope: { kind: 'all', ids: [] }, withCoupons: true, validUntil: '2026-12-31', ...change },
});
const rule = (change: Partial<LineRule> = {}): LineRule => ({
  ...{ id: 'r1', kind: 'timed', name: '午间价', effect: { kind: 'permille', permille: 800 } },
  ...{ scope: { kind: 'all', ids: [] }, membersOnly: false, daysBefore: 0, daysAfter: 0 },
  window: { from: null, until: null, weekdays: [], monthDays: [], hours: null },
  ...change,
});
const card = (change: Partial<SessionTerms> = {}): SessionTerms => ({
  ...{ id: 'k1', name: '水光 10 次卡', kind: 'package', serviceIds: ['facial'], available: 3 },
  ...{ reserved: [], expiresOn: null, ...change },
});
const GOLD = { name: '金卡', servicePermille: 880, productPermille: 950 };
const member = { isMember: true, tier: null, birthday: null, isFirstVisit: false };

const price = (change: Partial<PriceInput>): ReturnType<typeof bestPrice> =>
  bestPrice({
    // A Sunday, half past one.
    ...{ at: { date: '2026-11-22', minute: 810 }, lines: [service()], client: member, rules: [] },
    ...{ coupons: [], mostCoupons: 5, sessions: [], points: null, manual: [], ...change },
  });
const window = (change: Partial<LineRule['window']>): LineRule['window'] => ({
  ...rule().window,
  ...change,
});

describe('the price of a unit', () => {
  it('is the better of member price and tier discount, never both', () => {
    const lines = [service({ memberPriceFen: 36_000 })];
    const best = price({ lines, client: { ...member, tier: GOLD } });
    expect(best.payFen).toBe(35_200);
    expect(best.sentences).toEqual(['「水光护理」：金卡八八折省 ¥48']);
    expect(best.beaten[0]?.sentence).toBe('「水光护理」会员价 ¥360 也可用，金卡八八折再省 ¥8');
  });

  it('is that of the grade, on which the tier goes and the member price does not', () => {
    const gradePrices = [{ grade: 'director' as const, priceFen: 60_000 }];
    const lines = [service({ memberPriceFen: 36_000, grade: 'director', gradePrices })];
    expect(price({ lines }).payFen).toBe(60_000);
    expect(price({ lines, client: { ...member, tier: GOLD } }).payFen).toBe(52_800);
  });

  it('gives services and products their own tier discount, half a fen up', () => {
    const lines = [service({ listFen: 10_005 }), product({ listFen: 10_010 })];
    const best = price({ lines, client: { ...member, tier: GOLD } });
    expect(best.lines.map(({ payFen }) => payFen)).toEqual([8_804, 9_510]);
  });

  it.each([
    ['weekday', { weekdays: [1, 2, 3, 4, 5] }, 40_000],
    ['weekday', { weekdays: [7] }, 32_000],
    ['hour', { hours: { fromMinute: 600, untilMinute: 810 } }, 40_000],
    ['hour', { hours: { fromMinute: 810, untilMinute: 900 } }, 32_000],
    ['day of the month', { monthDays: [8, 18, 28] }, 40_000],
    ['date', { from: '2026-11-01', until: '2026-11-22' }, 32_000],
    ['date', { until: '2026-11-21' }, 40_000],
  ])('follows a timed price by its %s: %j', (_what, when, payFen) => {
    expect(price({ rules: [rule({ window: window(when) })], client: null }).payFen).toBe(payFen);
  });

  it('knows a birthday within its days, a member day for members, a first visit once', () => {
    const rules = [rule({ kind: 'birthday', daysBefore: 3, daysAfter: 1 })];
    const at = (birthday: string): number =>
      price({ rules, client: { ...member, birthday } }).payFen;
    expect(['2026-11-25', '2026-11-26', '2026-11-21', '2026-11-20'].map(at)).toEqual([
      ...[32_000, 40_000, 32_000, 40_000],
    ]);
    const day = [rule({ kind: 'member_day' })];
    expect(price({ rules: day, client: null }).payFen).toBe(40_000);
    expect(price({ rules: day }).payFen).toBe(32_000);
    const first = [rule({ kind: 'first_visit', effect: { kind: 'price', priceFen: 9_900 } })];
    expect(price({ rules: first }).payFen).toBe(40_000);
    expect(price({ rules: first, client: { ...member, isFirstVisit: true } }).payFen).toBe(9_900);
  });

  it('never rises above the list and never falls below zero by a rule', () => {
    const dear = rule({ effect: { kind: 'price', priceFen: 90_000 } });
    expect(price({ rules: [dear] }).payFen).toBe(40_000);
    expect(price({ rules: [rule({ effect: { kind: 'off', amountFen: 90_000 } })] }).payFen).toBe(0);
  });

  it('of a combo is its own, or its parts one by one; what is paid is split as stated', () => {
    const part = { categoryId: 'face', memberPriceFen: null, name: '' };
    const combo = (comboFen: number, shares: [number, number]): PriceLine => ({
      ...{ id: 'L1', kind: 'combo', itemId: 'set', name: '焕肤套餐', quantity: 1, comboFen },
      listFen: 70_000,
      parts: [
        { ...part, serviceId: 'a', listFen: 40_000, shareFen: shares[0] },
        { ...part, serviceId: 'b', listFen: 30_000, shareFen: shares[1] },
      ],
    });
    const client = { ...member, tier: { ...GOLD, servicePermille: 800 } };
    const cheap = price({ lines: [combo(50_000, [35_000, 15_000])], client });
    expect(cheap.lines[0]?.parts.map(({ payFen }) => payFen)).toEqual([35_000, 15_000]);
    const apart = price({ lines: [combo(60_000, [35_000, 25_000])], client });
    expect(apart.lines[0]?.parts.map(({ payFen }) => payFen)).toEqual([32_000, 24_000]);
  });

  it('of a card is its own, and only a coupon that lists it helps', () => {
    const lines: PriceLine[] = [
      { id: 'K', kind: 'card', itemId: 'plan', name: '次卡', quantity: 1, listFen: 100_000 },
    ];
    const client = { ...member, tier: GOLD };
    expect(price({ lines, client, coupons: [coupon()] }).payFen).toBe(100_000);
    const own = coupon({ scope: { kind: 'listed', ids: ['plan'] } });
    expect(price({ lines, client, coupons: [own] }).payFen).toBe(95_000);
  });
});

describe('sessions', () => {
  it('cover what was reserved first, then whole units, and nothing else goes on them', () => {
    const lines = [service({ quantity: 3 })];
    const sessions = [
      card({ available: 1, reserved: [{ lineId: 'L1', units: 1 }] }),
      card({ id: 'k2', name: '月卡', kind: 'time_card', available: 0 }),
    ];
    const best = price({ lines, sessions, coupons: [coupon({ minSpendFen: 50_000 })] });
    expect(best.payFen).toBe(40_000);
    expect(best.sessions).toMatchObject([
      { sessionId: 'k1', units: 1, isReserved: true },
      { sessionId: 'k1', units: 1, isReserved: false },
    ]);
    expect(best.beaten[0]?.sentence).toContain('未用');
  });

  it('are kept where a coupon does the same: she paid for them', () => {
    const free = coupon({ kind: 'free_service', amountFen: null });
    const best = price({ sessions: [card()], coupons: [free] });
    expect([best.payFen, best.sessions.length, best.coupons.length]).toEqual([0, 0, 1]);
  });

  it('come from the card that expires first', () => {
    const late = card({ id: 'a', expiresOn: '2027-12-31' });
    const soon = card({ id: 'b', expiresOn: '2026-12-01' });
    expect(price({ sessions: [late, soon] }).sessions).toMatchObject([{ sessionId: 'b' }]);
  });
});

describe('coupons', () => {
  it('say what they save against the best price without them', () => {
    const lines = [service({ memberPriceFen: 36_200 })];
    const birthday = coupon({ kind: 'percent', amountFen: null, permille: 875, withTier: false });
    const best = price({ lines, coupons: [birthday] });
    expect(best.payFen).toBe(35_000);
    expect(best.sentences.at(-1)).toBe('用「生日券」比会员价省 ¥12');
  });

  it('that do not go with member benefits take these from all they reach, or stay in the wallet', () => {
    const lines = [service({ memberPriceFen: 30_000 })];
    const best = price({ lines, coupons: [coupon({ withTier: false })] });
    expect(best.payFen).toBe(30_000);
    expect(best.beaten[0]).toMatchObject({
      ...{ id: 'c1', wouldPayFen: 35_000 },
      sentence: '「生日券」未用：用它要多付 ¥50',
    });
  });

  it('count a minimum spend after rules and sessions, and say what is missing', () => {
    const lines = [service({ memberPriceFen: 28_000 })];
    const best = price({ lines, coupons: [coupon({ name: '满300减50', minSpendFen: 30_000 })] });
    expect(best.beaten[0]?.sentence).toBe('「满300减50」未用：还差 ¥20 才满 ¥300');
  });

  it('give the percentage first, up to its cap, then money off, shared to the fen', () => {
    const lines = [service({ listFen: 10_001 }), service({ id: 'L2', listFen: 5_000 }), product()];
    const coupons = [
      coupon({ id: 'p', kind: 'percent', permille: 850, scope: { kind: 'services', ids: [] } }),
      coupon({ id: 'm', amountFen: 100 }),
    ];
    const best = price({ lines, coupons });
    expect(best.payFen).toBe(27_001 - 2_250 - 100);
    const capped = [coupon({ kind: 'percent', permille: 100, capFen: 1_000 })];
    expect(price({ lines, coupons: capped }).payFen).toBe(26_001);
  });

  it('that refuse others are alone; of two percentages one is used; the house limits how many', () => {
    const alone = coupon({ id: 'a', amountFen: 7_000, withCoupons: false });
    const [b, c] = [coupon({ id: 'b', amountFen: 4_000 }), coupon({ id: 'c', amountFen: 2_000 })];
    expect(price({ coupons: [alone, b, c] }).coupons).toMatchObject([{ couponId: 'a' }]);
    expect(price({ coupons: [alone, b, { ...c, amountFen: 3_500 }] }).coupons).toHaveLength(2);
    expect(price({ coupons: [b, c], mostCoupons: 1 }).payFen).toBe(36_000);
    const percent = coupon({ kind: 'percent', permille: 900 });
    expect(price({ coupons: [percent, { ...percent, id: 'c2' }] }).payFen).toBe(36_000);
  });

  it('are taken earliest last day first, and one that saves nothing is kept', () => {
    const soon = coupon({ id: 'z', validUntil: '2026-11-30', amountFen: 40_000 });
    const late = coupon({ id: 'a', amountFen: 40_000 });
    const best = price({ coupons: [late, soon] });
    expect(best.coupons).toMatchObject([{ couponId: 'z', savesFen: 40_000 }]);
    expect(best.beaten[0]?.sentence).toBe('「生日券」未用：同样的券先用先到期的');
  });

  it('make one unit free or a trial, and as many as a gift says', () => {
    const lines = [service({ quantity: 3 })];
    const trial = coupon({ kind: 'trial_price', amountFen: 9_900 });
    expect(price({ lines, coupons: [trial] }).payFen).toBe(89_900);
    const gift = coupon({ kind: 'gift_session', amountFen: null, units: 2 });
    expect(price({ lines, coupons: [gift] }).payFen).toBe(40_000);
    const dear = coupon({ kind: 'trial_price', amountFen: 50_000 });
    expect(price({ lines, coupons: [dear] }).coupons).toEqual([]);
  });
});

describe('afterwards', () => {
  it('a discount by hand comes off the best price, of a line or shared over the bill', () => {
    const lines = [service(), product()];
    const manual = [
      { lineId: 'L1', kind: 'permille' as const, value: 900, reason: '等候致歉' },
      { lineId: null, kind: 'price' as const, value: 40_000, reason: '抹零' },
      { lineId: 'P1', kind: 'off' as const, value: 99_999, reason: '赠送' },
    ];
    const best = price({ lines, manual });
    expect(best.lines.map(({ payFen }) => payFen)).toEqual([30_000, 0]);
    expect(best.sentences[0]).toBe(
      '「水光护理」：手工优惠（等候致歉）省 ¥40，手工优惠（抹零）省 ¥60',
    );
  });

  it('points are proposed in whole steps up to their share, and lower no line', () => {
    const points = { balance: 12_345, stepPoints: 100, stepFen: 100, mostPermille: 200 };
    const best = price({ points });
    expect(best.points).toEqual({ points: 8_000, worthFen: 8_000 });
    expect(best.payFen).toBe(40_000);
    expect(price({ points: { ...points, balance: 99 } }).points).toBeNull();
  });

  it('a passer-by pays the price that everybody has', () => {
    expect(price({ lines: [service({ memberPriceFen: 1 })], client: null }).payFen).toBe(40_000);
  });

  it('a bill that cannot be is refused', () => {
    expect(() => price({ lines: [service({ listFen: -1 })] })).toThrow(RangeError);
    expect(() => price({ lines: [service(), service()] })).toThrow(RangeError);
    const sessions = [card({ reserved: [{ lineId: 'L1', units: 2 }] })];
    expect(() => price({ sessions })).toThrow(RangeError);
  });
});
