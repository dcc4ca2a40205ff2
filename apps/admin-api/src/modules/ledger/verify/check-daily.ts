import { toAmount } from '../../../platform/money/index.js';
import { lastSeal } from '../data/seals.js';
import { bad, type Checking } from './verify-types.js';

interface Sums {
  readonly debit: number;
  readonly credit: number;
}

/** The daily sums of the house accounts are the sums of all sealed postings, day by day. */
export async function checkDaily(checking: Checking): Promise<void> {
  const { reader, checked } = checking;
  const sealedTo = (await lastSeal(reader))?.to ?? new Date(0);
  for (let day = '0001-01-01'; ;) {
    const next = await nextDay(checking, day);
    if (next === undefined) return;
    const [stored, posted] = [
      await storedSums(checking, next),
      await postedSums(checking, next, sealedTo),
    ];
    checked.dailySums += stored.size;
    for (const [account, sums] of stored) {
      const right = posted.get(account);
      if (right?.debit !== sums.debit || right.credit !== sums.credit)
        bad('ledger_daily', [account, next], '日汇总与当天分录之和不符');
    }
    for (const account of posted.keys()) {
      if (!stored.has(account)) bad('ledger_daily', [account, next], '这一天的日汇总不见了');
    }
    day = next;
  }
}

async function nextDay({ reader }: Checking, after: string): Promise<string | undefined> {
  const row = await reader.row<{ day: string | null }>(
    `SELECT MIN(day) AS day FROM (
       SELECT MIN(effective_on) AS day FROM ledger_tx WHERE effective_on > ?
       UNION ALL SELECT MIN(effective_on) FROM ledger_daily WHERE effective_on > ?
     ) days`,
    [after, after],
  );
  return row?.day ?? undefined;
}

type SumRow = { account_id: unknown; debit: unknown; credit: unknown };

const toSums = (rows: readonly SumRow[]): Map<number, Sums> =>
  new Map(
    rows.map((row) => [
      toAmount(row.account_id),
      { debit: toAmount(row.debit), credit: toAmount(row.credit) },
    ]),
  );

async function storedSums({ reader }: Checking, day: string): Promise<Map<number, Sums>> {
  return toSums(
    await reader.rows<SumRow>(
      'SELECT account_id, debit, credit FROM ledger_daily WHERE effective_on = ?',
      [day],
    ),
  );
}

async function postedSums(
  { reader }: Checking,
  day: string,
  sealedTo: Date,
): Promise<Map<number, Sums>> {
  const side = (column: string, debit: string, credit: string): string =>
    `SELECT p.${column} AS account_id, ${debit} AS debit, ${credit} AS credit
     FROM ledger_tx t JOIN ledger_posting p ON p.tx_id = t.id
     WHERE t.effective_on = ? AND t.posted_at < ?`;
  const rows = await reader.rows<SumRow>(
    `SELECT side.account_id, SUM(side.debit) AS debit, SUM(side.credit) AS credit FROM (
       ${side('debit_account_id', 'p.amount', '0')}
       UNION ALL ${side('credit_account_id', '0', 'p.amount')}
     ) side JOIN ledger_account a ON a.id = side.account_id AND a.tracked = 0
     GROUP BY side.account_id`,
    [day, sealedTo, day, sealedTo],
  );
  return toSums(rows);
}
