import type { Lot } from '../api/contract';

/** What of a wallet is good in a store, in fen. */
export function usableHere(lots: readonly Lot[], storeId: string): number {
  return lots
    .filter((lot) => lot.validEverywhere || lot.storeId === storeId)
    .reduce((all, lot) => all + lot.principalLeftFen + lot.bonusLeftFen, 0);
}
