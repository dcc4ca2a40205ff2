import { Injectable } from '@nestjs/common';
import type { RefundCause } from '@yance/shared-types';
import { Ledger, lotsByIds, type Lot, type NewHold } from '../../ledger/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, addDays } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { CustomerWallets } from '../customer-wallets.js';
import { insertRefund, type RefundItem, type ValueRefund } from '../data/refunds.js';
import { dueOf, lotsFor, type QuotedLot } from '../quote-refund.js';
import { refundLegs } from '../rules/refund-bases.js';
import { actorOf, byOf, storeDay, type By } from '../store-day.js';
import { ValueEvents } from '../value-events.js';
import { lockPackage, packageById, type Package } from './data/packages.js';
import { openCountOf } from './data/reservations.js';
import { PackageRefunds } from './package-refunds.js';
import { QuotePackageRefund } from './quote-package-refund.js';
import { deferredOf, sessionsOf } from './rules/sale-legs.js';
import { ShareDays } from './share-days.js';

export interface PackageRefundRequest {
  readonly packageId: string;
  readonly cause: RefundCause;
  /** What was shown, in fen. */
  readonly amountFen: number;
  readonly reason: string;
}

/** Asks for a package's money back. From now on money and sessions are held: nothing is used, nothing asked twice. */
@Injectable()
export class RequestPackageRefund {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly quotes: QuotePackageRefund,
    private readonly refunds: PackageRefunds,
    private readonly shares: ShareDays,
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the refund
   * @throws Refusal PACKAGE_NOT_FOUND also when it is not the caller's, PACKAGE_STATE, PACKAGE_RESERVED, WALLET_FROZEN,
   *   REFUND_OPEN, COOLING_OFF_OVER, NOTHING_TO_REFUND, REFUND_CHANGED with `amountFen`
   */
  async execute(
    tx: Tx,
    who: ClientPrincipal | StaffPrincipal,
    request: PackageRefundRequest,
  ): Promise<string> {
    const { cause, reason } = request;
    const pack = await this.#lock(tx, who, request.packageId);
    const quote = await this.quotes.execute(tx, pack);
    const lots = lotsFor(quote, cause);
    if (quote.lots.length === 0) refuse('NOTHING_TO_REFUND');
    if (lots.length === 0) refuse('COOLING_OFF_OVER');
    const amountFen = quote.totals[cause];
    if (amountFen !== request.amountFen) refuse('REFUND_CHANGED', { extras: { amountFen } });
    const [id, by] = [newId(), byOf(who)];
    const items = await this.#hold(tx, id, pack, lots, cause, by);
    const refund: ValueRefund = {
      ...{ id, customerId: pack.customerId, packageId: pack.id, storeId: pack.storeId },
      ...{ state: 'requested', cause, amountFen, reason, bonusFen: 0 },
      recoveredFen: lots.reduce(
        (sum, lot) => sum + refundLegs(lot.principalLeftFen, dueOf(lot, cause)).recoveredFen,
        0,
      ),
      ...{ requestedKind: who.kind, requestedBy: by.id, requestedName: by.name },
      ...{ requestedAt: this.clock.now(), decidedName: null, decidedAt: null },
      ...{ decisionNote: null, paidAt: null },
    };
    await insertRefund(tx, refund, quote, items);
    await this.events.tell(tx, 'value.refund_requested', refund);
    await this.audit.record(tx, {
      ...{ actor: who, action: 'refund.requested' },
      subject: { kind: 'customer', id: pack.customerId },
      detail: { refundId: id, packageId: pack.id, storeId: pack.storeId, cause, amountFen },
    });
    return id;
  }

  async #lock(tx: Tx, who: ClientPrincipal | StaffPrincipal, id: string): Promise<Package> {
    const known = await packageById(tx, id);
    const may = (pack: Package): boolean =>
      who.kind === 'client'
        ? pack.customerId === who.customerId
        : who.storeIds.includes(pack.storeId);
    if (!known || !may(known)) return refuse('PACKAGE_NOT_FOUND');
    await this.wallets.lockUsable(tx, known.customerId);
    const pack = (await lockPackage(tx, id)) ?? refuse('PACKAGE_NOT_FOUND');
    if (pack.state !== 'active' || pack.customerId !== known.customerId)
      refuse('PACKAGE_STATE', { extras: { state: pack.state } });
    await this.refunds.requireNone(tx, pack);
    if ((await openCountOf(tx, id)) > 0) refuse('PACKAGE_RESERVED');
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    await this.shares.execute(tx, pack, addDays(today, -1));
    // The days that were shared just now are part of what it is worth.
    return (await packageById(tx, id)) ?? refuse('PACKAGE_NOT_FOUND');
  }

  /** All of its money and all of its sessions, whatever part of the money goes back. */
  async #hold(
    tx: Tx,
    refundId: string,
    pack: Package,
    lots: readonly QuotedLot[],
    cause: RefundCause,
    by: By,
  ): Promise<RefundItem[]> {
    const { today } = await storeDay(tx, pack.storeId, this.clock.now());
    const known = await lotsByIds(
      tx,
      lots.map((lot) => lot.lotId),
    );
    const byId = new Map(known.map((lot) => [lot.id, lot]));
    const wanted = lots.flatMap((quoted) => holdsOf(refundId, pack, byId.get(quoted.lotId)));
    if (wanted.length === 0) refuse('NOTHING_TO_REFUND');
    const { holdIds } = await this.ledger.hold(tx, {
      ...{ kind: 'hold', bizKey: refundId, storeId: pack.storeId, effectiveOn: today },
      ...{ actor: actorOf(by), meta: { title: '退卡申请', refundId, packageId: pack.id } },
      holds: wanted,
    });
    const idOf = new Map(wanted.map((hold, place) => [hold.bizKey, holdIds[place] ?? null]));
    return lots.map((quoted, place) => {
      const way = quoted.ways[cause];
      const lot = byId.get(quoted.lotId);
      return {
        ...{ refundId, seq: place + 1, lotId: quoted.lotId, storeId: pack.storeId, way },
        orderNo: way === 'wechat' ? quoted.orderNo : null,
        ...{ refundNo: null, amountFen: quoted.amounts[cause], setOffFen: quoted.setOffs[cause] },
        ...{ bonusFen: 0, bonusHoldId: null },
        ...{ principalFen: quoted.principalLeftFen, sessions: lot?.unitsLeft ?? 0 },
        principalHoldId: idOf.get(keyOf(refundId, quoted.lotId, 'money')) ?? null,
        sessionsHoldId: idOf.get(keyOf(refundId, quoted.lotId, 'sessions')) ?? null,
        ...{ state: 'held', payoutReference: null, payoutName: null, settledAt: null },
      };
    });
  }
}

const keyOf = (refundId: string, lotId: number, what: 'money' | 'sessions'): string =>
  `refund.${refundId}.${lotId}.${what}`;

function holdsOf(refundId: string, pack: Package, lot: Lot | undefined): NewHold[] {
  if (!lot) return [];
  const money = deferredOf(pack, lot.ownerId);
  const sessions = sessionsOf(lot.ownerId, 'SES_AVAIL');
  const both: NewHold[] = [
    {
      ...{ account: money, lotId: lot.id, amount: lot.principalLeftFen },
      bizKey: keyOf(refundId, lot.id, 'money'),
    },
    {
      ...{ account: sessions, lotId: lot.id, amount: lot.unitsLeft },
      bizKey: keyOf(refundId, lot.id, 'sessions'),
    },
  ];
  return both.filter((hold) => hold.amount > 0);
}
