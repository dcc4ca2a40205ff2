import { splitByLargestRemainder } from '../../../../platform/money/index.js';
import type { LocalDate } from '../../../../platform/clock/index.js';
import type { AccountRef, Leg, LotRef, NewLot, PaidInto } from '../../../ledger/index.js';
import { ofHouse } from '../../../ledger/index.js';
import type { Package, PackageItem } from '../data/packages.js';
import { priceWeights } from './plan-draft.js';

/** Where a part of the price comes from, beside stored value. */
export interface PriceSource {
  readonly debit: AccountRef;
  /** Of the debit side, where it keeps lots: what is left of an older package. */
  readonly lot?: LotRef;
  readonly amountFen: number;
}

/** The legs that fill a package: each item's lot with its share of what was paid and its sessions. */
export interface SaleLegs {
  /** What each item is worth, in fen. */
  readonly shares: readonly number[];
  readonly newLots: readonly NewLot[];
  /** From the sources and for the sessions. */
  readonly legs: readonly Leg[];
  /** Where the principal of stored value goes. */
  readonly into: readonly PaidInto[];
}

/** Where the money of an item waits until it is earned. */
export const deferredOf = ({ kind }: Pick<Package, 'kind'>, itemId: string): AccountRef => ({
  ...{ code: kind === 'time' ? 'TIME_DEFERRED' : 'PKG_DEFERRED', ownerId: itemId },
});

/** An item's sessions that can be used, or that wait for a visit. */
export const sessionsOf = (itemId: string, code: 'SES_AVAIL' | 'SES_RESERVED'): AccountRef => ({
  ...{ code, ownerId: itemId },
});

/**
 * Shares what was paid among the items by largest remainder over list price times sessions, gifts included.
 * @param principalFen of stored value; what the sources give comes on top
 */
export function saleLegs(
  sold: Package,
  paidOn: LocalDate,
  sources: readonly PriceSource[],
  principalFen = 0,
): SaleLegs {
  const paidFen = sources.reduce((sum, source) => sum + source.amountFen, principalFen);
  const shares = splitByLargestRemainder(paidFen, priceWeights(sold));
  const open = [...shares];
  const take = (amountFen: number): { at: number; amountFen: number }[] => {
    let left = amountFen;
    return open.flatMap((room, at) => {
      const taken = Math.min(left, room);
      open[at] = room - taken;
      left -= taken;
      return taken === 0 ? [] : [{ at, amountFen: taken }];
    });
  };
  const itemAt = (at: number): PackageItem => {
    const item = sold.items[at];
    if (!item) throw new Error('a share belongs to an item');
    return item;
  };
  const paid = sources.flatMap(({ debit, lot, amountFen }) =>
    take(amountFen).map((part): Leg => ({
      ...{ debit, credit: deferredOf(sold, itemAt(part.at).id), amount: part.amountFen },
      ...{ lot: lot ?? { new: part.at }, creditLot: { new: part.at } },
    })),
  );
  const into = take(principalFen).map(({ at, amountFen }) => ({
    ...{ account: deferredOf(sold, itemAt(at).id), lot: { new: at }, amountFen },
  }));
  return {
    ...{ shares, into, legs: [...paid, ...sessionLegs(sold)] },
    newLots: sold.items.map((item, at) => lotOf(sold, item, shares[at] ?? 0, paidOn)),
  };
}

const sessionLegs = (sold: Package): Leg[] =>
  sold.items.flatMap((item, at) => {
    const amount = item.sessions + item.giftSessions;
    const [debit, credit] = [ofHouse('SES_ISSUED', sold.storeId), sessionsOf(item.id, 'SES_AVAIL')];
    return amount === 0 ? [] : [{ debit, credit, amount, lot: { new: at } }];
  });

function lotOf(sold: Package, item: PackageItem, share: number, paidOn: LocalDate): NewLot {
  const units = item.sessions + item.giftSessions;
  return {
    owner: { kind: sold.kind === 'time' ? 'card' : 'package', id: item.id },
    ...{ storeId: sold.storeId, validEverywhere: sold.validEverywhere, paidOn },
    ...{ principalFen: share, units, listPriceFen: item.listPriceFen * Math.max(1, units) },
    ...(units > 0 ? { unitValueFen: Math.floor(share / units) } : {}),
    ...(sold.orderNo === null ? {} : { paymentId: sold.orderNo }),
  };
}
