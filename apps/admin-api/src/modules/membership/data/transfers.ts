import { insertSql, sealedFor, type Tx } from '../../../platform/database/index.js';

/** Value that went from one client to another. Amounts in fen. */
export interface Transfer {
  readonly id: string;
  readonly fromCustomerId: string;
  readonly toCustomerId: string;
  /** `join`: two files of one person became one. */
  readonly kind: 'gift' | 'join';
  readonly storeId: string;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly reason: string;
  readonly txId: number;
  readonly entryNo: string;
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
}

export async function insertTransfer(tx: Tx, transfer: Transfer): Promise<void> {
  const columns = {
    id: transfer.id,
    from_customer_id: transfer.fromCustomerId,
    to_customer_id: transfer.toCustomerId,
    kind: transfer.kind,
    store_id: transfer.storeId,
    principal_fen: transfer.principalFen,
    bonus_fen: transfer.bonusFen,
    reason_cipher: sealedFor(transfer.fromCustomerId, transfer.reason),
    tx_id: transfer.txId,
    entry_no: transfer.entryNo,
    by_id: transfer.byId,
    by_name: transfer.byName,
    created_at: transfer.createdAt,
  };
  await tx.run(insertSql('wallet_transfer', Object.keys(columns), 1), Object.values(columns));
}
