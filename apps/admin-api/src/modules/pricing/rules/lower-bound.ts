/** A covering class while units are given to it: the groups that it may still cover and how many. */
export interface OpenCover {
  readonly priceFen: number;
  readonly groups: readonly number[];
  readonly left: number;
}

/** Where the search of covers stands. */
export interface Standing {
  /** Units left to pay, by group. */
  readonly units: readonly number[];
  /** What one of them costs, by group, in fen. */
  readonly prices: readonly number[];
  /** All groups, those first of which a covered unit saves most; so are the groups of each cover. */
  readonly byPrice: readonly number[];
  /** What is left of a thousand when the percentage came off, by group. */
  readonly weights: readonly number[];
  /** What covered units cost so far (trial prices), fen. */
  readonly coveredFen: number;
  /** What money-off coupons take off at most, fen. */
  readonly offFen: number;
  readonly covers: readonly OpenCover[];
}

const WHOLE = 1_000;

/** What this many of the dearest units are worth, less what each costs then; in thousandths of a fen. */
function gainOf(
  { units, prices, weights }: Standing,
  groups: readonly number[],
  left: number,
  priceFen: number,
): number {
  let [rest, sum] = [left, 0];
  for (const group of groups) {
    if (rest === 0) break;
    const gain = (prices[group] ?? 0) * (weights[group] ?? 0) - priceFen * WHOLE;
    const here = Math.min(rest, units[group] ?? 0);
    if (gain > 0) sum += gain * here;
    rest -= here;
  }
  return sum;
}

/** Groups by what a covered unit of them saves. @param weights left of a thousand */
export function dearestFirst(
  groups: readonly number[],
  prices: readonly number[],
  weights: readonly number[],
): number[] {
  const worth = (group: number): number => (prices[group] ?? 0) * (weights[group] ?? 0);
  return [...groups].sort((a, b) => worth(b) - worth(a) || a - b);
}

/**
 * No way to use what is open costs less than this, in fen. Minimum spends are taken as met and money-off coupons as
 * taken in full; no cover takes more units than it has, and no unit is covered twice.
 */
export function lowerBound(at: Standing): number {
  let [base, byCover, capacity] = [0, 0, 0];
  for (const [group, count] of at.units.entries())
    base += count * (at.prices[group] ?? 0) * (at.weights[group] ?? 0);
  let cheapest = Infinity;
  for (const { groups, left, priceFen } of at.covers) {
    byCover += gainOf(at, groups, left, priceFen);
    capacity += left;
    cheapest = Math.min(cheapest, priceFen);
  }
  const gain = capacity === 0 ? 0 : Math.min(byCover, gainOf(at, at.byPrice, capacity, cheapest));
  return Math.ceil((base - gain) / WHOLE) + at.coveredFen - at.offFen;
}
