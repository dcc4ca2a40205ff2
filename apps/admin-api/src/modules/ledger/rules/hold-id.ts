/** The most holds that one entry may open: both sides of as many lots as an entry's legs can pay out. */
export const MOST_HOLDS = 4000;

/** Ids of the first holds of entries; those of entries with more begin far above, so that no two ever meet. */
const FIRST = 100;
const BEYOND = 2 ** 52;

/**
 * The id of a hold follows from the entry that opened it, so that the journal tells it and a changed one is seen.
 * @param index its place among the holds of the entry, from 0
 */
export function holdId(openedTxId: number, index: number): number {
  if (index < 0 || index >= MOST_HOLDS) throw new RangeError('an entry opens too many holds');
  if (index < FIRST) return openedTxId * FIRST + index;
  const id = BEYOND + openedTxId * MOST_HOLDS + index;
  if (!Number.isSafeInteger(id)) throw new RangeError('no more ids for holds');
  return id;
}
