import { listIn, moveTables, moveTablesBack } from '../../../platform/client-data/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Wallet } from './wallets.js';

const JOINED = '档案合并';

/** The tables whose rows follow a file, and what names their rows for good. */
export const WALLET_TABLES = {
  ...{ top_up: 'id', card_contract: 'id', wallet_freeze: 'id', wallet_spend: 'id', package: 'id' },
  ...{ session_use: 'id', stored_value_refund: 'id' },
};

/** Points every row of one file at another. A freeze that both have goes on once. @returns what moved, by table */
export async function giveRows(
  tx: Tx,
  from: string,
  to: string,
  at: Date,
): Promise<Record<string, unknown[]>> {
  const both = await tx.row('SELECT 1 FROM wallet_freeze WHERE customer_id = ? AND is_open = 1', [
    to,
  ]);
  if (both) {
    await tx.run(
      `UPDATE wallet_freeze SET is_open = NULL, release_reason = ?, released_by = frozen_by,
         released_by_name = frozen_by_name, released_at = ?
       WHERE customer_id = ? AND is_open = 1`,
      [JOINED, at, from],
    );
  }
  const moved = await moveTables(tx, WALLET_TABLES, from, to);
  const owners = await tx.rows<{ packageId: string; seq: unknown }>(
    'SELECT package_id AS packageId, seq FROM package_owner WHERE customer_id = ? FOR UPDATE',
    [from],
  );
  await tx.run('UPDATE package_owner SET customer_id = ? WHERE customer_id = ?', [to, from]);
  return { ...moved, owners: owners.map(({ packageId, seq }) => [packageId, Number(seq)]) };
}

/** Points the rows back that were given. */
export async function takeRowsBack(
  tx: Tx,
  moved: unknown,
  files: { readonly from: string; readonly to: string },
): Promise<void> {
  await moveTablesBack(tx, WALLET_TABLES, moved, files);
  for (const owner of listIn(moved, 'owners') as readonly [string, number][])
    await tx.run(
      'UPDATE package_owner SET customer_id = ? WHERE customer_id = ? AND package_id = ? AND seq = ?',
      [files.from, files.to, ...owner],
    );
}

/** Opens the wallet of a file again under its own card number. */
export async function reopenWallet(
  tx: Tx,
  { customerId, cardNo, codeTurn, frozen }: Wallet,
  at: Date,
): Promise<void> {
  await tx.run(
    'INSERT INTO wallet (customer_id, card_no, code_turn, frozen, opened_at) VALUES (?, ?, ?, ?, ?)',
    [customerId, cardNo, codeTurn + 1, frozen ? 1 : 0, at],
  );
}

/** Frozen or not, by whether a freeze of it stands. */
export async function setFrozenByFreezes(tx: Tx, customerId: string): Promise<void> {
  await tx.run(
    `UPDATE wallet SET frozen = EXISTS (
       SELECT 1 FROM wallet_freeze f WHERE f.customer_id = wallet.customer_id AND f.is_open = 1
     ) WHERE customer_id = ?`,
    [customerId],
  );
}

/** One wallet goes on; the card of the other is no more. Frozen when either was. Both are locked. */
export async function joinWallets(tx: Tx, left: Wallet, stays: Wallet): Promise<void> {
  await tx.run('DELETE FROM wallet WHERE customer_id = ?', [left.customerId]);
  if (left.frozen && !stays.frozen)
    await tx.run('UPDATE wallet SET frozen = 1 WHERE customer_id = ?', [stays.customerId]);
}

/** A lot that moved with its file is still the same sale, used by the same person. */
export async function followLot(tx: Tx, fromLotId: number, toLotId: number): Promise<void> {
  await tx.run('UPDATE top_up SET lot_id = ? WHERE lot_id = ?', [toLotId, fromLotId]);
  await tx.run('UPDATE wallet_spend_lot SET lot_id = ? WHERE lot_id = ?', [toLotId, fromLotId]);
  await tx.run('UPDATE lot_origin SET lot_id = ? WHERE lot_id = ?', [toLotId, fromLotId]);
}
