import type {
  CouponTerms,
  LineRule,
  PriceInput,
  PriceLine,
  SessionTerms,
} from '../../../src/modules/pricing/index.js';

/*
 * The rules of combination once more, from the README of pricing alone and without any cleverness: every way to treat
 * every single piece of a bill, with every set of coupons. It shares no line of code with what it judges.
 */

/** What the plain enumeration finds. Amounts in fen. */
export interface Found {
  readonly payFen: number;
  readonly sessions: number;
  readonly couponIds: readonly string[];
  readonly timeCards: number;
  readonly tried: number;
}

/** One piece on the counter. */
interface Piece {
  readonly line: PriceLine;
  readonly row: number;
  /** Cheapest of all, and cheapest without what only members have. */
  readonly mine: number;
  readonly anybodys: number;
}

/** What happens to a piece: it is paid, or this coupon or card takes it. */
type Fate = 'paid' | { readonly card: SessionTerms } | { readonly coupon: CouponTerms };

const half = (fen: number, permille: number): number => Math.round((fen * permille) / 1000);

function inTime(rule: LineRule, { at, client }: PriceInput): boolean {
  const { from, until, weekdays, monthDays, hours } = rule.window;
  const day = new Date(`${at.date}T00:00:00Z`);
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  if (from && at.date < from) return false;
  if (until && until < at.date) return false;
  if (weekdays.length > 0 && weekdays.every((one) => one !== weekday)) return false;
  if (monthDays.length > 0 && monthDays.every((one) => one !== day.getUTCDate())) return false;
  if (hours && (at.minute < hours.fromMinute || at.minute >= hours.untilMinute)) return false;
  if (forMembers(rule) && !client?.isMember) return false;
  if (rule.kind === 'first_visit') return client !== null && client.isFirstVisit;
  if (rule.kind !== 'birthday') return true;
  if (!client?.birthday) return false;
  const since = (day.getTime() - Date.parse(`${client.birthday}T00:00:00Z`)) / 86_400_000;
  return since >= 0 ? since <= rule.daysAfter : -since <= rule.daysBefore;
}

const forMembers = (rule: LineRule): boolean =>
  rule.kind === 'birthday' || rule.kind === 'member_day' || rule.membersOnly;

function hits(scope: CouponTerms['scope'], line: PriceLine): boolean {
  if (scope.kind === 'all') return ['service', 'product', 'combo'].includes(line.kind);
  if (scope.kind === 'services') return ['service', 'combo'].includes(line.kind);
  if (scope.kind === 'products') return line.kind === 'product';
  return (
    scope.ids.includes(line.itemId) || ('categoryId' in line && scope.ids.includes(line.categoryId))
  );
}

function made(list: number, { effect }: LineRule): number {
  if (effect.kind === 'price') return Math.min(effect.priceFen, list);
  if (effect.kind === 'off') return Math.max(list - effect.amountFen, 0);
  return Math.min(half(list, effect.permille), list);
}

/** The cheapest price of a service or product, with or without what is for members. */
function cheapest(line: PriceLine, input: PriceInput, withMembers: boolean): number {
  if (line.kind === 'card') return line.listFen;
  if (line.kind === 'combo') {
    const apart = line.parts.map((part) =>
      cheapest(
        {
          ...{ kind: 'service', id: 'part', itemId: part.serviceId, name: part.name, quantity: 1 },
          ...{ listFen: part.listFen, memberPriceFen: part.memberPriceFen, grade: null },
          ...{ gradePrices: [], categoryId: part.categoryId },
        },
        input,
        withMembers,
      ),
    );
    return Math.min(
      line.listFen,
      line.comboFen,
      apart.reduce((sum, fen) => sum + fen, 0),
    );
  }
  const graded =
    line.kind === 'service'
      ? line.gradePrices.find((each) => each.grade === line.grade)
      : undefined;
  const list = graded?.priceFen ?? line.listFen;
  const prices = [list];
  for (const rule of input.rules)
    if (inTime(rule, input) && hits(rule.scope, line) && (withMembers || !forMembers(rule)))
      prices.push(made(list, rule));
  const { client } = input;
  if (withMembers && client?.isMember && !graded && line.memberPriceFen !== null)
    prices.push(line.memberPriceFen);
  if (withMembers && client?.tier) {
    const { servicePermille, productPermille } = client.tier;
    prices.push(half(list, line.kind === 'service' ? servicePermille : productPermille));
  }
  return Math.min(...prices);
}

const takesOff = ({ kind }: CouponTerms): boolean => kind === 'percent' || kind === 'money_off';

