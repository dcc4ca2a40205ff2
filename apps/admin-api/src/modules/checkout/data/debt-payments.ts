import { insertSql, type Tx } from '../../../platform/database/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';

/** What a client paid of what she owed, in fen. */
export interface DebtPayment {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly onDate: LocalDate;
  readonly kind: 'cash' | 'bank_card' | 'paycode';
  readonly amountFen: number;
  readonly channel: string | null;
  readonly reference: string | null;
  readonly txId: number;
  readonly entryNo: string;
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
}

export async function insertDebtPayment(tx: Tx, payment: DebtPayment): Promise<void> {
  const columns = {
    ...{ id: payment.id, customer_id: payment.customerId, store_id: payment.storeId },
    ...{ on_date: payment.onDate, kind: payment.kind, amount_fen: payment.amountFen },
    ...{ channel: payment.channel, reference: payment.reference, tx_id: payment.txId },
    ...{ entry_no: payment.entryNo, by_id: payment.byId, by_name: payment.byName },
    created_at: payment.createdAt,
  };
  await tx.run(insertSql('debt_payment', Object.keys(columns), 1), Object.values(columns));
}
