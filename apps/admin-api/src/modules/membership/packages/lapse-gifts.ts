import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, lotsByIds, ofHouse } from '../../ledger/index.js';
import { Clock, addDays, localDate } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Sweeps } from '../../../platform/jobs/index.js';
import { openRefundOf } from '../data/refunds.js';
import { actorOf, storeDay, type By } from '../store-day.js';
import {
  giftsLookedAt,
  lockPackage,
  withGiftsPastDate,
  type Package,
  type PackageItem,
} from './data/packages.js';
import { openCounts } from './data/reservations.js';
import { PackageDesk } from './package-desk.js';
import { sessionsOf } from './rules/sale-legs.js';
import { giftsLeft } from './rules/session-value.js';

const LAPSE: By = { kind: 'system', id: 'lapse-gifts', name: '系统' };
const PER_ROUND = 100;

/** Ends gifts whose date has passed. What was paid for stays: the desk extends it or gives the money back. */
@Injectable()
export class LapseGifts implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly desk: PackageDesk,
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({ name: 'packages.gifts', everyMs: 600_000, run: () => this.run() });
  }

  async run(): Promise<void> {
    // The most easterly day there is; each package is held against the day of its own store below.
    const latest = addDays(localDate(this.clock.now(), 'UTC'), 1);
    const faults: unknown[] = [];
    for (const id of await withGiftsPastDate(this.database, latest, PER_ROUND)) {
      await this.unitOfWork
        .run((tx) => this.#lapse(tx, id))
        // One package that cannot be ended must not hold up those behind it.
        .catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some gifts could not be ended');
  }

  async #lapse(tx: Tx, id: string): Promise<void> {
    const pack = await lockPackage(tx, id);
    if (!pack || pack.state !== 'active' || pack.frozenOn !== null) return;
    // What is held for a refund waits for its end.
    if (await openRefundOf(tx, pack.customerId, id)) return;
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    if (pack.expiresOn === null || pack.expiresOn >= today) return;
    const reserved = await openCounts(tx, [id]);
    let gone = 0;
    for (const item of pack.items) {
      const kept = reserved.get(item.id) ?? 0;
      gone += await this.#lapseItem(tx, pack, item, kept, today);
      // Gifts that a visit keeps are looked at again once it is over.
      if (kept === 0) await giftsLookedAt(tx, item.id);
    }
    if (gone === 0) return;
    const detail = { sessions: gone, expiredOn: pack.expiresOn };
    await this.desk.note(tx, LAPSE, pack, { kind: 'lapse', patch: {}, reason: null, detail });
  }

  /** @returns how many gifts were ended */
  async #lapseItem(
    tx: Tx,
    pack: Package,
    item: PackageItem,
    reserved: number,
    today: string,
  ): Promise<number> {
    const [lot] = await lotsByIds(tx, item.lotId === null ? [] : [item.lotId]);
    if (!lot) return 0;
    const gifts = giftsLeft({ ...item, unitsLeft: lot.unitsLeft });
    const amount = Math.min(gifts, lot.unitsLeft - reserved);
    if (amount <= 0) return 0;
    await this.ledger.post(tx, {
      ...{ kind: 'session_lapse', bizKey: `${item.id}.${pack.version}`, storeId: pack.storeId },
      ...{ effectiveOn: today, actor: actorOf(LAPSE) },
      meta: { title: `赠送次数到期：${item.name}`, packageId: pack.id },
      legs: [
        {
          debit: sessionsOf(item.id, 'SES_AVAIL'),
          credit: ofHouse('SES_EXPIRED', pack.storeId),
          ...{ amount, lot: { id: lot.id } },
        },
      ],
    });
    return amount;
  }
}
