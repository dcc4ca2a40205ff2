import { Injectable } from '@nestjs/common';
import { Ledger, ofHouse, type Posted } from '../../ledger/index.js';
import { Clock, addDays, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Activity } from '../activity/activity.js';
import { actorOf, type By } from '../store-day.js';
import { appendPackageChange } from './data/package-changes.js';
import { settlePackage, type Package } from './data/packages.js';
import { saleLegs, type PriceSource, type SaleLegs } from './rules/sale-legs.js';
import { lastDay } from './rules/session-value.js';
import { PACKAGE_CLEARING } from './rules/tenders.js';

/** Puts what was paid and its sessions into a package: one lot for each item. */
@Injectable()
export class CreditPackage {
  constructor(
    private readonly ledger: Ledger,
    private readonly activity: Activity,
    private readonly clock: Clock,
  ) {}

  /**
   * @param sold locked in `tx`, not yet paid
   * @param paidOn the business day of the payment in the store's zone
   * @throws EntryExists when it was credited before
   */
  async execute(
    tx: Tx,
    sold: Package,
    by: By,
    paidOn: LocalDate,
    sources: readonly PriceSource[],
  ): Promise<void> {
    const sale = saleLegs(sold, paidOn, sources);
    const posted = await this.ledger.post(tx, {
      ...{ kind: kindOfSale(sold), bizKey: sold.orderNo ?? sold.id, storeId: sold.storeId },
      ...{ effectiveOn: paidOn, actor: actorOf(by), meta: metaOfSale(sold) },
      ...{ legs: sale.legs, newLots: sale.newLots },
    });
    await this.settle(tx, sold, by, paidOn, sale, posted, cameIn(sources));
  }

  /**
   * Writes what the entry made into the package: it can be used from now on.
   * @param cashFen  money that came in with this sale, in fen: neither stored value nor what an older package gave
   */
  async settle(
    tx: Tx,
    sold: Package,
    by: By,
    paidOn: LocalDate,
    { shares }: Pick<SaleLegs, 'shares'>,
    { txId, entryNo, lotIds }: Posted,
    cashFen: number,
  ): Promise<void> {
    const paidFen = shares.reduce((sum, share) => sum + share, 0);
    const at = this.clock.now();
    const sharedThrough = sold.kind === 'time' ? addDays(paidOn, -1) : null;
    await settlePackage(tx, sold.id, {
      ...{ paidFen, paidOn, expiresOn: lastDay(paidOn, sold.validDays), txId, entryNo, at },
      items: sold.items.map((item, place) => {
        const lotId = lotIds[place];
        if (lotId === undefined) throw new Error('every item of a package has a lot');
        return { id: item.id, lotId, paidFen: shares[place] ?? 0, sharedThrough };
      }),
    });
    await appendPackageChange(tx, sold, {
      ...{ seq: sold.version, kind: 'sale', storeId: sold.storeId, reason: null, txId, entryNo },
      detail: { priceFen: sold.priceFen, paidFen, tender: sold.tender },
      ...{ byKind: by.kind, byId: by.id, byName: by.name, at },
    });
    if (cashFen === 0) return;
    await this.activity.note(tx, {
      ...{ customerId: sold.customerId, storeId: sold.storeId, on: paidOn },
      ...{ sourceKind: 'package', sourceId: sold.id },
      facts: [{ kind: 'cash_in', amountFen: cashFen }],
    });
  }
}

/** What these sources brought in as money: what is left of an older package came in before. Fen. */
export const cameIn = (sources: readonly PriceSource[]): number =>
  sources.reduce((sum, { lot, amountFen }) => sum + (lot === undefined ? amountFen : 0), 0);

export const kindOfSale = ({ kind }: Pick<Package, 'kind'>) =>
  kind === 'time' ? ('time_card_sale' as const) : ('package_sale' as const);

/** What every entry about a package says of it. */
export const metaOfSale = (sold: Package) => ({
  ...{ title: `购卡：${sold.name}`, packageId: sold.id, of: 'package' },
  ...(sold.orderNo === null ? {} : { orderNo: sold.orderNo }),
});

export const wechatSource = (sold: Package): PriceSource => ({
  debit: ofHouse(PACKAGE_CLEARING.wechat, sold.storeId),
  amountFen: sold.priceFen,
});
