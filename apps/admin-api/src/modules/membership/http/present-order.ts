import type { OrderState } from '@yance/shared-types';
import type { PaymentOrder, PaymentRefund } from '../../payments/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { OrderDetailDto, OrderDto, OrderRefundDto } from './dto/top-up.dto.js';
import type { StoresById } from './present-wallet.js';

/** An order with what it bought. */
export interface OrderSight {
  readonly order: PaymentOrder;
  readonly title: string | undefined;
  readonly contractId: string | undefined;
}

/** A paid order of which money went back says so. */
export function orderStateOf({ state, amountFen, refundedFen }: PaymentOrder): OrderState {
  if (state !== 'paid' || refundedFen === 0) return state;
  return refundedFen < amountFen ? 'part_refunded' : 'refunded';
}

/** What was paid by hand is over for WeChat, and not for her eyes. */
const refundStateOf = ({ state, paidByHandAt }: PaymentRefund): OrderRefundDto['state'] =>
  paidByHandAt === null ? state : 'by_hand';

/** @param refunds of this order or of several, oldest first */
export function presentOrder(
  sight: OrderSight,
  stores: StoresById,
  refunds: readonly PaymentRefund[],
): OrderDto {
  const { order } = sight;
  const store = stores.get(order.storeId);
  const zone = store?.timeZone ?? HOME_ZONE;
  const latest = refunds.filter(({ orderNo }) => orderNo === order.orderNo).at(-1);
  return {
    ...{ orderNo: order.orderNo, state: orderStateOf(order), purpose: order.purpose },
    ...{ title: sight.title ?? order.description, storeName: store?.name ?? '' },
    ...{ amountFen: order.amountFen, refundedFen: order.refundedFen },
    refundState: latest ? refundStateOf(latest) : null,
    createdAt: toRfc3339(order.createdAt, zone),
    paidAt: order.paidAt && toRfc3339(order.paidAt, zone),
    payableUntil: toRfc3339(order.expiresAt, zone),
    contractId: sight.contractId ?? null,
  };
}

export function presentOrderDetail(
  sight: OrderSight,
  stores: StoresById,
  refunds: readonly PaymentRefund[],
  confirmed: boolean,
): OrderDetailDto {
  const zone = stores.get(sight.order.storeId)?.timeZone ?? HOME_ZONE;
  return {
    ...presentOrder(sight, stores, refunds),
    confirmed,
    refunds: refunds.map((refund) => ({
      ...{ refundNo: refund.refundNo, amountFen: refund.amountFen, state: refundStateOf(refund) },
      at: toRfc3339(refund.requestedAt, zone),
    })),
  };
}
