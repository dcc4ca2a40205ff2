import { toAmount } from '../../../platform/money/index.js';
import { NO_HASH, lineHash } from '../rules/canonical.js';
import { isAccountCode, ruleOf } from '../rules/chart-of-accounts.js';
import { newLotIndex } from '../rules/entry-body.js';
import { trueEntries } from './journal-rows.js';
import { readAhead } from './read-ahead.js';
import { bad, type Checking } from './verify-types.js';

interface LineRow {
  account_id: unknown;
  seq: unknown;
  tx_id: unknown;
  line: unknown;
  delta: unknown;
  balance_after: unknown;
  lot_id: unknown;
  posted_at: Date;
  prev_hash: Buffer;
  hash: Buffer;
  code: string | null;
  tx_hash: Buffer | null;
  tx_posted_at: Date | null;
  debit_account_id: unknown;
  credit_account_id: unknown;
  amount: unknown;
  debit_lot_id: unknown;
  credit_lot_id: unknown;
}

/** Where the walk along the lines stands. */
interface Walk {
  account: number;
  seq: number;
  balance: number;
  hash: Buffer;
}

const TABLE = 'account_line';

/** Every account's lines: numbered without gaps, each on top of the one before, each the effect of its posting. */
export async function checkLines(checking: Checking): Promise<void> {
  const walk: Walk = { account: 0, seq: 0, balance: 0, hash: NO_HASH };
  for await (const rows of readAhead<LineRow[]>((before) => nextLines(checking, before?.at(-1)))) {
    checking.checked.lines += rows.length;
    for (const row of rows) {
      const account = toAmount(row.account_id);
      if (account !== walk.account)
        Object.assign(walk, { account, seq: 0, balance: 0, hash: NO_HASH });
      await checkLine(checking, row, walk);
      const [seq, balance] = [toAmount(row.seq), toAmount(row.balance_after)];
      Object.assign(walk, { seq, balance, hash: row.hash });
    }
  }
}

async function nextLines(
  { reader, batch }: Checking,
  last: LineRow | undefined,
): Promise<LineRow[] | undefined> {
  const [account, seq] = last ? [toAmount(last.account_id), toAmount(last.seq)] : [0, 0];
  const rows = await reader.rows<LineRow>(
    `SELECT l.*, a.code, t.hash AS tx_hash, t.posted_at AS tx_posted_at, p.debit_account_id, p.credit_account_id,
            p.amount, p.debit_lot_id, p.credit_lot_id
     FROM (
       SELECT account_id, seq, tx_id, line, delta, balance_after, lot_id, posted_at, prev_hash, hash
       FROM account_line FORCE INDEX (PRIMARY)
       WHERE account_id > ? OR (account_id = ? AND seq > ?)
       ORDER BY account_id, seq LIMIT ${batch}
     ) l
     LEFT JOIN ledger_account a ON a.id = l.account_id
     LEFT JOIN ledger_tx t ON t.id = l.tx_id
     LEFT JOIN ledger_posting p ON p.tx_id = l.tx_id AND p.line = l.line
     ORDER BY l.account_id, l.seq`,
    [account, account, seq],
  );
  return rows.length > 0 ? rows : undefined;
}

async function checkLine(checking: Checking, row: LineRow, walk: Walk): Promise<void> {
  const key = [walk.account, toAmount(row.seq)];
  const txId = toAmount(row.tx_id);
  if (row.code === null) return missingAccount(row, walk.account, key);
  if (toAmount(row.seq) !== walk.seq + 1)
    bad(TABLE, [walk.account, walk.seq + 1], '这条流水不见了');
  if (row.tx_hash === null) {
    // Its posting tells whether the entry is gone or the line points at nothing.
    if (row.amount !== null) bad('ledger_tx', txId, '这笔账不见了，但还有它的流水');
    return bad(TABLE, key, '没有流水所指的那笔账');
  }
  const facts = {
    ...{ accountId: walk.account, seq: toAmount(row.seq), txId, line: toAmount(row.line) },
    ...{ delta: toAmount(row.delta), balanceAfter: toAmount(row.balance_after) },
    ...{ lotId: row.lot_id === null ? null : toAmount(row.lot_id), postedAt: row.posted_at },
  };
  if (!row.hash.equals(lineHash(walk.hash, row.tx_hash, facts))) {
    // The line's hash rests on the entry's: which of the two was touched is told by the entry itself.
    await trueEntries(checking.reader, [txId]);
    bad(TABLE, key, '流水的内容与它的指纹不符');
  }
  if (!row.prev_hash.equals(walk.hash)) bad(TABLE, key, '流水没有接在上一条之后');
  if (facts.balanceAfter !== walk.balance + facts.delta) bad(TABLE, key, '余额不等于上一条加变动');
  if (row.tx_posted_at?.getTime() !== facts.postedAt.getTime()) {
    await trueEntries(checking.reader, [txId]);
    bad(TABLE, key, '记账时间与这笔账不同');
  }
  if (!fitsPosting(row, row.code, facts)) await blame(checking, row, facts, key);
}

/** Either the account is gone, which the posting still tells, or the line was put to an account that never was. */
function missingAccount(row: LineRow, account: number, key: number[]): never {
  const told = [row.debit_account_id, row.credit_account_id].some(
    (id) => id !== null && toAmount(id) === account,
  );
  return told
    ? bad('ledger_account', account, '账户不见了，但还有它的流水')
    : bad(TABLE, key, '没有流水所指的账户');
}

interface LineFacts {
  readonly accountId: number;
  readonly txId: number;
  readonly line: number;
  readonly delta: number;
  readonly lotId: number | null;
}

function fitsPosting(row: LineRow, code: string, line: LineFacts): boolean {
  if (row.amount === null || !isAccountCode(code)) return false;
  const debited = toAmount(row.debit_account_id) === line.accountId;
  if (!debited && toAmount(row.credit_account_id) !== line.accountId) return false;
  const amount = toAmount(row.amount);
  const grows = ruleOf(code).side === (debited ? 'debit' : 'credit');
  const lot = debited ? row.debit_lot_id : row.credit_lot_id;
  return (
    line.delta === (grows ? amount : -amount) &&
    (lot === null ? null : toAmount(lot)) === line.lotId
  );
}

/** Line and posting differ: the journal says which of them is wrong. */
async function blame(
  { reader }: Checking,
  row: LineRow,
  line: LineFacts,
  key: number[],
): Promise<never> {
  const entry = (await trueEntries(reader, [line.txId])).get(line.txId);
  const leg = entry?.body.legs[line.line - 1];
  if (!leg) return bad(TABLE, key, '这笔账里没有这条流水');
  const [debit, credit, , amount, debitLot, creditLot] = leg;
  const lot = line.accountId === debit ? debitLot : creditLot;
  const told =
    (line.accountId === debit || line.accountId === credit) && Math.abs(line.delta) === amount;
  const lotTold = newLotIndex(lot) !== undefined || lot === line.lotId;
  return told && lotTold
    ? bad(
        'ledger_posting',
        [line.txId, line.line],
        row.amount === null ? '这条分录不见了' : '分录与流水不符',
      )
    : bad(TABLE, key, '流水与分录不符');
}
