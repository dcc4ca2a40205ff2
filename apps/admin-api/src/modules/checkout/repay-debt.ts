import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../customers/index.js';
import { Ledger, ofCustomer, ofHouse } from '../ledger/index.js';
import { Activity, actorOf, byOf, storeDay, valueOf } from '../membership/index.js';
import { lockOpenDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { insertDebtPayment, type DebtPayment } from './data/debt-payments.js';
import { CLEARING, tenderFaults } from './rules/tenders.js';

export interface RepayRequest {
  readonly customerId: string;
  readonly storeId: string;
  readonly kind: DebtPayment['kind'];
  readonly amountFen: number;
  readonly channel?: string;
  readonly reference?: string;
}

/** Takes what a client owes from earlier bills, or a part of it. */
@Injectable()
export class RepayDebt {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly ledger: Ledger,
    private readonly activity: Activity,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT, CLIENT_NOT_FOUND, CLIENT_MERGED, DEBT_TOO_HIGH { owedFen }, DAY_CLOSED */
  async execute(tx: Tx, staff: StaffPrincipal, request: RepayRequest): Promise<DebtPayment> {
    const { customerId, storeId, kind, amountFen, channel = null } = request;
    const fields = tenderFaults([request]).map(({ field, message }) => ({
      ...{ field: field.replace('tenders.0.', ''), message },
    }));
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    await this.customers.lockActive(tx, customerId);
    const { owedFen } = await valueOf(tx, customerId);
    if (amountFen > owedFen) refuse('DEBT_TOO_HIGH', { extras: { owedFen } });
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await lockOpenDay(tx, storeId, today);
    const [id, by] = [newId(), byOf(staff)];
    const posted = await this.ledger.post(tx, {
      ...{ kind: 'debt_paid', bizKey: id, storeId, effectiveOn: today, actor: actorOf(by) },
      meta: { title: '还款', debtPaymentId: id },
      legs: [
        {
          debit: ofHouse(CLEARING[kind], storeId),
          credit: ofCustomer('CUST_RECEIVABLE', customerId),
          amount: amountFen,
        },
      ],
    });
    const payment: DebtPayment = {
      ...{ id, customerId, storeId, onDate: today, kind, amountFen, channel },
      reference: request.reference?.toUpperCase() ?? null,
      ...{ txId: posted.txId, entryNo: posted.entryNo, byId: by.id, byName: by.name },
      createdAt: this.clock.now(),
    };
    await insertDebtPayment(tx, payment);
    await this.activity.note(tx, {
      ...{ customerId, storeId, on: today, sourceKind: 'debt', sourceId: id },
      facts: [{ kind: 'cash_in', amountFen }],
    });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'debt.repaid', subject: { kind: 'customer', id: customerId } },
      detail: { debtPaymentId: id, storeId, amountFen },
    });
    return payment;
  }
}
