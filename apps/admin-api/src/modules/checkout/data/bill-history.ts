import {
  isDuplicateKey,
  sealedFor,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { Bill } from '../rules/bill.js';

export type BillAct =
  | ('open' | 'edit' | 'park' | 'resume' | 'void' | 'ask' | 'unask' | 'pay' | 'reverse')
  | ('dispute' | 'settle');

/** Who did what to a bill, and why. */
export interface BillChange {
  /** The version that it made. */
  readonly seq: number;
  readonly act: BillAct;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly reason: string | null;
  readonly at: Date;
}

/** How a dispute of a bill was answered, if it was: who, when, and in which words. */
export const settlementOf = (changes: readonly BillChange[]): BillChange | undefined =>
  changes.find(({ act }) => act === 'settle');

/** How the client agreed to a bill. */
export interface Confirmation {
  readonly way: 'member_code' | 'tap' | 'slip';
  readonly slipNo: string | null;
  readonly confirmedAt: Date;
  readonly disputedAt: Date | null;
  readonly disputeNote: string | null;
}

/** @param customerId whose bill it is; null for nobody's */
export async function insertChange(
  tx: Tx,
  { id, customerId }: Pick<Bill, 'id' | 'customerId'>,
  change: BillChange,
): Promise<void> {
  const { seq, act, byKind, byId, byName, reason, at } = change;
  await tx.run(
    `INSERT INTO bill_change (bill_id, seq, act, by_kind, by_id, by_name, reason_cipher, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, seq, act, byKind, byId, byName, sealedFor(customerId, reason), at],
  );
}

export function changesOf(reader: Reader, billId: string): Promise<BillChange[]> {
  return reader.rows<BillChange>(
    `SELECT seq, act, by_kind AS byKind, by_id AS byId, by_name AS byName,
       ${wordsOf('c.reason')} AS reason, at
     FROM bill_change c WHERE bill_id = ? ORDER BY seq`,
    [billId],
  );
}

export async function insertConfirmation(
  tx: Tx,
  billId: string,
  { way, slipNo, confirmedAt }: Omit<Confirmation, 'disputedAt' | 'disputeNote'>,
): Promise<void> {
  await tx
    .run(
      'INSERT INTO bill_confirmation (bill_id, way, slip_no, confirmed_at) VALUES (?, ?, ?, ?)',
      [billId, way, slipNo, confirmedAt],
    )
    .catch((error: unknown) => {
      if (isDuplicateKey(error)) return refuse('BILL_STATE');
      throw error;
    });
}

export function confirmationOf(reader: Reader, billId: string): Promise<Confirmation | undefined> {
  return reader.row<Confirmation>(
    `SELECT way, slip_no AS slipNo, confirmed_at AS confirmedAt, disputed_at AS disputedAt,
       ${wordsOf('c.dispute_note')} AS disputeNote FROM bill_confirmation c WHERE bill_id = ?`,
    [billId],
  );
}

export async function markDisputed(
  tx: Tx,
  { id, customerId }: Pick<Bill, 'id' | 'customerId'>,
  note: string | null,
  at: Date,
): Promise<void> {
  const sql =
    'UPDATE bill_confirmation SET disputed_at = ?, dispute_note_cipher = ? WHERE bill_id = ?';
  await tx.run(sql, [at, sealedFor(customerId, note), id]);
}
