import type { components } from '@yance/shared-types';
import fc from 'fast-check';
import type { CouponTerms, LineRule, PriceInput } from '../../../src/modules/pricing/index.js';
import { TODAY, aService } from '../../support/given/index.js';
import { productBody, ruleBody } from '../catalog/a-shelf.js';
import { aClerk, aKey, yuan, type Clerk, type Member } from '../membership/a-counter.js';
import { aTierBody, givePoints, patch, retireAll } from '../membership/a-tier-house.js';
import { taken, type BillView, type Desk, type Tender } from './a-desk.js';

type Schemas = components['schemas'];

/** What is on the shelf: list and member prices in fen. */
const GOODS = [
  { name: 'facial', kind: 'service', listFen: 20_000, memberPriceFen: null },
  { name: 'back', kind: 'service', listFen: 13_333, memberPriceFen: 12_800 },
  { name: 'mask', kind: 'product', listFen: 16_800, memberPriceFen: 14_800 },
] as const;
type Good = (typeof GOODS)[number]['name'];

const TIER = { servicePermille: 880, productPermille: 950 };
/** The hour of the till stands in the window of the timed price. */
const AT = { date: TODAY, minute: 600 };
/** A point for each yuan whatever pays; 100 of them pay 90 fen. */
const POINTS = {
  ...{ enabled: true, checkInPoints: 2, streaks: [], reviewPoints: 10, referralPoints: 50 },
  ...{ expireMonths: 12, fenPerHundred: 90, mostOfBillPermille: 300, handLimit: 100_000 },
  perHundredYuan: { cash: 100, bank_card: 100, paycode: 50, stored_principal: 100, session: 100 },
};
const POINTS_GIVEN = 50_000;
/** What is sold on a bill for her to keep: of a service of its own, so that no price changes by it. */
const KEPT = { packageFen: 88_801, topUpFen: 50_000, bonusFen: 6_667 };
/** Sessions that do not come out even: the last one takes the residue. */
const CARD = { priceFen: 199_999, sessions: 37 };

type CouponDraft = Omit<CouponTerms, 'id' | 'templateId' | 'name' | 'validUntil' | 'units'>;
const COUPON = { amountFen: null, permille: null, capFen: null, minSpendFen: 0, withCoupons: true };
const ALL = { kind: 'all', ids: [] } as const;

const couponDrafts = (ids: Readonly<Record<Good, string>>): CouponDraft[] => [
  {
    ...{ ...COUPON, kind: 'money_off', amountFen: yuan(30), minSpendFen: yuan(100) },
    ...{ scope: ALL, withTier: true },
  },
  {
    ...{ ...COUPON, kind: 'percent', permille: 850, capFen: yuan(40), withTier: false },
    scope: { kind: 'services', ids: [] },
  },
  {
    ...{ ...COUPON, kind: 'free_service', withTier: true },
    scope: { kind: 'listed', ids: [ids.back] },
  },
  {
    ...{ ...COUPON, kind: 'money_off', amountFen: yuan(50), minSpendFen: yuan(300) },
    ...{ scope: ALL, withTier: false, withCoupons: false },
  },
  {
    ...{ ...COUPON, kind: 'trial_price', amountFen: yuan(99), withTier: true },
    scope: { kind: 'listed', ids: [ids.facial] },
  },
];

/** A client with what is known of her, so that her price can be found without the house. */
export interface Regular {
  readonly member: Member;
  readonly clerk: Clerk;
  readonly hasTier: boolean;
  readonly hasCard: boolean;
  readonly hand: CouponTerms[];
}

export interface RandomHouse {
  readonly desk: Desk;
  readonly regulars: readonly Regular[];
  readonly pointsGiven: number;
  /** Gives a coupon to each of these, of one template after the other. */
  deal(round: number, to: readonly Regular[]): Promise<void>;
  lines(chance: Chance): object[];
  /** All that her price depends on, written from what the test gave. */
  priceInput(who: Regular, chance: Chance): PriceInput;
}

