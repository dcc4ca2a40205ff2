import type { LocalDate } from '../../../platform/clock/index.js';
import type { Lot, UsedLot } from '../ledger-types.js';

/** What may be taken of a lot of points, coupons or sessions: what is left less what is held. */
export interface UsableLot {
  readonly lot: Lot;
  readonly units: number;
}

/** The order in which units are used: what lapses first, then the oldest; what never lapses comes last. */
export function inExpiryOrder(lots: readonly Lot[]): Lot[] {
  const end = (lot: Lot): string => lot.expiresOn ?? '9999-12-31';
  const by = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...lots].sort((a, b) => by(end(a), end(b)) || by(a.paidOn, b.paidOn) || a.id - b.id);
}

/** Lots that can be used today. A lot is good through its last day. @param heldOf units that open holds keep */
export function usableOn(
  lots: readonly Lot[],
  today: LocalDate,
  heldOf: (lotId: number) => number,
): UsableLot[] {
  return inExpiryOrder(lots)
    .filter((lot) => lot.expiresOn === null || lot.expiresOn >= today)
    .map((lot) => ({ lot, units: lot.unitsLeft - heldOf(lot.id) }))
    .filter(({ units }) => units > 0);
}

/**
 * Takes units from lots in their order.
 * @param most what the account can give over all lots, holds without a lot taken off
 * @returns undefined when there are not that many
 */
export function planUnits(
  lots: readonly UsableLot[],
  amount: number,
  most: number,
): UsedLot[] | undefined {
  if (amount > most) return undefined;
  let open = amount;
  const parts = lots.flatMap(({ lot, units }): UsedLot[] => {
    const take = Math.min(open, units);
    open -= take;
    return take === 0 ? [] : [{ lotId: lot.id, units: take }];
  });
  return open === 0 ? parts : undefined;
}
