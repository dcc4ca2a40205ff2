import { Injectable } from '@nestjs/common';
import { lotsByIds, ofCustomer, ofHouse, type EntryKind, type Leg } from '../../ledger/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { openRefundOf, type RefundItem, type ValueRefund } from '../data/refunds.js';
import { refundLegs } from '../rules/refund-bases.js';
import type { By } from '../store-day.js';
import { appendPackageChange } from './data/package-changes.js';
import { changePackage, lockPackage, type Package } from './data/packages.js';
import { deferredOf, sessionsOf } from './rules/sale-legs.js';

/** What the refund of a package does to it; asking for one and deciding it are the wallet's. */
@Injectable()
export class PackageRefunds {
  constructor(private readonly clock: Clock) {}

  /** What is held for a refund can neither be moved nor undone. @throws Refusal REFUND_OPEN with `refundId` */
  async requireNone(reader: Reader, { id, customerId }: Package): Promise<void> {
    const open = await openRefundOf(reader, customerId, id);
    if (open) refuse('REFUND_OPEN', { extras: { refundId: open.id } });
  }

  /** The package that a refund gives back, locked; undefined for one of stored value. */
  async lockOf(tx: Tx, refund: ValueRefund): Promise<Package | undefined> {
    if (refund.packageId === '') return undefined;
    return (await lockPackage(tx, refund.packageId)) ?? refuse('PACKAGE_NOT_FOUND');
  }

  readonly kindOf = ({ kind }: Package): EntryKind =>
    kind === 'time' ? 'time_card_refund' : 'package_refund';

  /** What was held of each item: to what is payable, less what she owes, the rest earned; its sessions are called off. */
  async legsOf(tx: Tx, pack: Package, items: readonly RefundItem[]): Promise<Leg[]> {
    const lots = await lotsByIds(
      tx,
      items.map((item) => item.lotId),
    );
    const ownerOf = new Map(lots.map((lot) => [lot.id, lot.ownerId]));
    return items.flatMap((item) => legsOfItem(pack, item, ownerOf.get(item.lotId) ?? ''));
  }

  /** The package is no more. */
  async close(
    tx: Tx,
    by: By,
    pack: Package,
    refund: ValueRefund,
    entry: { readonly txId: number; readonly entryNo: string },
  ): Promise<void> {
    const seq = await changePackage(tx, pack, { state: 'refunded', frozenOn: null });
    await appendPackageChange(tx, pack, {
      ...{ seq, kind: 'refund', storeId: pack.storeId, reason: refund.reason },
      detail: { amountFen: refund.amountFen, cause: refund.cause },
      ...{ txId: entry.txId, entryNo: entry.entryNo, at: this.clock.now() },
      ...{ byKind: by.kind, byId: by.id, byName: by.name },
    });
  }
}

function legsOfItem(pack: Package, item: RefundItem, ownerId: string): Leg[] {
  const { storeId, lotId, amountFen, setOffFen, principalFen, sessions } = item;
  const { fromPrincipalFen, recoveredFen, fromRevenueFen } = refundLegs(
    principalFen,
    amountFen + setOffFen,
  );
  const money = deferredOf(pack, ownerId);
  const [payable, earned] = [ofHouse('REFUND_PAYABLE', storeId), ofHouse('REV_SERVICE', storeId)];
  const lot = { id: lotId };
  const legs: Leg[] = [
    {
      ...{ debit: sessionsOf(ownerId, 'SES_AVAIL'), credit: ofHouse('SES_CANCELLED', storeId) },
      ...{ amount: sessions, lot },
    },
    { debit: money, credit: payable, amount: fromPrincipalFen, lot },
    { debit: money, credit: earned, amount: recoveredFen, lot },
    { debit: earned, credit: payable, amount: fromRevenueFen },
    { debit: payable, credit: ofCustomer('CUST_RECEIVABLE', pack.customerId), amount: setOffFen },
  ];
  return legs.filter((leg) => leg.amount > 0);
}
