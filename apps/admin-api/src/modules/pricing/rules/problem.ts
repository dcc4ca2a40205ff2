import type { CouponTerms } from './coupon-terms.js';
import type { PriceInput, SessionTerms } from './price-input.js';
import { rulesInForce } from './rule-in-force.js';
import { couponReaches, scopeBreadth } from './scope.js';
import { unitPrices, type UnitPrices } from './unit-prices.js';

/** One coupon or card of a class, in the order in which they are taken. */
export interface Member {
  readonly id: string;
  readonly until: string;
  /** Units that it covers; 0 for one that takes money off. */
  readonly units: number;
}

/** Coupons, or cards, that make no difference to this bill among each other: they cover units of certain lines. */
export interface CoverClass {
  readonly kind: 'package' | 'time_card' | 'coupon';
  /** What a covered unit costs. */
  readonly priceFen: number;
  readonly minSpendFen: number;
  readonly withCoupons: boolean;
  readonly lines: readonly number[];
  readonly members: readonly Member[];
}

/** Coupons that make no difference to this bill among each other: they take money off what certain lines cost. */
export interface DeductClass {
  readonly kind: 'percent' | 'money_off';
  /** money_off: fen off. percent: what comes off of a thousand. */
  readonly amount: number;
  readonly capFen: number | null;
  readonly minSpendFen: number;
  readonly withCoupons: boolean;
  readonly takesBenefits: boolean;
  readonly breadth: number;
  readonly lines: readonly number[];
  readonly members: readonly Member[];
}

/** Lines whose units are alike. */
export interface Group {
  readonly bestFen: number;
  readonly openFen: number;
  /** Indexes of lines, in the order of the bill. */
  readonly lines: readonly number[];
}

/** A bill as the search sees it: numbers and indexes. */
export interface Problem {
  readonly prices: readonly UnitPrices[];
  /** Units by line that are still to be priced: without those that were reserved. */
  readonly units: readonly number[];
  /** Services, combos and products: what a minimum spend of a unit coupon counts. */
  readonly isGoods: readonly boolean[];
  readonly covers: readonly CoverClass[];
  readonly deducts: readonly DeductClass[];
  readonly groups: readonly Group[];
  /** Indexes of the groups that a class reaches. */
  readonly reach: (one: CoverClass | DeductClass) => readonly number[];
}

const NEVER = '9999-12-31';
const byUntil = (a: Member, b: Member): number =>
  a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1;

/** Puts things of the same key together, by key, so that the order in which they came makes no difference. */
function classes<T, C>(
  items: readonly { readonly key: string; readonly of: T; readonly member: Member }[],
  make: (of: T, members: Member[]) => C,
): C[] {
  const byKey = new Map<string, { of: T; members: Member[] }>();
  for (const { key, of, member } of items) {
    const found = byKey.get(key);
    if (found) found.members.push(member);
    else byKey.set(key, { of, members: [member] });
  }
  return [...byKey.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { of, members }]) => make(of, members.sort(byUntil)));
}

interface Reached<T> {
  readonly terms: T;
  readonly lines: number[];
}

