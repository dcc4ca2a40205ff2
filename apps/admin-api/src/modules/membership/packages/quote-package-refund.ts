import { Injectable } from '@nestjs/common';
import { REFUND_CAUSES, type RefundCause } from '@yance/shared-types';
import { lotsByIds, type Lot } from '../../ledger/index.js';
import { orderOfCustomer } from '../../payments/index.js';
import { Clock, addDays, type LocalDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { valueOf } from '../customer-wallets.js';
import { openRefundOf } from '../data/refunds.js';
import { settingsOf } from '../data/settings.js';
import { walletOf } from '../data/wallets.js';
import { lotsFor, type QuotedLot, type RefundQuote } from '../quote-refund.js';
import { coolingOffUntil, refundFor, type RefundBases } from '../rules/refund-bases.js';
import { storeDay, type StoreDay } from '../store-day.js';
import type { Package, PackageItem } from './data/packages.js';
import { usedOfItems } from './data/session-uses.js';
import { sessionBases, timeBases } from './rules/package-bases.js';
import { dayShares } from './rules/session-value.js';

const perCause = <T>(value: (cause: RefundCause) => T): Record<RefundCause, T> =>
  Object.fromEntries(REFUND_CAUSES.map((cause) => [cause, value(cause)])) as Record<RefundCause, T>;

/** Reckons what a package would give back now, by each of the law's bases and item by item. */
@Injectable()
export class QuotePackageRefund {
  constructor(private readonly clock: Clock) {}

  /** Inside a transaction, with the package locked, it is what will be paid. */
  async execute(reader: Reader, pack: Package): Promise<RefundQuote> {
    const lots = await lotsByIds(
      reader,
      pack.items.flatMap((item) => item.lotId ?? []),
    );
    const used = await usedOfItems(
      reader,
      pack.items.map((item) => item.id),
    );
    const day = await storeDay(reader, pack.storeId, this.clock.now());
    const settings = await settingsOf(reader, pack.storeId);
    const orderNo = await ownOrderNo(reader, pack);
    const inTime =
      pack.paidOn !== null && day.today <= addDays(pack.paidOn, settings.originalWayDays);
    const byId = new Map(lots.map((lot) => [lot.id, lot]));
    const quoted = pack.items.flatMap((item): QuotedLot[] => {
      const lot = item.lotId === null ? undefined : byId.get(item.lotId);
      if (!lot) return [];
      const use = used.get(item.id) ?? { sessions: 0, listFen: 0 };
      const bases = basesOf(pack, item, lot, use, day.today);
      const terms = { day, orderNo, inTime, coolingOffDays: settings.coolingOffDays };
      return [quoteOf(pack, item, lot, use.listFen, bases, terms)];
    });
    const { owedFen } = await valueOf(reader, pack.customerId);
    const dues = setOff(quoted, owedFen);
    const frozen = (await walletOf(reader, pack.customerId))?.frozen ?? false;
    const underWay = (await openRefundOf(reader, pack.customerId, pack.id)) !== undefined;
    const quote = { lots: dues, owedFen, totals: perCause(() => 0), frozen, underWay };
    const sum = (cause: RefundCause): number =>
      lotsFor(quote, cause).reduce((all, lot) => all + lot.amounts[cause], 0);
    return { ...quote, totals: perCause(sum) };
  }
}

/** The order that paid for it, where its money can go back: she paid it herself, by WeChat. */
async function ownOrderNo(reader: Reader, pack: Package): Promise<string | null> {
  if (pack.orderNo === null || pack.tender !== 'wechat') return null;
  const order = await orderOfCustomer(reader, pack.customerId, pack.orderNo);
  return order ? order.orderNo : null;
}

function basesOf(
  pack: Package,
  item: PackageItem,
  { principalLeftFen }: Lot,
  use: { readonly sessions: number; readonly listFen: number },
  today: LocalDate,
): RefundBases {
  const paidFen = item.paidFen ?? 0;
  if (pack.kind !== 'time') {
    const { sessions, giftSessions } = item;
    const counted = { sessions, giftSessions, used: use.sessions, usedListFen: use.listFen };
    return sessionBases({ paidFen, ...counted });
  }
  const { expiresOn } = pack;
  const { sharedThrough, listPriceFen } = item;
  if (expiresOn === null || sharedThrough === null) throw new Error('a card by time has days');
  // Days that are over count, also those that the daily round has not come to yet.
  const over = { from: addDays(sharedThrough, 1), to: addDays(today, -1), expiresOn };
  const earnedFen = pack.frozenOn === null ? dayShares(principalLeftFen, over).amountFen : 0;
  return timeBases({ paidFen, listPriceFen, leftFen: principalLeftFen - earnedFen });
}

function quoteOf(
  pack: Package,
  item: PackageItem,
  lot: Lot,
  usedListFen: number,
  bases: RefundBases,
  terms: {
    readonly day: StoreDay;
    readonly orderNo: string | null;
    readonly inTime: boolean;
    readonly coolingOffDays: number;
  },
): QuotedLot {
  const { day, orderNo, inTime, coolingOffDays } = terms;
  const amounts = perCause((cause) => refundFor(cause, bases, pack.ownReasonBasis));
  const { paidOn } = lot;
  const until = coolingOffUntil({ paidOn, renewal: pack.renewal }, coolingOffDays);
  return {
    ...{ lotId: lot.id, storeId: pack.storeId, storeName: day.name, title: item.name, paidOn },
    ...{ refundTerms: pack.refundTerms, orderNo, amounts },
    principalLeftFen: lot.principalLeftFen,
    principalUsedFen: lot.principalFen - lot.principalLeftFen,
    ...{ bonusLeftFen: 0, bonusUsedFen: 0, usedListFen, coolingOffUntil: until },
    setOffs: perCause(() => 0),
    inCoolingOff: until !== null && day.today <= until,
    ways: perCause(() => (orderNo !== null && inTime ? 'wechat' : 'bank_transfer')),
  };
}

/** What she owes is taken off what goes back, item by item; what is left then goes its way. */
function setOff(lots: readonly QuotedLot[], owedFen: number): QuotedLot[] {
  const open = perCause(() => owedFen);
  return lots.map((lot) => {
    const setOffs = perCause((cause) => {
      // An item that the cause does not apply to stays with her, and pays nothing.
      if (cause === 'cooling_off' && !lot.inCoolingOff) return 0;
      const taken = Math.min(open[cause], lot.amounts[cause]);
      open[cause] -= taken;
      return taken;
    });
    const amounts = perCause((cause) => lot.amounts[cause] - setOffs[cause]);
    const ways = perCause((cause) => (amounts[cause] === 0 ? 'none' : lot.ways[cause]));
    return { ...lot, setOffs, amounts, ways };
  });
}
