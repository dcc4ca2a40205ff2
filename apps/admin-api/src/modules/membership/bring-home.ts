import { Injectable } from '@nestjs/common';
import { goingOn } from '../customers/index.js';
import { Ledger, lotsByIds, lotsMovedTo, type EntryHead, type Lot } from '../ledger/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { CameBack } from './clear-debt.js';
import { followLot } from './data/joined-files.js';
import { inheritOrigin } from './data/lot-origins.js';
import { insertTransfer } from './data/transfers.js';

const JOINED = '档案合并';

/**
 * An entry from before two files were joined took from lots of the file that closed. Its mirror gives back to them; what
 * came back goes on to the file that goes on, lot by lot, as all the rest did when the files were joined.
 */
@Injectable()
export class BringHome {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * The entry was mirrored and the wallet is locked.
   * @returns what came back, in the lots where it is now
   */
  async execute(
    tx: Tx,
    customerId: string,
    back: readonly CameBack[],
    head: Omit<EntryHead, 'kind' | 'meta' | 'bizKey'>,
  ): Promise<CameBack[]> {
    const home: CameBack[] = [];
    for (const one of back) {
      const here = one.lot.ownerId === customerId;
      home.push(here ? one : await this.#bring(tx, customerId, one, head));
    }
    return home;
  }

  async #bring(
    tx: Tx,
    customerId: string,
    { lot, principalFen, bonusFen }: CameBack,
    head: Omit<EntryHead, 'kind' | 'meta' | 'bizKey'>,
  ): Promise<CameBack> {
    const id = newId();
    const moved = await this.ledger.moveLots(tx, {
      ...{ ...head, kind: 'transfer', bizKey: id, from: lot.ownerId, to: customerId },
      ...{ shares: [{ lotId: lot.id, principalFen, bonusFen }] },
      meta: { title: JOINED, of: 'join', transferId: id },
    });
    const [is] = await lotsByIds(tx, moved.lotIds);
    if (!is) throw new Error('a share makes a lot');
    const rest = await restOf(tx, customerId, lot);
    if (rest === undefined) await followLot(tx, lot.id, is.id);
    else await inheritOrigin(tx, { from: rest, to: is.id });
    const { kind, id: byId } = head.actor;
    await insertTransfer(tx, {
      ...{ id, fromCustomerId: lot.ownerId, toCustomerId: customerId, kind: 'join' },
      ...{ storeId: head.storeId, reason: JOINED, txId: moved.txId, entryNo: moved.entryNo },
      ...{ principalFen, bonusFen, byId, byName: kind === 'staff' ? '门店' : '系统' },
      createdAt: this.clock.now(),
    });
    return { lot: is, principalFen, bonusFen };
  }
}

/** The lot that what was left of a lot became when the files were joined; nothing where nothing was left of it. */
async function restOf(tx: Tx, customerId: string, { id }: Lot): Promise<number | undefined> {
  let lotId = id;
  for (;;) {
    const next = await lotsByIds(tx, await lotsMovedTo(tx, lotId));
    const owners = await goingOn(
      tx,
      next.map(({ ownerId }) => ownerId),
    );
    const found = next.filter(({ ownerId }) => owners.get(ownerId) === customerId).at(-1);
    if (!found || found.ownerId === customerId) return found?.id;
    lotId = found.id;
  }
}
