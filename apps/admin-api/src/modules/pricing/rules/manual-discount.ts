import { splitByLargestRemainder } from '../../../platform/money/index.js';
import type { ManualDiscount } from './price-input.js';
import { permilleOf } from './unit-prices.js';

/** What a discount by hand takes off an amount in fen: never more than it, and nothing when it would be dearer. */
function offOf(amountFen: number, { kind, value }: ManualDiscount): number {
  const pay =
    kind === 'off' ? amountFen - value : kind === 'price' ? value : permilleOf(amountFen, value);
  return amountFen - Math.min(amountFen, Math.max(0, pay));
}

/**
 * Takes one discount by hand off lines that cost so much.
 * @param line index of its line; undefined for the bill
 * @param isGoods lines that a discount on the bill is shared over: cards are not
 * @returns what comes off, by line
 */
export function manualOff(
  discount: ManualDiscount,
  costs: readonly number[],
  line: number | undefined,
  isGoods: readonly boolean[],
): number[] {
  const weights = costs.map((cost, index) =>
    (line === undefined ? isGoods[index] : index === line) ? cost : 0,
  );
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return splitByLargestRemainder(offOf(all, discount), weights);
}
