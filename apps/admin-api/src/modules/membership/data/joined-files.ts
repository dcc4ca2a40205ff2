import type { Tx } from '../../../platform/database/index.js';
import type { Wallet } from './wallets.js';

const JOINED = '档案合并';

/** Points every row of one file at another. A freeze that both have goes on once. */
export async function giveRows(tx: Tx, from: string, to: string, at: Date): Promise<void> {
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
  await tx.run('UPDATE top_up SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE card_contract SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE wallet_freeze SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE wallet_spend SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE package SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE package_owner SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE session_use SET customer_id = ? WHERE customer_id = ?', [to, from]);
  await tx.run('UPDATE stored_value_refund SET customer_id = ? WHERE customer_id = ?', [to, from]);
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