type CardKind = 'package' | 'top_up';

/** A bill as chance writes it. */
export interface Chance {
  readonly goods: readonly { readonly good: number; readonly quantity: number }[];
  /** Cards that are bought with them. */
  readonly cards: readonly CardKind[];
  readonly offFen: number;
  readonly kinds: readonly Tender['kind'][];
  /** Thousandths of what is left that each tender but the last pays. */
  readonly parts: readonly number[];
}

const KINDS = [
  ...(['cash', 'bank_card', 'paycode', 'voucher', 'stored_value', 'points', 'debt'] as const),
];

export const chances: fc.Arbitrary<Chance> = fc.record({
  goods: fc.uniqueArray(
    fc.record({ good: fc.nat(GOODS.length - 1), quantity: fc.integer({ min: 1, max: 2 }) }),
    { minLength: 1, maxLength: 3, selector: ({ good }) => good },
  ),
  cards: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    fc.subarray(['package', 'top_up'] as CardKind[], { minLength: 1 }),
  ),
  offFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_999 })),
  kinds: fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 4 }),
  parts: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 4, maxLength: 4 }),
});

const OPEN_ENDED = { monthDays: [], from: null, until: null };

/** Opens one with so many regulars, each with stored value, points and by turns a tier or a card. */
export async function aRandomHouse(desk: Desk, people: number): Promise<RandomHouse> {
  const stores = [desk.store.id];
  taken(await patch(desk, '/staff/points-rules', POINTS));
  await retireAll(desk);
  const tier = taken<{ id: string }>(
    await desk.post(
      desk.manager,
      '/staff/tiers',
      aTierBody({
        ...{ name: '金卡', thresholds: [], pointsMultiplierPercent: 150 },
        serviceDiscountPermille: TIER.servicePermille,
        productDiscountPermille: TIER.productPermille,
      }),
    ),
  );
  const ids = await shelf(desk);
  await rules(desk, stores);
  const plan = await aCard(desk, ids.back);
  const kept = await keptPlans(desk);
  const orders = ['bonus_first', 'principal_first', 'proportional'] as const;
  const regulars: Regular[] = [];
  for (let n = 0; n < people; n += 1) {
    const member = await desk.aMember({ spendOrder: orders[n % orders.length] });
    const clerk = await aClerk(desk.api, 'owner', stores);
    const [hasTier, hasCard] = [n % 2 === 0, n % 3 === 0];
    const path = `/staff/clients/${member.id}`;
    await givePoints(desk, member.id, POINTS_GIVEN);
    if (hasTier)
      taken(await desk.post(desk.manager, `${path}/tier`, { tierId: tier.id, reason: '老顾客' }));
    const tenders = [{ tender: 'cash', amountFen: CARD.priceFen }];
    const sale = { storeId: desk.store.id, planId: plan, tenders };
    if (hasCard) taken(await desk.post(desk.desk, `${path}/packages`, sale));
    regulars.push({ member, clerk, hasTier, hasCard, hand: [] });
  }
  const templates = await Promise.all(
    couponDrafts(ids).map(async (draft) => ({ draft, id: await aTemplate(desk, draft) })),
  );
  return {
    ...{ desk, regulars, pointsGiven: POINTS_GIVEN },
    async deal(round, to) {
      const template = templates[round % templates.length];
      if (!template || to.length === 0) return;
      const clientIds = to.map(({ member }) => member.id);
      const wish = { templateId: template.id, storeId: desk.store.id, clientIds };
      const { rows } = taken<Schemas['CouponBatchDto']>(
        await desk.post(desk.owner, '/staff/coupons', wish),
      );
      for (const who of to) {
        const id = rows.find(({ clientId }) => clientId === who.member.id)?.couponId;
        if (!id) throw new Error(JSON.stringify(rows));
        const terms = { id, templateId: template.id, name: '券', units: null, validUntil: null };
        who.hand.push({ ...template.draft, ...terms });
      }
    },
    lines: ({ goods, cards }) => [
      ...goods.map(({ good, quantity }) => {
        const { kind, name } = GOODS[good] ?? GOODS[0];
        const itemId = ids[name];
        return kind === 'service'
          ? desk.line({ itemId, quantity })
          : { kind, itemId, quantity, staff: [] };
      }),
      ...cards.map((kind) => ({ kind, itemId: kept[kind], quantity: 1, staff: [] })),
    ],
    priceInput: ({ hasTier, hasCard, hand }, { goods }) => ({
      ...{ at: AT, mostCoupons: 3, points: null, manual: [], rules: LINE_RULES, coupons: hand },
      lines: goods.map(({ good, quantity }, place) => {
        const { kind, name, listFen, memberPriceFen } = GOODS[good] ?? GOODS[0];
        const line = { id: String(place), itemId: ids[name], name, quantity, listFen };
        const priced = { ...line, memberPriceFen, categoryId: '' };
        return kind === 'service'
          ? { ...priced, kind, grade: null, gradePrices: [] }
          : { ...priced, kind };
      }),
      client: {
        ...{ isMember: true, tier: hasTier ? { name: '金卡', ...TIER } : null },
        ...{ birthday: null, isFirstVisit: false },
      },
      sessions: hasCard
        ? [
            {
              ...{ id: 'card', name: '卡', kind: 'package', serviceIds: [ids.back] },
              ...{ available: CARD.sessions, reserved: [], expiresOn: null },
            },
          ]
        : [],
    }),
  };
}

