import {
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';

/** A client's wallet beside the ledger: its card number, its freeze, the turn of its member code. */
export interface Wallet {
  readonly customerId: string;
  readonly cardNo: number;
  readonly codeTurn: number;
  readonly frozen: boolean;
}

export interface Freeze {
  readonly reason: string;
  readonly byName: string;
  readonly at: Date;
  readonly releaseReason: string | null;
  readonly releasedByName: string | null;
  readonly releasedAt: Date | null;
}

interface WalletRow {
  customerId: string;
  cardNo: unknown;
  codeTurn: number;
  frozen: number;
}

const SELECT = `SELECT customer_id AS customerId, card_no AS cardNo, code_turn AS codeTurn, frozen FROM wallet`;

const toWallet = (row: WalletRow): Wallet => ({
  customerId: row.customerId,
  cardNo: toSafeInteger(row.cardNo),
  codeTurn: row.codeTurn,
  frozen: row.frozen === 1,
});

/** Opens the wallet unless it is open; the client's file must exist. */
export async function openWallet(tx: Tx, customerId: string, at: Date): Promise<void> {
  // A look first: an insert that finds its key taken still uses up a card number.
  const known = await tx.row('SELECT 1 FROM wallet WHERE customer_id = ?', [customerId]);
  if (known) return;
  await tx.run(
    `INSERT INTO wallet (customer_id, code_turn, frozen, opened_at) VALUES (?, 0, 0, ?)
     ON DUPLICATE KEY UPDATE customer_id = customer_id`,
    [customerId, at],
  );
}

export async function walletOf(reader: Reader, customerId: string): Promise<Wallet | undefined> {
  const row = await reader.row<WalletRow>(`${SELECT} WHERE customer_id = ?`, [customerId]);
  return row && toWallet(row);
}

export async function walletByCard(reader: Reader, cardNo: number): Promise<Wallet | undefined> {
  const row = await reader.row<WalletRow>(`${SELECT} WHERE card_no = ?`, [cardNo]);
  return row && toWallet(row);
}

/**
 * Opens and locks wallets, in the order of their clients. Everything that takes money from a client does so first: a
 * freeze, a charge, a transfer and a refund of one client come one after the other.
 */
export async function lockWallets(
  tx: Tx,
  customerIds: readonly string[],
  at: Date,
): Promise<Map<string, Wallet>> {
  const sorted = [...new Set(customerIds)].sort();
  for (const id of sorted) await openWallet(tx, id, at);
  const rows = await tx.rows<WalletRow>(
    `${SELECT} WHERE customer_id IN (${placeholders(sorted)}) ORDER BY customer_id FOR UPDATE`,
    sorted,
  );
  return new Map(rows.map((row) => [row.customerId, toWallet(row)]));
}

/** @throws Error when the file does not exist: the caller has looked */
export async function lockWallet(tx: Tx, customerId: string, at: Date): Promise<Wallet> {
  const wallet = (await lockWallets(tx, [customerId], at)).get(customerId);
  if (!wallet) throw new Error('a wallet that was opened cannot be locked');
  return wallet;
}

/** The code that was shown is used up: from now on another one is right. The wallet is locked. */
export async function nextCodeTurn(tx: Tx, customerId: string): Promise<void> {
  await tx.run('UPDATE wallet SET code_turn = code_turn + 1 WHERE customer_id = ?', [customerId]);
}

export async function freeze(
  tx: Tx,
  customerId: string,
  by: {
    readonly storeId: string;
    readonly staffId: string;
    readonly name: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run('UPDATE wallet SET frozen = 1 WHERE customer_id = ?', [customerId]);
  await tx.run(
    `INSERT INTO wallet_freeze (id, customer_id, is_open, store_id, reason_cipher, frozen_by, frozen_by_name, frozen_at)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?)`,
    [
      ...[newId(), customerId, by.storeId, sealedFor(customerId, by.reason)],
      ...[by.staffId, by.name, by.at],
    ],
  );
}

export async function release(
  tx: Tx,
  customerId: string,
  by: {
    readonly staffId: string;
    readonly name: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run('UPDATE wallet SET frozen = 0 WHERE customer_id = ?', [customerId]);
  await tx.run(
    `UPDATE wallet_freeze SET is_open = NULL, release_reason_cipher = ?, released_by = ?, released_by_name = ?,
       released_at = ?
     WHERE customer_id = ? AND is_open = 1`,
    [sealedFor(customerId, by.reason), by.staffId, by.name, by.at, customerId],
  );
}

/** Latest first. */
export function freezesOf(reader: Reader, customerId: string): Promise<Freeze[]> {
  return reader.rows<Freeze>(
    `SELECT ${wordsOf('f.reason')} AS reason, frozen_by_name AS byName, frozen_at AS at,
       ${wordsOf('f.release_reason')} AS releaseReason,
       released_by_name AS releasedByName, released_at AS releasedAt
     FROM wallet_freeze f WHERE customer_id = ? ORDER BY frozen_at DESC, id DESC LIMIT 50`,
    [customerId],
  );
}
