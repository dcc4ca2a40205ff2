import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { orderByNo } from './data/orders.js';
import { PaidOrderHandlers, type RefundStep } from './paid-order-handler.js';
import type { PaymentRefund } from './payment-order.js';
import { Refunds } from './refunds.js';

/**
 * What staff do with a refund at the payment order itself. The seller's handler takes part in the same transaction and
 * may refuse: what belongs to a wallet is refunded there.
 */
@Injectable()
export class StaffRefunds {
  constructor(
    private readonly refunds: Refunds,
    private readonly handlers: PaidOrderHandlers,
    private readonly idempotent: IdempotentWork,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal as Refunds.request, REFUND_ELSEWHERE and what else the seller says */
  request<T extends object>(
    staff: StaffPrincipal,
    wish: { readonly orderNo: string; readonly amountFen: number; readonly reason: string },
    call: IdempotentCall,
    present: (refund: PaymentRefund) => T,
  ): Promise<T> {
    return this.idempotent.run(call, async (tx) => {
      const refund = await this.refunds.request(tx, { ...wish, by: staff });
      return present(await this.#told(tx, 'request', staff, refund));
    });
  }

  /** @throws Refusal as Refunds.approve and Refunds.reject, REFUND_ELSEWHERE and what else the seller says */
  decide<T extends object>(
    staff: StaffPrincipal,
    step: 'approve' | 'reject',
    refundNo: string,
    note: string | undefined,
    call: IdempotentCall,
    present: (refund: PaymentRefund) => T,
  ): Promise<T> {
    return this.idempotent.run(call, async (tx) => {
      const refund = await this.refunds[step](tx, refundNo, staff, note);
      return present(await this.#told(tx, step, staff, refund));
    });
  }

  async #told(
    tx: Tx,
    step: RefundStep,
    staff: StaffPrincipal,
    refund: PaymentRefund,
  ): Promise<PaymentRefund> {
    const order = (await orderByNo(tx, refund.orderNo)) ?? refuse('PAYMENT_ORDER_NOT_FOUND');
    await this.handlers.of(order.purpose).onStaffRefund(tx, step, refund, order);
    await this.audit.record(tx, {
      actor: staff,
      action: `payment-refund.${step}`,
      subject: { kind: 'payment_refund', id: refund.refundNo },
      detail: { orderNo: refund.orderNo, amountFen: refund.amountFen },
    });
    return refund;
  }
}
