import type { PointsTerms } from './price-input.js';

/**
 * The most that points may pay of an amount in fen: whole steps, no more than she has, within the largest share.
 * Null when not even one step.
 */
export function pointsWorth(
  amountFen: number,
  { balance, stepPoints, stepFen, mostPermille }: PointsTerms,
): { points: number; worthFen: number } | null {
  const most = Math.floor((amountFen * mostPermille) / 1_000);
  const steps = Math.min(Math.floor(balance / stepPoints), Math.floor(most / stepFen));
  return steps > 0 ? { points: steps * stepPoints, worthFen: steps * stepFen } : null;
}
