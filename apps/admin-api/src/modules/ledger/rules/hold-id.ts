/** The most holds that one entry may open. */
export const MOST_HOLDS = 100;

/**
 * The id of a hold follows from the entry that opened it, so that the journal tells it and a changed one is seen.
 * @param index its place among the holds of the entry, from 0
 */
export function holdId(openedTxId: number, index: number): number {
  if (index < 0 || index >= MOST_HOLDS) throw new RangeError('an entry opens too many holds');
  return openedTxId * MOST_HOLDS + index;
}
