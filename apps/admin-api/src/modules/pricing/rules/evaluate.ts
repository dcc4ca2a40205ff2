import { splitByLargestRemainder } from '../../../platform/money/index.js';
import type { CoverClass, DeductClass, Member, Problem } from './problem.js';

/** How many units of each group a class covers. */
export interface CoverChoice {
  readonly cover: CoverClass;
  /** By index of the group. */
  readonly units: readonly number[];
}

export interface DeductChoice {
  readonly deduct: DeductClass;
  /** How many of the class are used; more than none. */
  readonly count: number;
}

/** One allowed or forbidden way to settle a bill. */
export interface Choice {
  readonly covers: readonly CoverChoice[];
  /** In the order in which they are taken off. */
  readonly deducts: readonly DeductChoice[];
}

/** What one coupon took off, by line. */
export interface Deduction {
  readonly couponId: string;
  readonly byLine: readonly number[];
}

/** What a choice comes to. */
export interface Outcome {
  readonly payFen: number;
  /** Package sessions used, without reserved ones. */
  readonly sessions: number;
  readonly coupons: number;
  readonly timeCardUses: number;
  /** Last days of the coupons, then of the cards unit by unit, each earliest first; then their ids in the same way. */
  readonly order: readonly (readonly string[])[];
  /** By line: units that are paid at the price of their rule, and whether member benefits were taken from it. */
  readonly paidUnits: readonly number[];
  readonly isOpen: readonly boolean[];
  readonly deductions: readonly Deduction[];
  readonly choice: Choice;
}

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
};

/** The members of a class that cover so many units, and how many each. */
export function shareOut(members: readonly Member[], units: number): [Member, number][] {
  const shares: [Member, number][] = [];
  let left = units;
  for (const member of members) {
    if (left <= 0) break;
    const here = Math.min(left, member.units);
    shares.push([member, here]);
    left -= here;
  }
  return shares;
}

/** Days and ids of what is used, each list sorted. */
function orderOf({ covers, deducts }: Choice): string[][] {
  const coupons: Member[] = deducts.flatMap(({ deduct, count }) => deduct.members.slice(0, count));
  const cards: Member[] = [];
  for (const { cover, units } of covers)
    for (const [member, here] of shareOut(cover.members, sumOf(units)))
      if (cover.kind === 'coupon') coupons.push(member);
      else cards.push(...Array.from({ length: here }, () => member));
  const sorted = (members: Member[], key: 'until' | 'id'): string[] =>
    members.map((member) => member[key]).sort();
  return [
    ...[sorted(coupons, 'until'), sorted(cards, 'until')],
    ...[sorted(coupons, 'id'), sorted(cards, 'id')],
  ];
}

/** Lines from which a chosen coupon takes member benefits. */
function openLines({ prices }: Problem, { deducts }: Choice): boolean[] {
  const open = prices.map(() => false);
  for (const { deduct } of deducts)
    if (deduct.takesBenefits) for (const line of deduct.lines) open[line] = true;
  return open;
}

/** Units by line that are left to pay: like units are covered in the order of the bill. */
function paidUnitsOf({ groups, units }: Problem, { covers }: Choice): number[] {
  const paid = [...units];
  for (const [index, { lines }] of groups.entries()) {
    let covered = sumOf(covers.map((choice) => choice.units[index] ?? 0));
    for (const line of lines) {
      const here = Math.min(covered, paid[line] ?? 0);
      paid[line] = (paid[line] ?? 0) - here;
      covered -= here;
    }
  }
  return paid;
}

/** Takes the coupons off, one after the other. Undefined when one is below its minimum or takes nothing off. */
function deducted(
  { deducts }: Choice,
  base: readonly number[],
): { deductions: Deduction[]; costs: number[] } | undefined {
  const costs = [...base];
  const deductions: Deduction[] = [];
  for (const { deduct, count } of deducts) {
    const { lines, kind, amount, capFen, minSpendFen } = deduct;
    if (sumOf(lines.map((line) => base[line] ?? 0)) < minSpendFen) return undefined;
    for (const member of deduct.members.slice(0, count)) {
      const weights = costs.map((cost, line) => (lines.includes(line) ? cost : 0));
      const all = sumOf(weights);
      const wished = kind === 'percent' ? Math.floor((all * amount) / 1_000) : amount;
      const off = Math.min(wished, capFen ?? wished, all);
      if (off <= 0) return undefined;
      const byLine = splitByLargestRemainder(off, weights);
      for (const [line, share] of byLine.entries()) costs[line] = (costs[line] ?? 0) - share;
      deductions.push({ couponId: member.id, byLine });
    }
  }
  return { deductions, costs };
}

/** What a choice comes to; undefined when a rule forbids it. The percentage has to be the first deduction. */
export function evaluate(problem: Problem, choice: Choice): Outcome | undefined {
  const isOpen = openLines(problem, choice);
  const paidUnits = paidUnitsOf(problem, choice);
  const base = problem.prices.map(
    ({ best, open }, line) => (paidUnits[line] ?? 0) * (isOpen[line] ? open : best).fen,
  );
  const goods = sumOf(base.filter((_, line) => problem.isGoods[line]));
  if (choice.covers.some(({ cover }) => goods < cover.minSpendFen)) return undefined;
  const settled = deducted(choice, base);
  if (!settled) return undefined;
  const covered = (kind: CoverClass['kind']): number =>
    sumOf(choice.covers.flatMap(({ cover, units }) => (cover.kind === kind ? units : [])));
  const order = orderOf(choice);
  const coverPay = choice.covers.map(({ cover, units }) => cover.priceFen * sumOf(units));
  return {
    payFen: sumOf(settled.costs) + sumOf(coverPay),
    sessions: covered('package'),
    coupons: order[0]?.length ?? 0,
    timeCardUses: covered('time_card'),
    ...{ order, paidUnits, isOpen, deductions: settled.deductions, choice },
  };
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (const [index, text] of a.entries()) {
    const other = b[index] ?? '';
    if (text !== other) return text < other ? -1 : 1;
  }
  return 0;
}

/** Below zero when `a` is the better outcome for the client, by the order that the README gives. */
export function compareOutcomes(a: Outcome, b: Outcome): number {
  const difference =
    a.payFen - b.payFen ||
    a.sessions - b.sessions ||
    a.coupons - b.coupons ||
    a.timeCardUses - b.timeCardUses;
  if (difference !== 0) return difference;
  for (const [index, list] of a.order.entries()) {
    const compared = compareTexts(list, b.order[index] ?? []);
    if (compared !== 0) return compared;
  }
  return 0;
}
