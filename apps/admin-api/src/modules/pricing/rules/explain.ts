import { formatYuan } from '@yance/shared-types';
import type { CouponTerms } from './coupon-terms.js';
import type { Outcome } from './evaluate.js';
import type { PriceInput } from './price-input.js';
import type { Beaten, PricedLine } from './price-output.js';
import type { Problem } from './problem.js';
import { couponReaches } from './scope.js';
import { search } from './search.js';

/** Steps for finding out why one coupon is not used; the best of these is told. */
const MOST_NODES_EACH = 1_000;

const yuan = (fen: number): string => `¥${formatYuan(fen)}`;

/** `「水光护理」：金卡八八折，省 ¥48；「生日券」省 ¥80` */
function lineSentence(name: string, { because }: PricedLine): string {
  const parts = because.map(({ kind, label, units, savesFen }) => {
    if (kind === 'session') return `用${label}${units} 次`;
    if (kind === 'time_card') return `用${label}，不另收费`;
    return `${label}省 ${yuan(savesFen)}`;
  });
  return `「${name}」：${parts.join('，')}`;
}

/** What the lines that a coupon changed would have been sold at without it. */
function rivals(problem: Problem, lines: readonly number[]): string {
  const labels = lines.flatMap((line) => {
    const best = problem.prices[line]?.best;
    return best && best.kind !== null ? [best.label] : [];
  });
  const [label, ...others] = [...new Set(labels)];
  return label === undefined || others.length > 0 ? '不用券' : label;
}

/** What all coupons together are worth against the best price without any: `用「生日券」比会员价省 ¥12`. */
function couponSentence(
  input: PriceInput,
  problem: Problem,
  outcome: Outcome,
  usedLines: readonly number[],
): string[] {
  if (outcome.coupons === 0) return [];
  const without = search(problem, 0, { withoutCoupons: true }).outcome;
  const savesFen = (without?.payFen ?? outcome.payFen) - outcome.payFen;
  const [couponUntils, , couponIds] = outcome.order;
  const names = (couponIds ?? []).map(
    (id) => `「${input.coupons.find((coupon) => coupon.id === id)?.name ?? ''}」`,
  );
  if (savesFen <= 0 || couponUntils?.length === 0) return [];
  return [`用${names.join('')}比${rivals(problem, usedLines)}省 ${yuan(savesFen)}`];
}

/** The sentences of a bill: line by line, then what the coupons are worth, then what points could pay. */
export function sentencesOf(
  input: PriceInput,
  problem: Problem,
  outcome: Outcome,
  lines: readonly PricedLine[],
  points: { readonly points: number; readonly worthFen: number } | null,
): string[] {
  const usedLines = [...lines.entries()]
    .filter(([, line]) => line.because.some(({ kind }) => kind === 'coupon'))
    .map(([index]) => index);
  return [
    ...lines.flatMap((line, index) =>
      line.because.length > 0 ? [lineSentence(input.lines[index]?.name ?? '', line)] : [],
    ),
    ...couponSentence(input, problem, outcome, usedLines),
    ...(points ? [`可用 ${points.points} 积分抵 ${yuan(points.worthFen)}`] : []),
  ];
}

/** The most that a coupon's scope could come to on this bill, for its minimum spend. */
function mostSpend({ lines }: PriceInput, problem: Problem, coupon: CouponTerms): number {
  const isUnit = coupon.kind !== 'percent' && coupon.kind !== 'money_off';
  return lines.reduce((sum, line, index) => {
    const counts = isUnit ? problem.isGoods[index] : couponReaches(coupon, line);
    const prices = problem.prices[index];
    const fen = (isUnit || coupon.withTier ? prices?.best : prices?.open)?.fen ?? 0;
    return counts ? sum + (problem.units[index] ?? 0) * fen : sum;
  }, 0);
}

function whyNot(
  input: PriceInput,
  problem: Problem,
  coupon: CouponTerms,
  best: Outcome,
  outcome: Outcome | undefined,
): { reason: string; wouldPayFen: number | null } {
  if (!input.lines.some((line) => couponReaches(coupon, line)))
    return { reason: '本单没有适用的项目', wouldPayFen: null };
  if (outcome) {
    const more = outcome.payFen - best.payFen;
    const reason = more > 0 ? `用它要多付 ${yuan(more)}` : '用它不会更省';
    return { reason, wouldPayFen: outcome.payFen };
  }
  const missing = coupon.minSpendFen - mostSpend(input, problem, coupon);
  if (missing > 0)
    return { reason: `还差 ${yuan(missing)} 才满 ${yuan(coupon.minSpendFen)}`, wouldPayFen: null };
  return { reason: '用了也省不下钱', wouldPayFen: null };
}

/** The coupons that were tried and not used, each with its reason. Adds the nodes that trying them took. */
export function beatenCoupons(
  input: PriceInput,
  problem: Problem,
  best: Outcome,
): { beaten: Beaten[]; nodes: number } {
  const used = new Set(best.order[2]);
  let nodes = 0;
  const beaten = input.coupons
    .filter(({ id }) => !used.has(id))
    .map((coupon) => {
      const using = [...problem.covers, ...problem.deducts].find(({ members }) =>
        members.some(({ id }) => id === coupon.id),
      );
      if (using?.members.some(({ id }) => used.has(id)))
        return lost(coupon, { reason: '同样的券先用先到期的', wouldPayFen: null });
      const wish = { using, mostNodes: MOST_NODES_EACH };
      const forced = using && search(problem, input.mostCoupons, wish);
      nodes += forced?.nodes ?? 0;
      return lost(coupon, whyNot(input, problem, coupon, best, forced?.outcome));
    });
  return { beaten, nodes };
}

const lost = (
  { id, name }: CouponTerms,
  { reason, wouldPayFen }: { reason: string; wouldPayFen: number | null },
): Beaten => ({ kind: 'coupon', id, sentence: `「${name}」未用：${reason}`, wouldPayFen });

/** Prices that a line could have had and that another one beat: `会员价 ¥520 也可用，金卡八折再省 ¥56`. */
export function beatenPrices(
  input: PriceInput,
  problem: Problem,
  { isOpen, paidUnits }: Outcome,
): Beaten[] {
  return input.lines.flatMap((line, index) => {
    const prices = problem.prices[index];
    if (!prices || paidUnits[index] === 0) return [];
    const chosen = isOpen[index] ? prices.open : prices.best;
    return prices.all
      .filter(({ kind, fen }) => kind !== null && fen > chosen.fen && fen < prices.listFen)
      .map(({ label, fen }) => ({
        ...{ kind: 'line_price' as const, id: line.id, wouldPayFen: null },
        sentence: `「${line.name}」${label} ${yuan(fen)} 也可用，${chosen.label}再省 ${yuan(fen - chosen.fen)}`,
      }));
  });
}
