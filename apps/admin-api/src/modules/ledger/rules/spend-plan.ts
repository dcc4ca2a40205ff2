import type { LocalDate } from '../../../platform/clock/index.js';
import { splitByLargestRemainder } from '../../../platform/money/index.js';
import type { Lot, SpentPart } from '../ledger-types.js';

/** What may be taken of a lot: what is left of it less what is held. */
export interface SpendableLot {
  readonly lot: Lot;
  readonly principalFen: number;
  readonly bonusFen: number;
}

/**
 * The order in which lots are used: those that are good in this store only come first, since nothing else can use them
 * up; then the oldest.
 */
export function inSpendOrder(lots: readonly Lot[]): Lot[] {
  return [...lots].sort(
    (a, b) =>
      Number(a.validEverywhere) - Number(b.validEverywhere) ||
      (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : a.id - b.id),
  );
}

/**
 * What of a client's lots can pay in this store today. Principal never lapses; bonus does with its lot's date.
 * @param heldOf amounts of a lot that open holds keep
 */
export function spendableAt(
  lots: readonly Lot[],
  storeId: string,
  today: LocalDate,
  heldOf: (lotId: number) => { principalFen: number; bonusFen: number },
): SpendableLot[] {
  const here = lots.filter((lot) => lot.validEverywhere || lot.storeId === storeId);
  return inSpendOrder(here)
    .map((lot) => {
      const held = heldOf(lot.id);
      const lapsed = lot.expiresOn !== null && lot.expiresOn < today;
      return {
        lot,
        principalFen: lot.principalLeftFen - held.principalFen,
        bonusFen: lapsed ? 0 : lot.bonusLeftFen - held.bonusFen,
      };
    })
    .filter(({ principalFen, bonusFen }) => principalFen + bonusFen > 0);
}

/**
 * Takes `amountFen` from the lots in their order, from each by its own spend order. The last spend of a lot takes
 * whatever is left of it, so no fen stays behind.
 * @param most what may be taken of each side over all lots, where holds without a lot lower it
 * @returns undefined when they do not hold that much
 */
export function planSpend(
  lots: readonly SpendableLot[],
  amountFen: number,
  most: { readonly principalFen: number; readonly bonusFen: number },
): SpentPart[] | undefined {
  const parts: SpentPart[] = [];
  let [open, principalOpen, bonusOpen] = [amountFen, most.principalFen, most.bonusFen];
  for (const spendable of lots) {
    if (open === 0) break;
    const principalFen = Math.min(spendable.principalFen, principalOpen);
    const bonusFen = Math.min(spendable.bonusFen, bonusOpen);
    const amount = Math.min(open, principalFen + bonusFen);
    if (amount <= 0) continue;
    const part = takeFromLot({ lot: spendable.lot, principalFen, bonusFen }, amount);
    parts.push(part);
    open -= amount;
    principalOpen -= part.principalFen;
    bonusOpen -= part.bonusFen;
  }
  return open === 0 ? parts : undefined;
}

/** @param amount at most what the lot has */
function takeFromLot({ lot, principalFen, bonusFen }: SpendableLot, amount: number): SpentPart {
  switch (lot.spendOrder) {
    case 'principal_first': {
      const principal = Math.min(amount, principalFen);
      return { lotId: lot.id, principalFen: principal, bonusFen: amount - principal };
    }
    case 'bonus_first': {
      const bonus = Math.min(amount, bonusFen);
      return { lotId: lot.id, principalFen: amount - bonus, bonusFen: bonus };
    }
    case 'proportional': {
      // By what is left, not by what was paid: the same ratio, and it comes out even at the end.
      const [principal = 0, bonus = 0] = splitByLargestRemainder(amount, [principalFen, bonusFen]);
      return { lotId: lot.id, principalFen: principal, bonusFen: bonus };
    }
  }
}
