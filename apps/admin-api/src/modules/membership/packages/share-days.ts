import { Injectable } from '@nestjs/common';
import { Ledger, lotsByIds, ofHouse } from '../../ledger/index.js';
import { addDays, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { actorOf, type By } from '../store-day.js';
import { shareThrough, type Package, type PackageItem } from './data/packages.js';
import { deferredOf } from './rules/sale-legs.js';
import { dayShares } from './rules/session-value.js';

export const DAILY: By = { kind: 'system', id: 'share-time-cards', name: '系统' };

/** Makes the days of a card by time that are over revenue of the store that sold it, each on its own day. */
@Injectable()
export class ShareDays {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Through this day at most; days that are shared already are left alone. Anything but a card by time has no days.
   * @param pack locked in `tx`
   */
  async execute(tx: Tx, pack: Package, through: LocalDate): Promise<void> {
    if (pack.kind !== 'time' || pack.expiresOn === null || pack.frozenOn !== null) return;
    for (const item of pack.items) await this.#shareItem(tx, pack, item, pack.expiresOn, through);
  }

  async #shareItem(
    tx: Tx,
    pack: Package,
    item: PackageItem,
    expiresOn: LocalDate,
    through: LocalDate,
  ): Promise<void> {
    const [lot] = await lotsByIds(tx, item.lotId === null ? [] : [item.lotId]);
    if (!lot || item.sharedThrough === null) return;
    const last = through < expiresOn ? through : expiresOn;
    let leftFen = lot.principalLeftFen;
    let day = addDays(item.sharedThrough, 1);
    if (day > last) return;
    for (; day <= last; day = addDays(day, 1)) {
      const { amountFen } = dayShares(leftFen, { from: day, to: day, expiresOn });
      leftFen -= amountFen;
      if (amountFen > 0) await this.#post(tx, pack, item, lot.id, day, amountFen);
    }
    await shareThrough(tx, item.id, last);
  }

  async #post(
    tx: Tx,
    pack: Package,
    item: PackageItem,
    lotId: number,
    day: LocalDate,
    amountFen: number,
  ): Promise<void> {
    const { storeId } = pack;
    await this.ledger.post(tx, {
      ...{ kind: 'time_card_share', bizKey: `${item.id}.${day}`, storeId, effectiveOn: day },
      ...{ actor: actorOf(DAILY), meta: { title: `时间卡：${pack.name}`, packageId: pack.id } },
      legs: [
        {
          ...{ debit: deferredOf(pack, item.id), credit: ofHouse('REV_SERVICE', storeId) },
          ...{ amount: amountFen, lot: { id: lotId } },
        },
      ],
    });
  }
}
