/** What one deduction took of a lot, in fen. */
export interface UsedPart {
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly listPriceFen: number;
}

/** How much of what is left of a lot goes on, in fen; `movedFen` is above zero and at most `leftFen`. */
export interface MovedShare {
  readonly movedFen: number;
  readonly leftFen: number;
}

const SIDES = ['principalFen', 'bonusFen', 'listPriceFen'] as const;

/**
 * Which part of what was used of a lot goes on with a share of it, deduction by deduction: the same share of each.
 * Fractions are carried from one to the next, so over all of them no more than a fen is missing.
 */
export function usedShare(parts: readonly UsedPart[], share: MovedShare): UsedPart[] {
  const sums = { principalFen: 0, bonusFen: 0, listPriceFen: 0 };
  return parts.map((part) => {
    const gone = { principalFen: 0, bonusFen: 0, listPriceFen: 0 };
    for (const side of SIDES) {
      const before = shareOf(sums[side], share);
      sums[side] += part[side];
      gone[side] = shareOf(sums[side], share) - before;
    }
    return gone;
  });
}

/** Exactly, rounded down: the product may pass 2^53. */
const shareOf = (fen: number, { movedFen, leftFen }: MovedShare): number =>
  Number((BigInt(fen) * BigInt(movedFen)) / BigInt(leftFen));
