import { toAmount, type AmountFen } from './amount.js';

/**
 * Splits `total` by weights without losing a fen: everyone gets the whole part of their share, and what is left goes
 * fen by fen to the largest fractions (the first of equals). A weight of zero gets nothing.
 * @throws RangeError for a negative total or weight, or when there is something to split and no weight
 */
export function splitByLargestRemainder(total: AmountFen, weights: readonly number[]): AmountFen[] {
  if (toAmount(total) < 0 || weights.some((weight) => toAmount(weight) < 0))
    throw new RangeError('only what is not negative can be split');
  // A product of two amounts may not be exact as a number.
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (all === 0n) {
    if (total > 0) throw new RangeError('there is nobody to split it among');
    return weights.map(() => 0);
  }
  const products = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = products.map((product) => Number(product / all));
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  const byFraction = products
    .map((product, index) => ({ index, fraction: product % all }))
    .sort((a, b) =>
      a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1,
    );
  for (const { index } of byFraction.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
