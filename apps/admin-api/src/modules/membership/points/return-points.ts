import { Injectable } from '@nestjs/common';
import {
  Ledger,
  linesOfEntry,
  lotsByIds,
  ofCustomer,
  ofHouse,
  type EntryHead,
  type Posted,
} from '../../ledger/index.js';
import type { Tx } from '../../../platform/database/index.js';

/** An entry that used points and is undone. */
export interface UsedPoints extends Pick<EntryHead, 'storeId' | 'effectiveOn' | 'actor' | 'meta'> {
  readonly txId: number;
  readonly bizKey: string;
  /** Whose they are now. */
  readonly customerId: string;
  readonly points: number;
}

/** Gives used points back to the lots that gave them; after files were joined, as a lot of the file that goes on. */
@Injectable()
export class ReturnPoints {
  constructor(private readonly ledger: Ledger) {}

  /** @throws as Ledger.reverse */
  async execute(tx: Tx, used: UsedPoints): Promise<Posted> {
    const { txId, customerId, points, ...head } = used;
    const lines = await linesOfEntry(tx, txId);
    const lots = await lotsByIds(
      tx,
      lines.flatMap(({ lotId }) => lotId ?? []),
    );
    if (lots.every(({ ownerId }) => ownerId === customerId))
      return this.ledger.reverse(tx, { ...head, txId, shortfall: 'refuse' });
    const ends = lots.flatMap(({ expiresOn }) => expiresOn ?? []).sort();
    const expiresOn = ends.length === lots.length ? ends.at(-1) : undefined;
    return this.ledger.post(tx, {
      ...{ ...head, kind: 'points_earn' },
      legs: [
        {
          ...{ debit: ofHouse('PTS_ISSUED', used.storeId), credit: ofCustomer('PTS', customerId) },
          ...{ amount: points, lot: { new: 0 } },
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: customerId }, storeId: used.storeId },
          ...{ validEverywhere: true, units: points, paidOn: used.effectiveOn },
          ...(expiresOn === undefined ? {} : { expiresOn }),
        },
      ],
    });
  }
}