function reachedBy<T>(
  all: readonly T[],
  units: readonly number[],
  test: (terms: T, line: number) => boolean,
): Reached<T>[] {
  return all
    .map((terms) => ({
      terms,
      lines: [...units.keys()].filter((line) => (units[line] ?? 0) > 0 && test(terms, line)),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function sessionClasses(sessions: readonly Reached<SessionTerms>[]): CoverClass[] {
  return classes(
    sessions.map(({ terms, lines }) => ({
      key: `${terms.kind} ${lines.join()}`,
      of: { kind: terms.kind, lines },
      member: { id: terms.id, until: terms.expiresOn ?? NEVER, units: terms.available },
    })),
    ({ kind, lines }, members) => ({
      ...{ kind, lines, members, priceFen: 0, minSpendFen: 0, withCoupons: true },
    }),
  );
}

const isUnitCoupon = ({ kind }: CouponTerms): boolean => kind !== 'percent' && kind !== 'money_off';

const unitsOf = ({ kind, units }: CouponTerms): number =>
  kind === 'gift_session' ? (units ?? 1) : 1;

function unitCouponClasses(coupons: readonly Reached<CouponTerms>[]): CoverClass[] {
  return classes(
    coupons
      .filter(({ terms }) => isUnitCoupon(terms))
      .map(({ terms, lines }) => {
        const priceFen = terms.kind === 'trial_price' ? (terms.amountFen ?? 0) : 0;
        const { minSpendFen, withCoupons } = terms;
        const units = unitsOf(terms);
        return {
          key: JSON.stringify([priceFen, units, minSpendFen, withCoupons, lines]),
          of: { priceFen, minSpendFen, withCoupons, lines },
          member: { id: terms.id, until: terms.validUntil ?? NEVER, units },
        };
      }),
    (of, members) => ({ kind: 'coupon', ...of, members }),
  );
}

function deductClasses(coupons: readonly Reached<CouponTerms>[]): DeductClass[] {
  return classes(
    coupons
      .filter(({ terms }) => !isUnitCoupon(terms))
      .map(({ terms, lines }) => {
        const of = {
          kind: terms.kind === 'percent' ? ('percent' as const) : ('money_off' as const),
          amount: terms.kind === 'percent' ? 1_000 - (terms.permille ?? 0) : (terms.amountFen ?? 0),
          capFen: terms.kind === 'percent' ? terms.capFen : null,
          ...{ minSpendFen: terms.minSpendFen, withCoupons: terms.withCoupons, lines },
          ...{ takesBenefits: !terms.withTier, breadth: scopeBreadth(terms.scope) },
        };
        const member = { id: terms.id, until: terms.validUntil ?? NEVER, units: 0 };
        return { key: JSON.stringify(of), of, member };
      }),
    (of, members) => ({ ...of, members }),
  ).sort((a, b) => a.breadth - b.breadth || b.amount - a.amount || earlier(a.lines, b.lines));
}

/** Which of two lists of lines begins earlier on the bill. */
function earlier(a: readonly number[], b: readonly number[]): number {
  for (const [index, line] of a.entries()) {
    const difference = line - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function groupsOf(
  prices: readonly UnitPrices[],
  isGoods: readonly boolean[],
  all: readonly { readonly lines: readonly number[] }[],
): Group[] {
  const groups = new Map<string, { bestFen: number; openFen: number; lines: number[] }>();
  for (const [line, { best, open }] of prices.entries()) {
    const reached = all.map(({ lines }) => (lines.includes(line) ? 1 : 0)).join('');
    const key = [best.fen, open.fen, isGoods[line], reached].join();
    const found = groups.get(key);
    if (found) found.lines.push(line);
    else groups.set(key, { bestFen: best.fen, openFen: open.fen, lines: [line] });
  }
  return [...groups.values()];
}

/** Turns a bill into numbers. @param input checked before */
export function problemOf(input: PriceInput): Problem {
  const rules = rulesInForce(input.rules, input.client, input.at);
  const prices = input.lines.map((line) => unitPrices(line, input.client, rules));
  const reserved = (id: string): number =>
    input.sessions
      .flatMap((session) => session.reserved)
      .reduce((sum, { lineId, units }) => sum + (lineId === id ? units : 0), 0);
  const units = input.lines.map((line) => line.quantity - reserved(line.id));
  const isGoods = input.lines.map((line) => line.kind !== 'card');
  const coupons = reachedBy(input.coupons, units, (coupon, index) => {
    const line = input.lines[index];
    return line !== undefined && couponReaches(coupon, line);
  });
  const sessions = reachedBy(
    input.sessions.filter(({ available }) => available > 0),
    units,
    ({ serviceIds }, index) => {
      const line = input.lines[index];
      return line?.kind === 'service' && serviceIds.includes(line.itemId);
    },
  );
  const covers = [...sessionClasses(sessions), ...unitCouponClasses(coupons)];
  const deducts = deductClasses(coupons);
  const groups = groupsOf(prices, isGoods, [...covers, ...deducts]);
  const reached = new Map(
    [...covers, ...deducts].map((one) => [
      one,
      [...groups.keys()].filter((group) => one.lines.includes(groups[group]?.lines[0] ?? -1)),
    ]),
  );
  const reach = (one: CoverClass | DeductClass): readonly number[] => reached.get(one) ?? [];
  return { prices, units, isGoods, covers, deducts, groups, reach };
}