/** The house's own rules: services at 90 % in the morning, products at 12 yuan off on the 23rd for members. */
const LINE_RULES: readonly LineRule[] = [
  {
    ...{ id: 'timed', kind: 'timed', name: '午间', effect: { kind: 'permille', permille: 900 } },
    ...{ scope: { kind: 'services', ids: [] }, membersOnly: false, daysBefore: 0, daysAfter: 0 },
    window: { ...OPEN_ENDED, weekdays: [1], hours: { fromMinute: 540, untilMinute: 720 } },
  },
  {
    ...{ id: 'day', kind: 'member_day', name: '会员日', effect: { kind: 'off', amountFen: 1_200 } },
    ...{ scope: { kind: 'products', ids: [] }, membersOnly: true, daysBefore: 0, daysAfter: 0 },
    window: { ...OPEN_ENDED, weekdays: [], monthDays: [23], hours: null },
  },
];

/** The same as rows of the house. */
async function rules(desk: Desk, stores: readonly string[]): Promise<void> {
  for (const { kind, name, effect, scope, window } of LINE_RULES) {
    const effectValue = effect.kind === 'permille' ? effect.permille : 1_200;
    const body = ruleBody(stores, {
      ...{ kind, name, effectKind: effect.kind, effectValue, scopeKind: scope.kind },
      ...{ weekdays: window.weekdays, monthDays: window.monthDays },
      fromMinute: window.hours?.fromMinute ?? null,
      untilMinute: window.hours?.untilMinute ?? null,
    });
    taken(await desk.post(desk.manager, '/staff/price-rules', body));
  }
}

async function shelf(desk: Desk): Promise<Readonly<Record<Good, string>>> {
  const ids = {} as Record<Good, string>;
  for (const { kind, name, listFen: priceFen, memberPriceFen } of GOODS) {
    const prices = { priceFen, memberPriceFen };
    ids[name] =
      kind === 'service'
        ? await aService(desk.api, desk.store, prices)
        : taken<{ id: string }>(
            await desk.post(
              ...([desk.manager, '/staff/products', productBody([desk.store.id], prices)] as const),
            ),
          ).id;
  }
  return ids;
}

/** What a bill sells for her to keep, in fen. */
export const keptFen = ({ cards }: Chance): number =>
  cards.reduce((sum, kind) => sum + (kind === 'package' ? KEPT.packageFen : KEPT.topUpFen), 0);

