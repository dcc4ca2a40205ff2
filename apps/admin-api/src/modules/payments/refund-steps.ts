import { principalKey, type Principal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { appendChange, lockOrder, setOrder, type OrderColumns } from './data/orders.js';
import { lockRefund, refundByNo } from './data/refunds.js';
import type { PaymentOrder, PaymentRefund } from './payment-order.js';

/** Locks a refund, its order first, as everywhere. @throws Refusal REFUND_NOT_FOUND */
export async function lockWithOrder(
  tx: Tx,
  refundNo: string,
): Promise<{ order: PaymentOrder; refund: PaymentRefund }> {
  const { orderNo } = (await refundByNo(tx, refundNo)) ?? refuse('REFUND_NOT_FOUND');
  const order = (await lockOrder(tx, orderNo)) ?? refuse('REFUND_NOT_FOUND');
  const refund = (await lockRefund(tx, refundNo)) ?? refuse('REFUND_NOT_FOUND');
  return { order, refund };
}

/** Writes a step of a refund into its order's history, with what it changes of the order. */
export async function noteRefund(
  tx: Tx,
  order: PaymentOrder,
  refund: PaymentRefund,
  by: Principal,
  step: {
    readonly at: Date;
    /** The refund's state unless told. */
    readonly what?: string;
    readonly byName?: string;
    readonly columns?: OrderColumns;
  },
): Promise<void> {
  const version = order.version + 1;
  await setOrder(tx, order.orderNo, { ...step.columns, version });
  await appendChange(tx, order.orderNo, {
    ...{ seq: version, what: step.what ?? `refund_${refund.state}` },
    ...{ from: order.state, to: order.state, at: step.at },
    ...{ byKind: by.kind, byId: idOf(by), byName: nameOf(by, step.byName) },
    detail: { refundNo: refund.refundNo, amountFen: refund.amountFen },
  });
}

/** An order's attention without what a refund has called for it. */
export const withoutRefund = (attention: string | null): string | null =>
  attention?.startsWith('refund_') ? null : attention;

export const idOf = (by: Principal): string => principalKey(by).slice(by.kind.length + 1);

export function nameOf(by: Principal, given: string | undefined): string {
  if (by.kind === 'staff') return by.name;
  return given ?? (by.kind === 'client' ? '顾客' : '系统');
}
