import {
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import { MerkleTree, merkleLeaf } from '../rules/merkle.js';
import type { Seal } from '../rules/seal.js';

const COLUMNS = [
  ...['no', 'from_at', 'to_at', 'tx_count', 'root', 'prev_hash', 'key_id', 'hash', 'signature'],
];

interface SealRow {
  no: unknown;
  from_at: Date;
  to_at: Date;
  tx_count: unknown;
  root: Buffer;
  prev_hash: Buffer;
  key_id: string;
  hash: Buffer;
  signature: Buffer;
}

const toSeal = (row: SealRow): Seal => ({
  ...{ no: toAmount(row.no), from: row.from_at, to: row.to_at, txCount: toAmount(row.tx_count) },
  ...{ root: row.root, prevHash: row.prev_hash, keyId: row.key_id },
  ...{ hash: row.hash, signature: row.signature },
});

export async function lastSeal(reader: Reader): Promise<Seal | undefined> {
  const row = await reader.row<SealRow>(
    `SELECT ${COLUMNS.join(', ')} FROM ledger_seal ORDER BY no DESC LIMIT 1`,
  );
  return row && toSeal(row);
}

/** Seals with a higher number, in order. */
export async function sealsAfter(reader: Reader, no: number, limit: number): Promise<Seal[]> {
  const rows = await reader.rows<SealRow>(
    `SELECT ${COLUMNS.join(', ')} FROM ledger_seal WHERE no > ? ORDER BY no LIMIT ${limit}`,
    [no],
  );
  return rows.map(toSeal);
}

/** Seals with a lower number, newest first. */
export async function sealsBefore(
  reader: Reader,
  no: number | undefined,
  limit: number,
): Promise<Seal[]> {
  const rows = await reader.rows<SealRow>(
    `SELECT ${COLUMNS.join(', ')} FROM ledger_seal ${no === undefined ? '' : 'WHERE no < ?'}
     ORDER BY no DESC LIMIT ${limit}`,
    no === undefined ? [] : [no],
  );
  return rows.map(toSeal);
}

/** @returns false when somebody else made this seal first */
export async function insertSeal(tx: Tx, seal: Seal): Promise<boolean> {
  try {
    await tx.run(insertSql('ledger_seal', COLUMNS, 1), [
      ...[seal.no, seal.from, seal.to, seal.txCount, seal.root, seal.prevHash, seal.keyId],
      ...[seal.hash, seal.signature],
    ]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** The tree over all entries posted in a stretch of time, read in batches. */
export async function treeOf(
  reader: Reader,
  from: Date,
  to: Date,
  batch: number,
): Promise<MerkleTree> {
  const tree = new MerkleTree();
  let [at, id] = [from, 0];
  for (;;) {
    const rows = await reader.rows<{ id: unknown; posted_at: Date; hash: Buffer }>(
      `SELECT id, posted_at, hash FROM ledger_tx FORCE INDEX (ix_ledger_tx_posted)
       WHERE posted_at >= ? AND posted_at < ? AND (posted_at > ? OR id > ?)
       ORDER BY posted_at, id LIMIT ${batch}`,
      [at, to, at, id],
    );
    for (const row of rows) tree.add(merkleLeaf(toAmount(row.id), row.hash));
    const last = rows.at(-1);
    if (!last || rows.length < batch) return tree;
    [at, id] = [last.posted_at, toAmount(last.id)];
  }
}

/** The postings of a stretch of time seen from both sides; takes `from` and `to` twice. */
const SIDES = `
  SELECT p.debit_account_id AS account_id, t.effective_on, p.amount AS debit, 0 AS credit
  FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
  WHERE t.posted_at >= ? AND t.posted_at < ?
  UNION ALL
  SELECT p.credit_account_id, t.effective_on, 0, p.amount
  FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
  WHERE t.posted_at >= ? AND t.posted_at < ?`;

/** Adds what was posted in a stretch of time to the daily sums of the house accounts. */
export async function addToDaily(tx: Tx, from: Date, to: Date): Promise<void> {
  await tx.run(
    `INSERT INTO ledger_daily (account_id, effective_on, debit, credit)
     SELECT sums.account_id, sums.effective_on, sums.debit, sums.credit FROM (
       SELECT side.account_id, side.effective_on, SUM(side.debit) AS debit, SUM(side.credit) AS credit
       FROM (${SIDES}) side JOIN ledger_account a ON a.id = side.account_id AND a.tracked = 0
       GROUP BY side.account_id, side.effective_on
     ) sums
     ON DUPLICATE KEY UPDATE debit = ledger_daily.debit + VALUES(debit),
       credit = ledger_daily.credit + VALUES(credit)`,
    [from, to, from, to],
  );
}
