/** What a card holds and what is on its way to it, in fen. */
export interface CardLoad {
  /** Paid value that is there. */
  readonly balanceFen: number;
  /** Paid value of orders that may still be paid. */
  readonly openFen: number;
}

/** How much may still be paid onto the card; null without a cap. Value given on top is not a prepayment. Fen. */
export function capRoom(capFen: number | null, { balanceFen, openFen }: CardLoad): number | null {
  return capFen === null ? null : Math.max(0, capFen - balanceFen - openFen);
}
