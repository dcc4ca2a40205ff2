import { toAmount } from '../../../platform/money/index.js';
import { NO_HASH } from '../rules/canonical.js';
import { isAccountCode, ruleOf } from '../rules/chart-of-accounts.js';
import { trueEntries } from './journal-rows.js';
import { readAhead } from './read-ahead.js';
import { bad, type Checking } from './verify-types.js';

interface AccountRow {
  id: unknown;
  owner_kind: string;
  owner_id: string;
  store_id: string;
  code: string;
  asset: string;
  normal_side: string;
  tracked: unknown;
  balance: unknown;
  held: unknown;
  seq: unknown;
  tip_hash: Buffer;
  opened_tx_id: unknown;
}

const TABLE = 'ledger_account';

const accountBatches = ({ reader, batch }: Checking): AsyncGenerator<AccountRow[]> =>
  readAhead<AccountRow[]>(async (before) => {
    const rows = await reader.rows<AccountRow>(
      `SELECT id, owner_kind, owner_id, store_id, code, asset, normal_side, tracked, balance, held, seq, tip_hash,
              opened_tx_id
       FROM ledger_account WHERE id > ? ORDER BY id LIMIT ${batch}`,
      [before ? toAmount(before.at(-1)?.id) : 0],
    );
    return rows.length > 0 ? rows : undefined;
  });

/** Every account is what the journal says it was opened as. */
export async function checkAccountNames(checking: Checking): Promise<void> {
  for await (const rows of accountBatches(checking)) {
    checking.checked.accounts += rows.length;
    const ids = rows.flatMap((row) =>
      row.opened_tx_id === null ? [] : [toAmount(row.opened_tx_id)],
    );
    const entries = await trueEntries(checking.reader, ids);
    for (const row of rows) {
      const id = toAmount(row.id);
      if (row.opened_tx_id === null) {
        // Looked at, never used: there is nothing that it could explain or hide.
        if (toAmount(row.tracked) === 0 || toAmount(row.seq) > 0) bad(TABLE, id, '没有开户记录');
        continue;
      }
      const opened = entries.get(toAmount(row.opened_tx_id));
      if (!opened) await missingEntry(checking, id, toAmount(row.opened_tx_id));
      const told = opened?.body.accounts?.find(([accountId]) => accountId === id);
      const facts = [id, row.owner_kind, row.owner_id, row.store_id, row.code, row.asset];
      if (!told || told.some((fact, index) => fact !== facts[index]))
        bad(TABLE, id, '账户与开户时的记录不符');
      const rule = isAccountCode(row.code) ? ruleOf(row.code) : undefined;
      const tracked = rule?.owner === 'house' ? 0 : 1;
      if (row.normal_side !== rule?.side || toAmount(row.tracked) !== tracked)
        bad(TABLE, id, '账户与会计科目表不符');
    }
  }
}

/** Either the entry is gone, which its postings still tell, or the account points at nothing. */
async function missingEntry({ reader }: Checking, id: number, txId: number): Promise<never> {
  const posting = await reader.row('SELECT tx_id FROM ledger_posting WHERE tx_id = ? LIMIT 1', [
    txId,
  ]);
  return posting
    ? bad('ledger_tx', txId, '这笔账不见了，但还有它的分录')
    : bad(TABLE, id, '账户的开户记录不存在');
}

/** Balance, sequence and last hash are those of the account's last line, and what is held is the sum of its holds. */
export async function checkAccountTips(checking: Checking): Promise<void> {
  for await (const rows of accountBatches(checking)) {
    const [first, last] = [toAmount(rows[0]?.id), toAmount(rows.at(-1)?.id)];
    const tips = await tipsOf(checking, first, last);
    const held = await heldOf(checking, first, last);
    for (const row of rows) {
      const id = toAmount(row.id);
      const tip = tips.get(id) ?? { seq: 0, balance: 0, hash: NO_HASH };
      if (toAmount(row.seq) !== tip.seq) bad(TABLE, id, '流水笔数与最后一条流水不符');
      if (toAmount(row.balance) !== tip.balance) bad(TABLE, id, '余额与最后一条流水不符');
      if (!row.tip_hash.equals(tip.hash)) bad(TABLE, id, '指纹与最后一条流水不符');
      if (toAmount(row.held) !== (held.get(id) ?? 0)) bad(TABLE, id, '冻结金额与冻结记录之和不符');
    }
  }
}

interface Tip {
  readonly seq: number;
  readonly balance: number;
  readonly hash: Buffer;
}

async function tipsOf(
  { reader }: Checking,
  first: number,
  last: number,
): Promise<Map<number, Tip>> {
  const rows = await reader.rows<{
    account_id: unknown;
    seq: unknown;
    balance_after: unknown;
    hash: Buffer;
  }>(
    `SELECT l.account_id, l.seq, l.balance_after, l.hash FROM account_line l
     JOIN (SELECT account_id, MAX(seq) AS seq FROM account_line
           WHERE account_id BETWEEN ? AND ? GROUP BY account_id) tip
       ON tip.account_id = l.account_id AND tip.seq = l.seq`,
    [first, last],
  );
  return new Map(
    rows.map((row) => [
      toAmount(row.account_id),
      { seq: toAmount(row.seq), balance: toAmount(row.balance_after), hash: row.hash },
    ]),
  );
}

async function heldOf(
  { reader }: Checking,
  first: number,
  last: number,
): Promise<Map<number, number>> {
  const rows = await reader.rows<{ account_id: unknown; held: unknown }>(
    `SELECT account_id, SUM(amount) AS held FROM ledger_hold
     WHERE state = 'open' AND account_id BETWEEN ? AND ? GROUP BY account_id`,
    [first, last],
  );
  return new Map(rows.map((row) => [toAmount(row.account_id), toAmount(row.held)]));
}
