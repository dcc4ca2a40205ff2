import { placeholders, type Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { PostedLeg } from '../rules/mirror.js';
import { toAccount, type Account, type AccountRow } from './accounts.js';

interface PostingRow {
  debit_account_id: unknown;
  credit_account_id: unknown;
  amount: unknown;
  debit_lot_id: unknown;
  credit_lot_id: unknown;
}

/** The postings of an entry with their accounts, in order. */
export async function postedLegsOf(reader: Reader, txId: number): Promise<PostedLeg[]> {
  const rows = await reader.rows<PostingRow>(
    `SELECT debit_account_id, credit_account_id, amount, debit_lot_id, credit_lot_id
     FROM ledger_posting WHERE tx_id = ? ORDER BY line`,
    [txId],
  );
  const accounts = await accountsByIds(
    reader,
    rows.flatMap((row) => [toAmount(row.debit_account_id), toAmount(row.credit_account_id)]),
  );
  const of = (id: unknown): Account => {
    const account = accounts.get(toAmount(id));
    if (!account) throw new Error('a posting names an account that is not there');
    return account;
  };
  const lotId = (value: unknown): number | null => (value === null ? null : toAmount(value));
  return rows.map((row) => ({
    ...{ debit: of(row.debit_account_id), credit: of(row.credit_account_id) },
    ...{ amount: toAmount(row.amount), debitLotId: lotId(row.debit_lot_id) },
    creditLotId: lotId(row.credit_lot_id),
  }));
}

/** Accounts by their ids. */
export async function accountsByIds(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, Account>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<AccountRow>(
    `SELECT id, owner_id, store_id, code FROM ledger_account WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  return new Map(rows.map((row) => [toAmount(row.id), toAccount(row)]));
}