function couponFits(coupon: CouponTerms, line: PriceLine): boolean {
  if (coupon.kind === 'free_service' || coupon.kind === 'gift_session')
    if (line.kind !== 'service') return false;
  if (coupon.kind === 'trial_price' && line.kind !== 'service' && line.kind !== 'product')
    return false;
  return hits(coupon.scope, line);
}

const cardFits = (card: SessionTerms, line: PriceLine): boolean =>
  line.kind === 'service' && card.serviceIds.includes(line.itemId);

/** All subsets of the coupons that may lie on the counter together. */
function hands({ coupons, mostCoupons }: PriceInput): CouponTerms[][] {
  let all: CouponTerms[][] = [[]];
  for (const coupon of coupons) all = all.flatMap((hand) => [hand, [...hand, coupon]]);
  return all.filter(
    (hand) =>
      hand.length <= mostCoupons &&
      (hand.length < 2 || hand.every(({ withCoupons }) => withCoupons)) &&
      hand.filter(({ kind }) => kind === 'percent').length < 2,
  );
}

/** All fates of all pieces. */
function* fates(options: readonly (readonly Fate[])[]): Generator<Fate[]> {
  const turn = options.map(() => 0);
  for (;;) {
    yield turn.map((n, index) => options[index]?.[n] ?? 'paid');
    let wheel = 0;
    while (wheel < turn.length) {
      turn[wheel] = (turn[wheel] ?? 0) + 1;
      if ((turn[wheel] ?? 0) < (options[wheel]?.length ?? 0)) break;
      turn[wheel] = 0;
      wheel += 1;
    }
    if (wheel === turn.length) return;
  }
}

/** Shares an amount by weight; whoever has the largest rest gets the fen that is over. */
function share(amount: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (amount * weight) / all);
  const parts = exact.map(Math.floor);
  let over = amount - parts.reduce((sum, part) => sum + part, 0);
  const rest = weights.map((weight, n) => amount * weight - (parts[n] ?? 0) * all);
  while (over > 0) {
    const largest = rest.indexOf(Math.max(...rest));
    parts[largest] = (parts[largest] ?? 0) + 1;
    rest[largest] = -1;
    over -= 1;
  }
  return parts;
}

const breadth = { listed: 0, services: 1, products: 1, all: 2 };

/** Pieces that nobody could tell apart share a name. */
function likeness(
  { row, line, mine, anybodys }: Piece,
  pieces: readonly Piece[],
  input: PriceInput,
): string {
  const rows = pieces.filter((piece) => piece.row === row).length > 0;
  return JSON.stringify([
    ...[rows, mine, anybodys, line.kind === 'card'],
    input.coupons.map((coupon) => couponFits(coupon, line)),
    input.sessions.map((card) => card.available > 0 && cardFits(card, line)),
  ]);
}

/** What one combination costs; undefined where a rule forbids it. */
function cost(
  input: PriceInput,
  pieces: readonly Piece[],
  fate: readonly Fate[],
  hand: readonly CouponTerms[],
): number | undefined {
  const deducting = hand.filter(takesOff);
  const price = ({ line, mine, anybodys }: Piece): number =>
    deducting.some((coupon) => !coupon.withTier && couponFits(coupon, line)) ? anybodys : mine;
  let fixed = 0;
  const rows = input.lines.map(() => 0);
  for (const [n, piece] of pieces.entries()) {
    const its = fate[n] ?? 'paid';
    if (its === 'paid') {
      rows[piece.row] = (rows[piece.row] ?? 0) + price(piece);
      continue;
    }
    const to =
      'coupon' in its && its.coupon.kind === 'trial_price' ? (its.coupon.amountFen ?? 0) : 0;
    if (price(piece) <= to) return undefined;
    fixed += to;
  }
  const spent = (fits: (line: PriceLine) => boolean): number =>
    input.lines.reduce((sum, line, row) => sum + (fits(line) ? (rows[row] ?? 0) : 0), 0);
  for (const coupon of hand) {
    const counts = takesOff(coupon)
      ? (line: PriceLine) => couponFits(coupon, line)
      : (line: PriceLine) => line.kind !== 'card';
    if (spent(counts) < coupon.minSpendFen) return undefined;
    const covers = fate.filter((its) => its !== 'paid' && 'coupon' in its && its.coupon === coupon);
    if (!takesOff(coupon) && covers.length === 0) return undefined;
  }
  const standing = (coupon: CouponTerms): number[] =>
    input.lines.flatMap((line, row) =>
      couponFits(coupon, line) && pieces.some((piece) => piece.row === row) ? [row] : [],
    );
  const queue = [...deducting].sort((a, b) => {
    if (a.kind !== b.kind) return a.kind === 'percent' ? -1 : 1;
    const first = breadth[a.scope.kind] - breadth[b.scope.kind];
    if (first !== 0 || a.kind === 'percent') return first;
    if (a.amountFen !== b.amountFen) return (b.amountFen ?? 0) - (a.amountFen ?? 0);
    const [x, y] = [standing(a), standing(b)];
    for (let n = 0; n < Math.max(x.length, y.length); n += 1)
      if (x[n] !== y[n]) return (x[n] ?? -1) - (y[n] ?? -1);
    return 0;
  });
  for (const coupon of queue) {
    const weights = rows.map((fen, row) => {
      const line = input.lines[row];
      return line && couponFits(coupon, line) ? fen : 0;
    });
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const wish =
      coupon.kind === 'percent'
        ? Math.min(
            Math.floor((all * (1000 - (coupon.permille ?? 0))) / 1000),
            coupon.capFen ?? Infinity,
          )
        : (coupon.amountFen ?? 0);
    const off = Math.min(wish, all);
    if (off <= 0) return undefined;
    for (const [row, part] of share(off, weights).entries()) rows[row] = (rows[row] ?? 0) - part;
  }
  return fixed + rows.reduce((sum, fen) => sum + fen, 0);
}

