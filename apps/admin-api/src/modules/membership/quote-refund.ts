import { Injectable } from '@nestjs/common';
import { REFUND_CAUSES, type RefundCause, type RefundWay } from '@yance/shared-types';
import { Clock, addDays, type LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { openRefundOf } from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import { usedOfLots } from './data/spends.js';
import { walletOf } from './data/wallets.js';
import {
  coolingOffUntil,
  refundBases,
  refundFor,
  type LotUse,
  type RefundBases,
} from './rules/refund-bases.js';
import { storeDay } from './store-day.js';
import { valueLots, wayOf, type ValueLot } from './value-lots.js';

/** What would go back of one lot. Amounts in fen. */
export interface QuotedLot extends LotUse {
  readonly lotId: number;
  readonly storeId: string;
  readonly storeName: string;
  readonly title: string;
  readonly paidOn: LocalDate;
  readonly refundTerms: string;
  readonly orderNo: string | null;
  /** What goes back for each cause under the store's terms. */
  readonly amounts: Readonly<Record<RefundCause, number>>;
  /** The last day without a reason; null where there is none. */
  readonly coolingOffUntil: LocalDate | null;
  /** It may still be given back without a reason. */
  readonly inCoolingOff: boolean;
  /** How it would go back for each cause. */
  readonly ways: Readonly<Record<RefundCause, RefundWay>>;
}

export interface RefundQuote {
  readonly lots: readonly QuotedLot[];
  /** Over all lots to which each cause applies, in fen. */
  readonly totals: Readonly<Record<RefundCause, number>>;
  readonly frozen: boolean;
  readonly underWay: boolean;
}

/** The lots that a cause applies to. */
export function lotsFor(quote: RefundQuote, cause: RefundCause): QuotedLot[] {
  return quote.lots.filter((lot) => cause !== 'cooling_off' || lot.inCoolingOff);
}

const perCause = <T>(value: (cause: RefundCause) => T): Record<RefundCause, T> =>
  Object.fromEntries(REFUND_CAUSES.map((cause) => [cause, value(cause)])) as Record<RefundCause, T>;

/** Reckons what a client would get back now, by each of the law's bases and lot by lot. */
@Injectable()
export class QuoteRefund {
  constructor(private readonly clock: Clock) {}

  /** Inside a transaction, with the wallet locked, it is what will be paid. */
  async execute(reader: Reader, customerId: string): Promise<RefundQuote> {
    const found = await valueLots(reader, customerId);
    const used = await usedOfLots(
      reader,
      found.map(({ lot }) => lot.id),
    );
    const lots: QuotedLot[] = [];
    for (const each of found) {
      const use = used.get(each.lot.id);
      lots.push(
        await this.#quote(reader, each, {
          principalLeftFen: each.lot.principalLeftFen,
          bonusLeftFen: each.lot.bonusLeftFen,
          principalUsedFen: use?.principalFen ?? 0,
          bonusUsedFen: use?.bonusFen ?? 0,
          usedListFen: use?.listPriceFen ?? 0,
        }),
      );
    }
    const wallet = await walletOf(reader, customerId);
    const underWay = (await openRefundOf(reader, customerId)) !== undefined;
    const quote = { lots, totals: perCause(() => 0), frozen: wallet?.frozen ?? false, underWay };
    const totals = perCause((cause) =>
      lotsFor(quote, cause).reduce((sum, lot) => sum + lot.amounts[cause], 0),
    );
    return { ...quote, totals };
  }

  async #quote(reader: Reader, each: ValueLot, use: LotUse): Promise<QuotedLot> {
    const { lot, ownReasonBasis, renewal } = each;
    const settings = await settingsOf(reader, lot.storeId);
    const { today } = await storeDay(reader, lot.storeId, this.clock.now());
    const bases: RefundBases = refundBases(use);
    const amounts = perCause((cause) => refundFor(cause, bases, ownReasonBasis));
    const until = coolingOffUntil({ paidOn: lot.paidOn, renewal }, settings.coolingOffDays);
    const inTime = today <= addDays(lot.paidOn, settings.originalWayDays);
    return {
      ...use,
      ...{ lotId: lot.id, storeId: lot.storeId, storeName: each.storeName, title: each.title },
      ...{ paidOn: lot.paidOn, refundTerms: each.refundTerms, orderNo: each.ownOrderNo, amounts },
      ...{ coolingOffUntil: until, inCoolingOff: until !== null && today <= until },
      ways: perCause((cause) => wayOf(each, amounts[cause], inTime)),
    };
  }
}
