import { Injectable } from '@nestjs/common';
import { REFUND_CAUSES, type RefundCause, type RefundWay } from '@yance/shared-types';
import { Clock, addDays, type LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { valueOf } from './customer-wallets.js';
import { openRefundOf } from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import { usedOfLots, type SpendLot } from './data/spends.js';
import { walletOf } from './data/wallets.js';
import {
  coolingOffUntil,
  refundBases,
  refundFor,
  type LotUse,
  type RefundBases,
} from './rules/refund-bases.js';
import type { MembershipSettings } from './rules/settings.js';
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
  /** What goes back for each cause under the store's terms, less what she owes. */
  readonly amounts: Readonly<Record<RefundCause, number>>;
  /** How much of it for each cause pays what she owes instead. */
  readonly setOffs: Readonly<Record<RefundCause, number>>;
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
  /** What she owes the house, in fen. */
  readonly owedFen: number;
  readonly frozen: boolean;
  readonly underWay: boolean;
}

/** What a store's refunds go by, on its day. */
interface StoreRules {
  readonly settings: MembershipSettings;
  readonly today: LocalDate;
}

/** The lots that a cause applies to. */
export function lotsFor(quote: Pick<RefundQuote, 'lots'>, cause: RefundCause): QuotedLot[] {
  return quote.lots.filter((lot) => cause !== 'cooling_off' || lot.inCoolingOff);
}

/** What a lot gives back, whether she gets it or it pays what she owes. */
export const dueOf = (lot: QuotedLot, cause: RefundCause): number =>
  lot.amounts[cause] + lot.setOffs[cause];

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
    const { owedFen } = await valueOf(reader, customerId);
    const rulesOf = await this.#rulesOf(reader, [...new Set(found.map(({ lot }) => lot.storeId))]);
    const open = perCause(() => owedFen);
    const lots = found.map((each) =>
      quoted(each, used.get(each.lot.id), rulesOf(each.lot.storeId), open),
    );
    const wallet = await walletOf(reader, customerId);
    const underWay = (await openRefundOf(reader, customerId)) !== undefined;
    const quote = { lots, owedFen, totals: perCause(() => 0), underWay };
    const totals = perCause((cause) =>
      lotsFor(quote, cause).reduce((sum, lot) => sum + lot.amounts[cause], 0),
    );
    return { ...quote, totals, frozen: wallet?.frozen ?? false };
  }

  /** The settings of each store and its day. */
  async #rulesOf(reader: Reader, storeIds: readonly string[]): Promise<(id: string) => StoreRules> {
    const rules = new Map<string, StoreRules>();
    for (const storeId of storeIds) {
      const settings = await settingsOf(reader, storeId);
      const { today } = await storeDay(reader, storeId, this.clock.now());
      rules.set(storeId, { settings, today });
    }
    return (storeId) => {
      const found = rules.get(storeId);
      if (!found) throw new Error('a lot is of a store whose rules were read');
      return found;
    };
  }
}

/** @param open what is still owed, for each cause; what this lot pays of it is taken off */
function quoted(
  each: ValueLot,
  used: SpendLot | undefined,
  { settings, today }: StoreRules,
  open: Record<RefundCause, number>,
): QuotedLot {
  const { lot, ownReasonBasis, renewal } = each;
  const use: LotUse = {
    ...{ principalLeftFen: lot.principalLeftFen, bonusLeftFen: lot.bonusLeftFen },
    ...{ principalUsedFen: used?.principalFen ?? 0, bonusUsedFen: used?.bonusFen ?? 0 },
    usedListFen: used?.listPriceFen ?? 0,
  };
  const bases: RefundBases = refundBases(use);
  const until = coolingOffUntil({ paidOn: lot.paidOn, renewal }, settings.coolingOffDays);
  const inCoolingOff = until !== null && today <= until;
  const inTime = today <= addDays(lot.paidOn, settings.originalWayDays);
  const dues = perCause((cause) => refundFor(cause, bases, ownReasonBasis));
  const setOffs = perCause((cause) => {
    // A lot that the cause does not apply to stays with her, and pays nothing.
    if (cause === 'cooling_off' && !inCoolingOff) return 0;
    const taken = Math.min(open[cause], dues[cause]);
    open[cause] -= taken;
    return taken;
  });
  const amounts = perCause((cause) => dues[cause] - setOffs[cause]);
  return {
    ...use,
    ...{ lotId: lot.id, storeId: lot.storeId, storeName: each.storeName, title: each.title },
    ...{ paidOn: lot.paidOn, refundTerms: each.refundTerms, orderNo: each.ownOrderNo },
    ...{ amounts, setOffs, coolingOffUntil: until, inCoolingOff },
    ways: perCause((cause) => wayOf(each, amounts[cause], inTime)),
  };
}