/** No card and no coupon gives more than it has, and like pieces are covered in the order of the bill. */
function isPossible(fate: readonly Fate[], names: readonly string[]): boolean {
  const used = new Map<SessionTerms | CouponTerms, number>();
  for (const its of fate) {
    if (its === 'paid') continue;
    const from = 'card' in its ? its.card : its.coupon;
    const most = 'card' in its ? its.card.available : couponUnits(its.coupon);
    const count = (used.get(from) ?? 0) + 1;
    if (count > most) return false;
    used.set(from, count);
  }
  return fate.every(
    (its, n) =>
      its === 'paid' || names.every((name, m) => m >= n || name !== names[n] || fate[m] !== 'paid'),
  );
}

const couponUnits = ({ kind, units }: CouponTerms): number =>
  kind === 'gift_session' ? (units ?? 1) : 1;

/** What decides between two combinations, most important first. */
function rank(
  payFen: number,
  fate: readonly Fate[],
  hand: readonly CouponTerms[],
): (number | string)[] {
  const cards = fate.flatMap((its) => (its !== 'paid' && 'card' in its ? [its.card] : []));
  const packages = cards.filter(({ kind }) => kind === 'package').length;
  const last = '9999-12-31';
  return [
    ...[payFen, packages, hand.length, cards.length - packages],
    ...hand.map(({ validUntil }) => validUntil ?? last).sort(),
    ...cards.map(({ expiresOn }) => expiresOn ?? last).sort(),
    ...hand.map(({ id }) => id).sort(),
    ...cards.map(({ id }) => id).sort(),
  ];
}

function isBetter(a: readonly (number | string)[], b: readonly (number | string)[]): boolean {
  for (const [n, value] of a.entries()) {
    const other = b[n];
    if (other !== undefined && value !== other) return value < other;
  }
  return false;
}

/** Tries everything. For small bills without discounts by hand only. */
export function everyCombination(input: PriceInput): Found {
  const pieces = input.lines.flatMap((line, row) => {
    const taken = input.sessions
      .flatMap(({ reserved }) => reserved)
      .reduce((sum, { lineId, units }) => sum + (lineId === line.id ? units : 0), 0);
    const piece = {
      ...{ line, row, mine: cheapest(line, input, true) },
      anybodys: cheapest(line, input, false),
    };
    return Array.from({ length: line.quantity - taken }, () => piece);
  });
  const names = pieces.map((piece) => likeness(piece, pieces, input));
  let best: { rank: (number | string)[]; found: Omit<Found, 'tried'> } | undefined;
  let tried = 0;
  for (const hand of hands(input)) {
    const options = pieces.map(({ line }): Fate[] => [
      'paid',
      ...input.sessions.filter((card) => cardFits(card, line)).map((card) => ({ card })),
      ...hand
        .filter((coupon) => !takesOff(coupon) && couponFits(coupon, line))
        .map((coupon) => ({ coupon })),
    ]);
    for (const fate of fates(options)) {
      if (!isPossible(fate, names)) continue;
      tried += 1;
      const payFen = cost(input, pieces, fate, hand);
      if (payFen === undefined) continue;
      const own = rank(payFen, fate, hand);
      if (best && !isBetter(own, best.rank)) continue;
      const [, sessions, , timeCards] = own as number[];
      const couponIds = hand.map(({ id }) => id).sort();
      best = {
        rank: own,
        found: { payFen, couponIds, sessions: sessions ?? 0, timeCards: timeCards ?? 0 },
      };
    }
  }
  if (!best) throw new Error('a bill can always be paid without coupons');
  return { ...best.found, tried };
}
