import { priceFor } from '../../catalog/index.js';
import type {
  ComboLine,
  ComboPart,
  LineRule,
  PriceClient,
  PriceEffect,
  PriceLine,
} from './price-input.js';
import type { ReasonKind } from './price-output.js';
import { isMemberBenefit } from './rule-in-force.js';
import { reaches } from './scope.js';

/** One price that a unit could have. */
export interface UnitPrice {
  /** Null: the list price. */
  readonly kind: ReasonKind | null;
  readonly sourceId: string | null;
  readonly label: string;
  readonly fen: number;
  readonly isMemberBenefit: boolean;
}

/** What one unit of a line may cost. */
export interface UnitPrices {
  readonly listFen: number;
  /** Lowest first; the list price is always among them. */
  readonly all: readonly UnitPrice[];
  readonly best: UnitPrice;
  /** The best that everybody has. */
  readonly open: UnitPrice;
}

const PERMILLE = 1_000;

/** A thousandth part of a price, half a fen up. */
export const permilleOf = (fen: number, permille: number): number =>
  Math.floor((fen * permille + PERMILLE / 2) / PERMILLE);

/** What an effect makes of a list price; never above it and never below zero. */
export function effectOn(listFen: number, effect: PriceEffect): number {
  switch (effect.kind) {
    case 'price':
      return Math.min(listFen, effect.priceFen);
    case 'permille':
      return Math.min(listFen, permilleOf(listFen, effect.permille));
    case 'off':
      return Math.max(0, listFen - effect.amountFen);
  }
}

const DIGITS = '零一二三四五六七八九';

/** 880 → 八八折, 900 → 九折, 855 → 八五五折, 1000 → 原价. */
export function spokenDiscount(permille: number): string {
  if (permille >= PERMILLE) return '原价';
  if (permille === 0) return '免费';
  const text = String(permille).padStart(3, '0').replace(/0+$/, '');
  return `${[...text].map((digit) => DIGITS[Number(digit)]).join('')}折`;
}

/** Ties: what needs the least explaining. */
const ORDER: readonly (ReasonKind | null)[] = [
  ...([null, 'combo', 'timed', 'first_visit', 'parts', 'member_price', 'tier'] as const),
  ...(['member_day', 'birthday'] as const),
];

const byPrice = (a: UnitPrice, b: UnitPrice): number =>
  a.fen - b.fen ||
  Number(a.isMemberBenefit) - Number(b.isMemberBenefit) ||
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  ((a.sourceId ?? '') < (b.sourceId ?? '') ? -1 : 1);

function chosen(listFen: number, others: readonly UnitPrice[]): UnitPrices {
  const list = { kind: null, sourceId: null, label: '原价', fen: listFen, isMemberBenefit: false };
  const all = [list, ...others].sort(byPrice);
  const best = all[0] ?? list;
  return { listFen, all, best, open: all.find((price) => !price.isMemberBenefit) ?? list };
}

/** The price that her tier gives; a combo is never discounted as a whole, a card never at all. */
function tierPrice(
  kind: PriceLine['kind'],
  listFen: number,
  client: PriceClient | null,
): UnitPrice[] {
  const tier = client?.tier;
  if (!tier || (kind !== 'service' && kind !== 'product')) return [];
  const permille = kind === 'service' ? tier.servicePermille : tier.productPermille;
  if (permille >= PERMILLE) return [];
  const label = `${tier.name}${spokenDiscount(permille)}`;
  const fen = permilleOf(listFen, permille);
  return [{ kind: 'tier', sourceId: null, label, fen, isMemberBenefit: true }];
}

function rulePrices(line: PriceLine, listFen: number, rules: readonly LineRule[]): UnitPrice[] {
  return rules
    .filter((rule) => reaches(rule.scope, line))
    .map((rule) => ({
      ...{ kind: rule.kind, sourceId: rule.id, label: rule.name },
      ...{ fen: effectOn(listFen, rule.effect), isMemberBenefit: isMemberBenefit(rule) },
    }));
}

function memberPrice(fen: number | null, client: PriceClient | null): UnitPrice[] {
  if (fen === null || client?.isMember !== true) return [];
  return [{ kind: 'member_price', sourceId: null, label: '会员价', fen, isMemberBenefit: true }];
}

/** Every price that a unit of this line could have. @param rules those in force */
export function unitPrices(
  line: PriceLine,
  client: PriceClient | null,
  rules: readonly LineRule[],
): UnitPrices {
  if (line.kind === 'card') return chosen(line.listFen, []);
  if (line.kind === 'combo') return comboPrices(line, client, rules);
  const graded =
    line.kind === 'service'
      ? priceFor({ priceFen: line.listFen, gradePrices: line.gradePrices }, line.grade)
      : line.listFen;
  const hasOwnGrade =
    line.kind === 'service' && line.gradePrices.some(({ grade }) => grade === line.grade);
  return chosen(graded, [
    ...memberPrice(hasOwnGrade ? null : line.memberPriceFen, client),
    ...tierPrice(line.kind, graded, client),
    ...rulePrices(line, graded, rules),
  ]);
}

/** A part of a combo as if it were bought alone. */
export function partPrices(
  part: ComboPart,
  client: PriceClient | null,
  rules: readonly LineRule[],
): UnitPrices {
  const line = {
    ...({ kind: 'service', id: '', itemId: part.serviceId, name: part.name, quantity: 1 } as const),
    ...{ listFen: part.listFen, categoryId: part.categoryId, grade: null, gradePrices: [] },
    memberPriceFen: part.memberPriceFen,
  };
  return unitPrices(line, client, rules);
}

function comboPrices(
  line: ComboLine,
  client: PriceClient | null,
  rules: readonly LineRule[],
): UnitPrices {
  const parts = line.parts.map((part) => partPrices(part, client, rules));
  const sum = (of: (prices: UnitPrices) => number): number =>
    parts.reduce((total, prices) => total + of(prices), 0);
  const own = { kind: 'combo', sourceId: line.itemId, label: '套餐价' } as const;
  const apart = { kind: 'parts', sourceId: null, label: '单项优惠价' } as const;
  return chosen(line.listFen, [
    { ...own, fen: Math.min(line.listFen, line.comboFen), isMemberBenefit: false },
    { ...apart, fen: sum(({ open }) => open.fen), isMemberBenefit: false },
    { ...apart, fen: sum(({ best }) => best.fen), isMemberBenefit: true },
  ]);
}
