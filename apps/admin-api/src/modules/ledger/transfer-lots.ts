import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lockAccounts } from './data/accounts.js';
import { refuseRepeat } from './data/journal.js';
import { lotsOf } from './data/lots.js';
import { EntryWriter } from './entry-writer.js';
import { headOf } from './head-of.js';
import {
  ofCustomer,
  type EntryHead,
  type Leg,
  type Lot,
  type NewLot,
  type Posted,
} from './ledger-types.js';
import { requestHash } from './rules/canonical.js';
import { inSpendOrder } from './rules/spend-plan.js';

/** How much of a lot goes over. */
export interface LotShare {
  readonly lotId: number;
  readonly principalFen: number;
  readonly bonusFen: number;
}

export interface LotTransfer extends EntryHead {
  /** Customer ids. */
  readonly from: string;
  readonly to: string;
  /** All that is left of all lots when absent. */
  readonly shares?: readonly LotShare[];
}

export interface Transferred extends Posted {
  readonly principalFen: number;
  readonly bonusFen: number;
  /** In the order of `lotIds`, the lots that the receiver's new ones come from. */
  readonly shares: readonly LotShare[];
}

/** Stored value that goes from one client to another. */
@Injectable()
export class TransferLots {
  constructor(private readonly writer: EntryWriter) {}

  /** @throws EntryExists, Refusal BALANCE_TOO_LOW when there is nothing, less than asked for, or it is held */
  async run(tx: Tx, transfer: LotTransfer): Promise<Transferred> {
    if (transfer.from === transfer.to) throw new Error('a transfer has two clients');
    const request = transfer.request ?? {
      ...{ from: transfer.from, to: transfer.to },
      shares: (transfer.shares ?? []).map((share) => ({ ...share })),
    };
    const refs = [transfer.from, transfer.to].flatMap((id) => [
      ofCustomer('SV_PRINCIPAL', id),
      ofCustomer('SV_BONUS', id),
    ]);
    const found = await this.writer.find(tx, refs);
    const locked = await lockAccounts(
      tx,
      refs.map((ref) => found.of(ref).id),
    );
    const lots = await lotsOf(tx, { kind: 'customer', id: transfer.from });
    const shares = transfer.shares ?? inSpendOrder(lots).flatMap(shareOfAll);
    if (shares.length === 0) {
      await refuseRepeat(tx, { ...transfer, requestHash: requestHash(request) });
      refuse('BALANCE_TOO_LOW', { extras: { availableFen: 0 } });
    }
    const byId = new Map(lots.map((lot) => [lot.id, lot]));
    const legs = shares.flatMap((share, index) => legsOf(transfer, share, index));
    const newLots = shares.map((share) => lotFrom(byId.get(share.lotId), share, transfer.to));
    const posted = await this.writer.write(
      tx,
      { ...headOf(transfer), request, legs, newLots },
      { locked },
    );
    const sum = (side: 'principalFen' | 'bonusFen'): number =>
      shares.reduce((all, share) => all + share[side], 0);
    return { ...posted, shares, principalFen: sum('principalFen'), bonusFen: sum('bonusFen') };
  }
}

const shareOfAll = (lot: Lot): LotShare[] =>
  lot.principalLeftFen + lot.bonusLeftFen === 0
    ? []
    : [{ lotId: lot.id, principalFen: lot.principalLeftFen, bonusFen: lot.bonusLeftFen }];

function legsOf(transfer: LotTransfer, share: LotShare, index: number): Leg[] {
  const sides = [
    { code: 'SV_PRINCIPAL', amount: share.principalFen },
    { code: 'SV_BONUS', amount: share.bonusFen },
  ] as const;
  return sides
    .filter(({ amount }) => amount !== 0)
    .map(({ code, amount }) => ({
      ...{ debit: ofCustomer(code, transfer.from), credit: ofCustomer(code, transfer.to), amount },
      ...{ lot: { id: share.lotId }, creditLot: { new: index } },
    }));
}

/** @throws Error for a lot that is not the giver's */
function lotFrom(lot: Lot | undefined, share: LotShare, to: string): NewLot {
  if (!lot) throw new Error('only her own lots can be given away');
  return {
    ...{ owner: { kind: 'customer', id: to }, storeId: lot.storeId },
    ...{ validEverywhere: lot.validEverywhere, spendOrder: lot.spendOrder, paidOn: lot.paidOn },
    ...{ principalFen: share.principalFen, bonusFen: share.bonusFen },
    ...(lot.listPriceFen === null ? {} : { listPriceFen: lot.listPriceFen }),
    ...(lot.paymentId === null ? {} : { paymentId: lot.paymentId }),
    ...(lot.expiresOn === null ? {} : { expiresOn: lot.expiresOn }),
  };
}
