import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { AccountRef } from '../ledger-types.js';
import type { AccountCode } from '../rules/chart-of-accounts.js';
import { SETTLED_MS } from '../rules/seal.js';
import { namedAccounts } from './named-accounts.js';

interface Line {
  account_id: unknown;
  seq: unknown;
  posted_at: Date;
  delta: unknown;
  balance_after: unknown;
}

/**
 * What an owner's accounts held at a moment, by everything posted before it; an account that had not moved by then is
 * not in the answer. Reads a few lines of each, however many there are.
 *
 * Who posts at the same time as somebody else may get the later number with the earlier time. So it begins from the
 * line with the highest number among those around the last one, and takes off again what stands below it but was
 * posted at that moment or after. Times are out of order by no more than a transaction lives, as seals rely on too.
 */
export async function balancesBefore(
  reader: Reader,
  accounts: readonly AccountRef[],
  at: Date,
): Promise<Map<AccountCode, number>> {
  if (accounts.length === 0) return new Map();
  const named = namedAccounts(accounts);
  const found = await reader.rows<{ id: unknown; code: AccountCode }>(
    `SELECT a.id, a.code FROM ${named.sql}`,
    named.values,
  );
  const lines = await linesAround(reader, await lastBefore(reader, found, at), at);
  return new Map(
    found.flatMap(({ id, code }) => {
      const own = lines.filter((line) => toAmount(line.account_id) === toAmount(id));
      const balance = balanceAt(own, at);
      return balance === undefined ? [] : [[code, balance] as const];
    }),
  );
}

/** Of each account the time of its last line before a moment. With numbers in place, the key by time has it at hand. */
async function lastBefore(
  reader: Reader,
  accounts: readonly { readonly id: unknown }[],
  at: Date,
): Promise<{ account_id: unknown; posted_at: Date }[]> {
  if (accounts.length === 0) return [];
  const each = `(SELECT account_id, posted_at FROM account_line FORCE INDEX (ix_account_line_posted)
    WHERE account_id = ? AND posted_at < ? ORDER BY posted_at DESC, seq DESC LIMIT 1)`;
  return reader.rows(
    accounts.map(() => each).join(' UNION ALL '),
    accounts.flatMap(({ id }) => [id, at]),
  );
}

/** The lines that were under way with the last one before a moment, or with that moment. */
async function linesAround(
  reader: Reader,
  tips: readonly { account_id: unknown; posted_at: Date }[],
  at: Date,
): Promise<Line[]> {
  if (tips.length === 0) return [];
  const each = `SELECT account_id, seq, posted_at, delta, balance_after
    FROM account_line FORCE INDEX (ix_account_line_posted)
    WHERE account_id = ? AND posted_at > ? AND posted_at < ?`;
  return reader.rows<Line>(
    tips.map(() => each).join(' UNION ALL '),
    tips.flatMap((tip) => [
      tip.account_id,
      new Date(tip.posted_at.getTime() - SETTLED_MS),
      new Date(at.getTime() + SETTLED_MS),
    ]),
  );
}

/** @param lines of one account  @returns undefined where none was posted before */
function balanceAt(lines: readonly Line[], at: Date): number | undefined {
  let tip: Line | undefined;
  for (const line of lines) {
    if (line.posted_at < at && (!tip || toAmount(line.seq) > toAmount(tip.seq))) tip = line;
  }
  if (!tip) return undefined;
  const tipSeq = toAmount(tip.seq);
  return lines
    .filter((line) => line.posted_at >= at && toAmount(line.seq) < tipSeq)
    .reduce((balance, line) => balance - toAmount(line.delta), toAmount(tip.balance_after));
}