async function keptPlans(desk: Desk): Promise<Readonly<Record<CardKind, string>>> {
  const { packageFen: priceFen, topUpFen, bonusFen } = KEPT;
  const other = await aService(desk.api, desk.store);
  return {
    package: await aCard(desk, other, { priceFen, sessions: 7 }),
    top_up: (await desk.aPlan({ priceFen: topUpFen, bonusFen })).id,
  };
}

async function aCard(desk: Desk, serviceId: string, card = CARD): Promise<string> {
  const { priceFen, sessions } = card;
  const item = { name: '背部', serviceIds: [serviceId], sessions, giftSessions: 0 };
  const plan = await desk.post(desk.manager, '/staff/package-plans', {
    ...{ name: '背部卡', kind: 'fixed', priceFen, validDays: 365, usesPerDay: null },
    ...{ validEverywhere: true, onPhone: true, refundTerms: '余次随时可退。' },
    ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1, storeIds: [desk.store.id] },
    items: [{ ...item, listPriceFen: yuan(130) }],
  });
  return taken<{ id: string }>(plan).id;
}

async function aTemplate(desk: Desk, draft: CouponDraft): Promise<string> {
  const { scope, ...terms } = draft;
  const template = await desk.post(desk.owner, '/staff/coupon-templates', {
    ...{ ...terms, name: '券', scope: scope.kind, serviceIds: scope.ids, productIds: [] },
    ...{ validKind: 'days', validFrom: null, validUntil: null, validDays: 30, quota: null },
    ...{ perClientCap: null, claimable: true, atDesk: true, returnDays: 7, note: '' },
    ...{ state: 'on', sort: 1, storeIds: [desk.store.id] },
  });
  return taken<{ id: string }>(template).id;
}

const channelOf = (kind: Tender['kind']): Partial<Tender> => {
  if (kind === 'paycode') return { channel: 'alipay', reference: aKey() };
  if (kind === 'voucher') return { channel: 'douyin', reference: aKey() };
  return kind === 'bank_card' ? { reference: aKey() } : {};
};

/**
 * How chance pays a bill: what is hers only as far as it goes, and somebody always pays the rest. What is kept for her
 * is not owed, and a top-up is paid with money.
 */
export function tendersOf(chance: Chance, bill: BillView, mostValueFen: number): Tender[] {
  const { parts, cards } = chance;
  const kinds = chance.kinds.filter((kind) => kind !== 'debt' || cards.length === 0);
  const topUps = cards.includes('top_up') ? KEPT.topUpFen + (bill.pointsOffer?.worthFen ?? 0) : 0;
  const valueFen = Math.min(mostValueFen, Math.max(0, bill.payFen - topUps));
  let left = bill.payFen;
  // Whatever is hers comes first, so that money or a debt is what is left over.
  const isHers = (kind: Tender['kind']): boolean => kind === 'stored_value' || kind === 'points';
  const money = kinds.filter((kind) => !isHers(kind));
  const paying = [...kinds.filter(isHers), ...(money.length > 0 ? money : (['cash'] as const))];
  return paying.flatMap((kind, place): Tender[] => {
    const last = place === paying.length - 1;
    const part = last ? left : Math.floor((left * (parts[place] ?? 500)) / 1000);
    if (kind === 'points') {
      const points = Math.floor(((bill.pointsOffer?.points ?? 0) * (parts[place] ?? 0)) / 1000);
      const amountFen = Math.floor((points * POINTS.fenPerHundred) / 100);
      if (amountFen === 0 || amountFen > left) return [];
      left -= amountFen;
      return [{ kind, amountFen, points }];
    }
    const amountFen = kind === 'stored_value' ? Math.min(part, valueFen) : part;
    left -= amountFen;
    return amountFen > 0 ? [{ kind, amountFen, ...channelOf(kind) }] : [];
  });
}
