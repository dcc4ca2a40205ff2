import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { AccountRef } from '../ledger-types.js';
import type { AccountCode } from '../rules/chart-of-accounts.js';
import { SETTLED_MS } from '../rules/seal.js';
import { namedAccounts } from './named-accounts.js';

/**
 * What an owner's accounts held at a moment, by everything posted before it; an account that had not moved by then is
 * not in the answer. Costs a few lines however many there are.
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
  const line = (as: string): string => `account_line ${as} FORCE INDEX (ix_account_line_posted)`;
  const rows = await reader.rows<{ code: AccountCode; balance: unknown }>(
    `SELECT tip.code, l.balance_after - COALESCE((
         SELECT SUM(later.delta) FROM ${line('later')}
         WHERE later.account_id = tip.id AND later.posted_at >= ? AND later.posted_at < ? AND later.seq < tip.seq
       ), 0) AS balance
     FROM (
       SELECT a.id, a.code, (
         SELECT MAX(near.seq) FROM ${line('near')}
         WHERE near.account_id = a.id AND near.posted_at < ? AND near.posted_at > (
           SELECT MAX(last.posted_at) FROM ${line('last')} WHERE last.account_id = a.id AND last.posted_at < ?
         ) - INTERVAL ? SECOND
       ) AS seq
       FROM ${named.sql}
     ) tip JOIN account_line l ON l.account_id = tip.id AND l.seq = tip.seq`,
    [...[at, new Date(at.getTime() + SETTLED_MS), at, at, SETTLED_MS / 1_000], ...named.values],
  );
  return new Map(rows.map(({ code, balance }) => [code, toAmount(balance)]));
}
