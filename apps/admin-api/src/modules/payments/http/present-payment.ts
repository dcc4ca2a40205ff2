import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { toRfc3339 } from '../../../platform/clock/index.js';
import type { StoredNotification } from '../data/notifications.js';
import type { OrderChange } from '../data/orders.js';
import { PAY_ZONE } from '../payment-queries.js';
import type { PaymentOrder, PaymentRefund } from '../payment-order.js';
import { attentionText, mismatchText } from '../rules/attention.js';
import { refundAdvice } from '../rules/refund-advice.js';
import { refundableFen } from '../rules/refund-limits.js';
import type {
  PaymentChangeDto,
  PaymentNotificationDto,
  PaymentOrderDto,
  PaymentRefundDto,
} from './dto/payment.dto.js';

const at = (instant: Date): string => toRfc3339(instant, PAY_ZONE);
const atIfAny = (instant: Date | null): string | null => (instant ? at(instant) : null);

/** An order's state with what went back. */
function shownState(order: PaymentOrder): PaymentOrderDto['state'] {
  if (order.refundedFen === 0) return order.state;
  return order.refundedFen === order.amountFen ? 'refunded' : 'part_refunded';
}

export function presentOrder(order: PaymentOrder, now: Date): PaymentOrderDto {
  const { orderNo, purpose, subjectId, storeId, customerId, description, amountFen } = order;
  const { transactionId, payerFen, refundedFen, lastAnswer, shippingState } = order;
  return {
    ...{ orderNo, purpose, subjectId, storeId, customerId, description, amountFen },
    ...{ transactionId, payerFen, refundedFen, lastAnswer, shippingState },
    state: shownState(order),
    refundableFen: refundableFen(order),
    createdAt: at(order.createdAt),
    expiresAt: at(order.expiresAt),
    paidAt: atIfAny(order.paidAt),
    closedAt: order.state === 'closed' ? atIfAny(order.closedAt) : null,
    lastAskedAt: atIfAny(order.lastAskedAt),
    nextQueryAt: atIfAny(order.nextQueryAt),
    attention: attentionText(order, now),
  };
}

export function presentNotification(one: StoredNotification): PaymentNotificationDto {
  const { id, eventType, state, keySerial, orderNo, refundNo, facts } = one;
  return {
    ...{ id, eventType, state, keySerial, orderNo, refundNo, facts },
    reason: mismatchText(one.reason),
    receivedAt: at(one.receivedAt),
  };
}

export function presentChange(change: OrderChange): PaymentChangeDto {
  const { seq, what, from, to, byKind, byName, detail } = change;
  return { ...{ seq, what, from, to, byKind, byName, detail }, at: at(change.at) };
}

export function presentRefund(refund: PaymentRefund, staff: StaffPrincipal): PaymentRefundDto {
  const { refundNo, orderNo, storeId, amountFen, reason, state, tries, lastAnswer } = refund;
  const { requestedByKind, requestedByName, decidedByName, decisionNote } = refund;
  const { wechatRefundId, receivedAccount } = refund;
  const decides = staff.permissions.has('payments.refund-decide');
  return {
    ...{ refundNo, orderNo, storeId, amountFen, reason, state, tries, lastAnswer },
    ...{ requestedByKind, requestedByName, decidedByName, decisionNote },
    ...{ wechatRefundId, receivedAccount },
    requestedAt: at(refund.requestedAt),
    decidedAt: atIfAny(refund.decidedAt),
    settledAt: atIfAny(refund.settledAt),
    advice: refundAdvice(refund),
    decidable: decides && state === 'requested' && refund.requestedById !== staff.staffId,
  };
}
