import { toSafeInteger } from '../database/index.js';

/** An integer number of fen; 100 fen are one yuan. Never a float, never yuan. */
export type AmountFen = number;

/** The most that one amount may be: ten thousand million yuan, so that sums of thousands stay exact. */
export const MOST_FEN = 1_000_000_000_000;

/**
 * An amount that comes from outside the code: a database column, a sum, a request.
 * @throws RangeError for anything that is not a whole number that JavaScript holds exactly
 */
export function toAmount(value: unknown): AmountFen {
  return toSafeInteger(value);
}

/** @throws RangeError unless it is a whole number from 1 to MOST_FEN */
export function requirePositive(amount: number): number {
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > MOST_FEN)
    throw new RangeError('an amount is a whole number above zero');
  return amount;
}

/** @throws RangeError where the sum would no longer be exact */
export function sumFen(amounts: Iterable<AmountFen>): AmountFen {
  let sum = 0;
  for (const amount of amounts) sum = toSafeInteger(sum + toSafeInteger(amount));
  return sum;
}
