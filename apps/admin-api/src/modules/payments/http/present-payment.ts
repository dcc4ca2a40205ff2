import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { toRfc3339, type ZoneOf } from '../../../platform/clock/index.js';
import type { StoredNotification } from '../data/notifications.js';
import type { OrderChange } from '../data/orders.js';
import type { PaymentOrder, PaymentRefund, RefundWarning } from '../payment-order.js';
import { attentionText, mismatchText, warningText } from '../rules/attention.js';
import { refundAdvice } from '../rules/refund-advice.js';
import { isRefused } from '../rules/refund-answers.js';
import { refundableFen } from '../rules/refund-limits.js';
import type {
  PaymentChangeDto,
  PaymentNotificationDto,
  PaymentOrderDto,
  PaymentRefundDto,
  RefundByHandDto,
  RefundWarningDto,
} from './dto/payment.dto.js';

const atIfAny = (instant: Date | null, zone: string): string | null =>
  instant && toRfc3339(instant, zone);

/** Hours and minutes on the store's wall. */
const clockOf = (instant: Date | null, zone: string): string | null =>
  instant && toRfc3339(instant, zone).slice(11, 16);

/** An order's state with what went back. */
function shownState(order: PaymentOrder): PaymentOrderDto['state'] {
  if (order.refundedFen === 0) return order.state;
  return order.refundedFen === order.amountFen ? 'refunded' : 'part_refunded';
}

export function presentOrder(
  order: PaymentOrder,
  warnings: readonly RefundWarning[],
  zoneOf: ZoneOf,
  now: Date,
): PaymentOrderDto {
  const { orderNo, purpose, subjectId, storeId, customerId, description, amountFen } = order;
  const { transactionId, payerFen, refundedFen, lastAnswer, shippingState } = order;
  const zone = zoneOf(storeId);
  return {
    ...{ orderNo, purpose, subjectId, storeId, customerId, description, amountFen },
    ...{ transactionId, payerFen, refundedFen, lastAnswer, shippingState },
    state: shownState(order),
    refundableFen: refundableFen(order),
    createdAt: toRfc3339(order.createdAt, zone),
    expiresAt: toRfc3339(order.expiresAt, zone),
    paidAt: atIfAny(order.paidAt, zone),
    closedAt: order.state === 'closed' ? atIfAny(order.closedAt, zone) : null,
    lastAskedAt: atIfAny(order.lastAskedAt, zone),
    nextQueryAt: atIfAny(order.nextQueryAt, zone),
    attention: attentionText(
      order,
      now,
      warnings.filter((one) => one.orderNo === orderNo),
    ),
  };
}

/** What finance reads of a letter: amounts, numbers and states, never who paid. */
const SHOWN_FACTS = [
  ...['appId', 'merchantId', 'orderNo', 'refundNo', 'tradeState', 'status', 'transactionId'],
  ...['refundId', 'totalFen', 'payerFen', 'refundFen', 'currency', 'paidAt', 'settledAt'],
  'receivedAccount',
];

export function presentNotification(one: StoredNotification, zone: string): PaymentNotificationDto {
  const { id, eventType, state, keySerial, orderNo, refundNo, facts } = one;
  const shown = SHOWN_FACTS.filter((name) => facts[name] !== undefined);
  return {
    ...{ id, eventType, state, keySerial, orderNo, refundNo },
    facts: Object.fromEntries(shown.map((name) => [name, facts[name]])),
    reason: mismatchText(one.reason),
    receivedAt: toRfc3339(one.receivedAt, zone),
  };
}

export function presentChange(change: OrderChange, zone: string): PaymentChangeDto {
  const { seq, what, from, to, byKind, byName, detail } = change;
  return { ...{ seq, what, from, to, byKind, byName, detail }, at: toRfc3339(change.at, zone) };
}

function presentByHand(refund: PaymentRefund, zone: string): RefundByHandDto | null {
  const { byHandAskedName, byHandAskedAt, byHandReason, byHandName } = refund;
  if (byHandAskedName === null || byHandAskedAt === null || byHandReason === null) return null;
  return {
    ...{ askedByName: byHandAskedName, askedAt: toRfc3339(byHandAskedAt, zone) },
    ...{ reason: byHandReason, agreedByName: byHandName },
    agreedAt: atIfAny(refund.byHandAt, zone),
  };
}

function presentWarning(warning: RefundWarning, zone: string): RefundWarningDto {
  const { kind, settledByName, outcome, note } = warning;
  return {
    ...{ kind, text: warningText(warning), settledByName, outcome, note },
    raisedAt: toRfc3339(warning.raisedAt, zone),
    settledAt: atIfAny(warning.settledAt, zone),
  };
}

/** What the caller may do about a refund that WeChat refuses. */
function byHandActs(
  refund: PaymentRefund,
  { permissions, staffId }: StaffPrincipal,
): Pick<PaymentRefundDto, 'byHandAskable' | 'byHandDecidable' | 'byHandRejectable'> {
  const mayDecide = permissions.has('payments.refund-decide');
  const isAsked = refund.state === 'approved' && refund.byHandAskedId !== null;
  return {
    byHandAskable: !isAsked && isRefused(refund) && permissions.has('payments.refund'),
    byHandDecidable: isAsked && isRefused(refund) && mayDecide && refund.byHandAskedId !== staffId,
    byHandRejectable: isAsked && mayDecide,
  };
}

export function presentRefund(
  refund: PaymentRefund,
  warnings: readonly RefundWarning[],
  staff: StaffPrincipal,
  zoneOf: ZoneOf,
): PaymentRefundDto {
  const { refundNo, orderNo, storeId, amountFen, reason, state, tries, lastAnswer } = refund;
  const { requestedByKind, requestedByName, decidedByName, decisionNote } = refund;
  const { wechatRefundId, receivedAccount } = refund;
  const zone = zoneOf(storeId);
  const waits = staff.permissions.has('payments.refund-decide') && state === 'requested';
  const isOwn = refund.requestedById === staff.staffId;
  return {
    ...{ refundNo, orderNo, storeId, amountFen, reason, state, tries, lastAnswer },
    ...{ requestedByKind, requestedByName, decidedByName, decisionNote },
    ...{ wechatRefundId, receivedAccount },
    requestedAt: toRfc3339(refund.requestedAt, zone),
    decidedAt: atIfAny(refund.decidedAt, zone),
    settledAt: atIfAny(refund.settledAt, zone),
    nextTryAt: atIfAny(refund.nextTryAt, zone),
    byHand: presentByHand(refund, zone),
    warnings: warnings
      .filter((one) => one.refundNo === refundNo)
      .map((one) => presentWarning(one, zone)),
    advice: refundAdvice(refund, clockOf(refund.nextTryAt, zone)),
    ...byHandActs(refund, staff),
    decidable: waits && !isOwn,
    withdrawable: waits && isOwn,
  };
}
