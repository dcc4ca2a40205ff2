import {
  ofCustomer,
  ofHouse,
  type AccountRef,
  type Leg,
  type Lot,
  type LotRef,
  type NewLot,
  type SpentPart,
} from '../ledger-types.js';

/** Where a part of the principal goes. */
export interface PaidInto {
  readonly account: AccountRef;
  readonly lot: LotRef;
  readonly amountFen: number;
}

/** What a payment buys that is kept for the client, such as the items of a package. */
export interface Bought {
  /** Together the principal that was paid. */
  readonly into: readonly PaidInto[];
  readonly newLots: readonly NewLot[];
  /** What else fills those lots: other tenders, units. */
  readonly legs: readonly Leg[];
}

/** Told how much principal the lots gave, says where it goes: how much of a price is bonus is not known before. */
export type Buying = (principalFen: number) => Bought;

interface SpendFacts {
  readonly customerId: string;
  readonly atStoreId: string;
  readonly to: AccountRef | Buying;
}

/**
 * The legs of a payment out of stored value.
 * @throws Error when a purchase does not take exactly the principal that was paid
 */
export function spendLegs(
  { customerId, atStoreId, to }: SpendFacts,
  parts: readonly SpentPart[],
  lots: readonly Lot[],
): { readonly legs: Leg[]; readonly newLots?: readonly NewLot[] } {
  const principalFen = parts.reduce((sum, part) => sum + part.principalFen, 0);
  const bought = typeof to === 'function' ? to(principalFen) : undefined;
  const takers = takersOf(typeof to === 'function' ? (bought?.into ?? []) : to, principalFen);
  const soldBy = new Map(lots.map((lot) => [lot.id, lot.storeId]));
  const legs = parts.flatMap((part): Leg[] => {
    const [lot, seller] = [{ id: part.lotId }, soldBy.get(part.lotId) ?? atStoreId];
    const paid = takers(part.principalFen).map(({ account, lot: creditLot, amountFen }) => ({
      ...{ debit: ofCustomer('SV_PRINCIPAL', customerId), credit: account, amount: amountFen, lot },
      ...(creditLot === undefined ? {} : { creditLot }),
    }));
    const owed =
      part.principalFen > 0 && seller !== atStoreId
        ? [
            {
              debit: ofHouse('INTERSTORE', atStoreId),
              credit: ofHouse('INTERSTORE', seller),
              amount: part.principalFen,
            },
          ]
        : [];
    return [...paid, ...bonusLeg(customerId, part, seller), ...owed];
  });
  return bought ? { legs: [...legs, ...bought.legs], newLots: bought.newLots } : { legs };
}

function bonusLeg(customerId: string, { lotId, bonusFen }: SpentPart, seller: string): Leg[] {
  if (bonusFen === 0) return [];
  const [debit, credit] = [ofCustomer('SV_BONUS', customerId), ofHouse('BONUS_FUNDING', seller)];
  return [{ debit, credit, amount: bonusFen, lot: { id: lotId } }];
}

type Taken = Omit<PaidInto, 'lot'> & { readonly lot: LotRef | undefined };

/** Fills the places one after the other, however the lots' amounts fall. */
function takersOf(
  to: AccountRef | readonly PaidInto[],
  principalFen: number,
): (amountFen: number) => Taken[] {
  if (!isPlaces(to))
    return (amountFen) => (amountFen === 0 ? [] : [{ account: to, lot: undefined, amountFen }]);
  const open = to.map((place) => ({ ...place }));
  const wanted = open.reduce((sum, place) => sum + place.amountFen, 0);
  if (wanted !== principalFen) throw new Error('a purchase takes the principal that was paid');
  return (amountFen) => {
    let left = amountFen;
    return open.flatMap((place): Taken[] => {
      const take = Math.min(left, place.amountFen);
      if (take === 0) return [];
      left -= take;
      place.amountFen -= take;
      return [{ account: place.account, lot: place.lot, amountFen: take }];
    });
  };
}

const isPlaces = (to: AccountRef | readonly PaidInto[]): to is readonly PaidInto[] =>
  Array.isArray(to);
