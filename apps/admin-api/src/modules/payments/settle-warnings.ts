import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { settleWarnings } from './data/refund-warnings.js';
import type { WarningOutcome } from './payment-order.js';
import { lockWithOrder, noteRefund } from './refund-steps.js';

/** Somebody has looked into a refund that may have been paid twice, and says what came of it. */
@Injectable()
export class SettleWarnings {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal REFUND_NOT_FOUND, REFUND_STATE nothing is open */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    refundNo: string,
    word: { readonly outcome: WarningOutcome; readonly note: string },
  ): Promise<void> {
    const { order, refund } = await lockWithOrder(tx, refundNo);
    const at = this.clock.now();
    const { staffId, name } = staff;
    const settled = await settleWarnings(tx, refundNo, {
      ...{ ...word, staffId, name, at, customerId: order.customerId },
    });
    if (settled === 0) refuse('REFUND_STATE', { extras: { state: refund.state } });
    await noteRefund(tx, order, refund, staff, { what: 'refund_warning_settled', at });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'payment-refund.warning-settled' },
      subject: { kind: 'payment_refund', id: refundNo },
      detail: { orderNo: refund.orderNo, ...word },
    });
  }
}
