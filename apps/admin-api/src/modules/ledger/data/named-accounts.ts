import type { AccountRef } from '../ledger-types.js';
import { ruleOf } from '../rules/chart-of-accounts.js';

/** The rows `a` of owners' accounts by what they are called; of those that never moved there may be none. */
export function namedAccounts(accounts: readonly AccountRef[]): {
  readonly sql: string;
  readonly values: string[];
} {
  const each =
    '(a.owner_kind = ? AND a.owner_id = ? AND a.store_id = ? AND a.code = ? AND a.asset = ?)';
  return {
    sql: `ledger_account a FORCE INDEX (uq_ledger_account_name)
     WHERE a.tracked = 1 AND (${accounts.map(() => each).join(' OR ')})`,
    values: accounts.flatMap((ref) => {
      const rule = ruleOf(ref.code);
      return [rule.owner, ref.ownerId ?? '', ref.storeId ?? '', ref.code, rule.asset];
    }),
  };
}
