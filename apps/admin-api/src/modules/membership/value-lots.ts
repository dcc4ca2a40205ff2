import type { OwnReasonBasis, RefundWay } from '@yance/shared-types';
import { storesByIds } from '../stores/index.js';
import { lotsOf, type Lot } from '../ledger/index.js';
import type { Reader } from '../../platform/database/index.js';
import { originsOf } from './data/lot-origins.js';
import { topUpsByIds, topUpsOfLots, topUpsOfOrders, type TopUp } from './data/top-ups.js';

/** A lot of a client together with the terms under which it was sold. */
export interface ValueLot {
  readonly lot: Lot;
  readonly title: string;
  readonly storeName: string;
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  /** She had stored value before, or somebody else bought it: no days without a reason. */
  readonly renewal: boolean;
  /** The order that paid for it, where its money can go back to her: she paid it herself, by WeChat. */
  readonly ownOrderNo: string | null;
}

/** Terms of a lot that no sale of this house tells of. */
const WITHOUT_SALE = { title: '转入的储值', refundTerms: '按原购买时的约定办理。' } as const;

/** A client's lots that still hold something, oldest first. */
export async function valueLots(reader: Reader, customerId: string): Promise<ValueLot[]> {
  const all = await lotsOf(reader, { kind: 'customer', id: customerId });
  const lots = all.filter((lot) => lot.principalLeftFen + lot.bonusLeftFen > 0);
  if (lots.length === 0) return [];
  const lotIds = lots.map((lot) => lot.id);
  const sold = await topUpsOfLots(reader, lotIds);
  // A lot that was handed on keeps the sale behind it.
  const origins = await originsOf(reader, lotIds);
  const first = await topUpsByIds(reader, [...new Set(origins.values())]);
  const orderNos = lots.flatMap((lot) => (lot.paymentId === null ? [] : [lot.paymentId]));
  const paid = await topUpsOfOrders(reader, [...new Set(orderNos)]);
  const storeIds = [...new Set(lots.map((lot) => lot.storeId))];
  const names = new Map(
    (await storesByIds(reader, storeIds)).map((store) => [store.id, store.name]),
  );
  return lots.map((lot) => {
    const order = lot.paymentId === null ? undefined : paid.get(lot.paymentId);
    const origin = first.get(origins.get(lot.id) ?? '') ?? order;
    return {
      ...termsOf(customerId, sold.get(lot.id), origin),
      lot,
      storeName: names.get(lot.storeId) ?? '',
    };
  });
}

function termsOf(
  customerId: string,
  sold: TopUp | undefined,
  first: TopUp | undefined,
): Omit<ValueLot, 'lot' | 'storeName'> {
  const terms = sold ?? first;
  return {
    title: sold?.title ?? (first ? `转入：${first.title}` : WITHOUT_SALE.title),
    refundTerms: terms?.refundTerms ?? WITHOUT_SALE.refundTerms,
    ownReasonBasis: terms?.ownReasonBasis ?? 'list_price',
    renewal: terms?.customerId === customerId ? terms.renewal : true,
    ownOrderNo: first?.customerId === customerId ? first.orderNo : null,
  };
}

/** How the money of a lot goes back. WeChat pays back whoever paid, for a year. */
export function wayOf(lot: ValueLot, amountFen: number, inTime: boolean): RefundWay {
  if (amountFen === 0) return 'none';
  return lot.ownOrderNo !== null && inTime ? 'wechat' : 'bank_transfer';
}
