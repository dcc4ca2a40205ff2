import type { Lot } from '../../../shared/api/contract';

/** What a charge would take of what was paid and of what was given on top, in fen. */
export interface SpendPreview {
  readonly principalFen: number;
  readonly bonusFen: number;
}

/** Lots in the order in which the ledger uses them: those good in this store only, then the oldest. */
const inSpendOrder = (lots: readonly Lot[]): Lot[] =>
  [...lots].sort(
    (a, b) =>
      Number(a.validEverywhere) - Number(b.validEverywhere) ||
      a.paidOn.localeCompare(b.paidOn) ||
      Number(a.id) - Number(b.id),
  );

/**
 * What the desk is shown before a charge; the ledger decides when it is made.
 * @returns undefined when the lots that are good in this store do not hold that much
 */
export function previewSpend(
  lots: readonly Lot[],
  storeId: string,
  amountFen: number,
): SpendPreview | undefined {
  let open = amountFen;
  let [principalFen, bonusFen] = [0, 0];
  for (const lot of inSpendOrder(lots)) {
    if (!lot.validEverywhere && lot.storeId !== storeId) continue;
    const amount = Math.min(open, lot.principalLeftFen + lot.bonusLeftFen);
    const bonus = bonusOf(lot, amount);
    principalFen += amount - bonus;
    bonusFen += bonus;
    open -= amount;
  }
  return open === 0 ? { principalFen, bonusFen } : undefined;
}

/** How much of an amount is taken from a lot's bonus. */
function bonusOf(lot: Lot, amount: number): number {
  const { principalLeftFen: principal, bonusLeftFen: bonus } = lot;
  if (amount === 0) return 0;
  switch (lot.spendOrder) {
    case 'principal_first':
      return Math.max(0, amount - principal);
    case 'bonus_first':
      return Math.min(amount, bonus);
    case 'proportional': {
      // Largest remainder, as the ledger shares it: of two parts the one with more of a fen left takes it.
      const whole = Math.floor((amount * bonus) / (principal + bonus));
      const rest = (amount * bonus) % (principal + bonus);
      const restOfPrincipal = (amount * principal) % (principal + bonus);
      return rest > restOfPrincipal ? whole + 1 : whole;
    }
  }
}
