import { Injectable } from '@nestjs/common';
import type { RefundCause } from '@yance/shared-types';
import { Ledger, ofCustomer, type NewHold } from '../ledger/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { CustomerWallets } from './customer-wallets.js';
import { insertRefund, type RefundItem, type ValueRefund } from './data/refunds.js';
import { QuoteRefund, dueOf, lotsFor, type QuotedLot } from './quote-refund.js';
import { refundLegs } from './rules/refund-bases.js';
import { actorOf, byOf, storeDay } from './store-day.js';
import { ValueEvents } from './value-events.js';

export interface RefundRequest {
  readonly customerId: string;
  readonly cause: RefundCause;
  /** What was shown, in fen. */
  readonly amountFen: number;
  readonly reason: string;
  /** The store that takes care of it; that of the oldest lot unless told. */
  readonly storeId?: string;
}

/** Asks for stored value back. From now on it is held: it can neither be spent nor asked for twice. */
@Injectable()
export class RequestRefund {
  constructor(
    private readonly wallets: CustomerWallets,
    private readonly quotes: QuoteRefund,
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the refund
   * @throws Refusal WALLET_FROZEN, REFUND_OPEN, NOTHING_TO_REFUND, COOLING_OFF_OVER, REFUND_CHANGED with `amountFen`
   *   when another amount would go back by now, REFUND_GIVES_NOTHING to staff where principal would go for nothing
   */
  async execute(
    tx: Tx,
    who: ClientPrincipal | StaffPrincipal,
    request: RefundRequest,
  ): Promise<string> {
    const { customerId, cause, reason } = request;
    await this.wallets.lockUsable(tx, customerId);
    await this.wallets.requireNoOpenRefund(tx, customerId);
    const quote = await this.quotes.execute(tx, customerId);
    if (quote.lots.length === 0) refuse('NOTHING_TO_REFUND');
    const lots = lotsFor(quote, cause);
    const [first] = lots;
    if (!first) return refuse('COOLING_OFF_OVER');
    const amountFen = quote.totals[cause];
    if (amountFen !== request.amountFen) refuse('REFUND_CHANGED', { extras: { amountFen } });
    if (who.kind === 'staff' && givesNothing(lots, cause)) refuse('REFUND_GIVES_NOTHING');
    const id = newId();
    const storeId = request.storeId ?? first.storeId;
    const by = byOf(who);
    const holdIds = await this.#hold(tx, { id, customerId, storeId, by }, lots);
    const refund: ValueRefund = {
      ...{ id, customerId, packageId: '', storeId, state: 'requested', cause, amountFen, reason },
      ...sums(lots, cause),
      ...{ requestedKind: who.kind, requestedBy: by.id, requestedName: by.name },
      ...{ requestedAt: this.clock.now(), decidedName: null, decidedAt: null },
      ...{ decisionNote: null, paidAt: null },
    };
    const items = lots.map((lot, place) => itemOf(id, lot, cause, place, holdIds));
    await insertRefund(tx, refund, quote, items);
    await this.events.tell(tx, 'value.refund_requested', refund);
    await this.audit.record(tx, {
      ...{ actor: who, action: 'refund.requested', subject: { kind: 'customer', id: customerId } },
      detail: { refundId: id, storeId, cause, amountFen },
    });
    return id;
  }

  async #hold(
    tx: Tx,
    {
      id,
      customerId,
      storeId,
      by,
    }: { id: string; customerId: string; storeId: string; by: ReturnType<typeof byOf> },
    lots: readonly QuotedLot[],
  ): Promise<ReadonlyMap<string, number>> {
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const holds = lots.flatMap((lot): NewHold[] => {
      const parts = [
        { code: 'SV_PRINCIPAL', amount: lot.principalLeftFen },
        { code: 'SV_BONUS', amount: lot.bonusLeftFen },
      ] as const;
      return parts
        .filter(({ amount }) => amount > 0)
        .map(({ code, amount }) => ({
          ...{ account: ofCustomer(code, customerId), lotId: lot.lotId, amount },
          bizKey: holdKey(id, lot.lotId, code),
        }));
    });
    const { holdIds } = await this.ledger.hold(tx, {
      ...{ kind: 'hold', bizKey: id, storeId, effectiveOn: today, actor: actorOf(by) },
      ...{ meta: { title: '退款申请', refundId: id }, holds },
    });
    return new Map(holds.map((hold, place) => [hold.bizKey, holdIds[place] ?? 0]));
  }
}

const holdKey = (refundId: string, lotId: number, code: string): string =>
  `refund.${refundId}.${lotId}.${code}`;

/** Principal is left and none of it goes back or pays a debt: only the client, who reads the amount, may want that. */
const givesNothing = (lots: readonly QuotedLot[], cause: RefundCause): boolean =>
  lots.some((lot) => lot.principalLeftFen > 0) && lots.every((lot) => dueOf(lot, cause) === 0);

const sums = (lots: readonly QuotedLot[], cause: RefundCause) => ({
  recoveredFen: lots.reduce(
    (sum, lot) => sum + refundLegs(lot.principalLeftFen, dueOf(lot, cause)).recoveredFen,
    0,
  ),
  bonusFen: lots.reduce((sum, lot) => sum + lot.bonusLeftFen, 0),
});

function itemOf(
  refundId: string,
  lot: QuotedLot,
  cause: RefundCause,
  place: number,
  holdIds: ReadonlyMap<string, number>,
): RefundItem {
  const way = lot.ways[cause];
  return {
    ...{ refundId, seq: place + 1, lotId: lot.lotId, storeId: lot.storeId, way },
    orderNo: way === 'wechat' ? lot.orderNo : null,
    ...{ refundNo: null, amountFen: lot.amounts[cause], setOffFen: lot.setOffs[cause] },
    ...{ principalFen: lot.principalLeftFen, bonusFen: lot.bonusLeftFen, sessions: 0 },
    principalHoldId: holdIds.get(holdKey(refundId, lot.lotId, 'SV_PRINCIPAL')) ?? null,
    bonusHoldId: holdIds.get(holdKey(refundId, lot.lotId, 'SV_BONUS')) ?? null,
    sessionsHoldId: null,
    ...{ state: 'held', payoutReference: null, payoutName: null, settledAt: null },
  };
}
