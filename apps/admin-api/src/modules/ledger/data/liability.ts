import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import { lastSeal } from './seals.js';

/** What is still owed of what one store sold. */
export interface StoreLiability {
  readonly storeId: string;
  /** Stored value, by what is left of it. */
  readonly principalFen: number;
  readonly bonusFen: number;
  /** Paid for sessions that were not used yet. */
  readonly packageFen: number;
  readonly sessions: number;
  /** Paid for days that are still to come. */
  readonly timeCardFen: number;
  /** Refunds that were approved and whose money has not left yet. */
  readonly refundFen: number;
}

/** What is owed to clients and staff whichever store it came from, and what clients owe. */
export interface BrandLiability {
  readonly depositFen: number;
  readonly giftCardFen: number;
  readonly commissionFen: number;
  readonly receivableFen: number;
}

/**
 * By the store that sold it; stores that owe nothing are left out. It reads every lot there ever was: a sum kept beside
 * them would be one row that all payments of a store wait for.
 */
export async function storeLiabilities(reader: Reader): Promise<StoreLiability[]> {
  const rows = await reader.rows<{
    store_id: string;
    owner_kind: string;
    principal: unknown;
    bonus: unknown;
    units: unknown;
  }>(
    `SELECT store_id, owner_kind, SUM(principal_left) AS principal, SUM(bonus_left) AS bonus, SUM(units_left) AS units
     FROM lot WHERE principal_left > 0 OR bonus_left > 0 OR units_left > 0
     GROUP BY store_id, owner_kind ORDER BY store_id`,
  );
  const stores = new Map<string, StoreLiability>();
  for (const row of rows) {
    const store = stores.get(row.store_id) ?? owesNothing(row.store_id);
    const [principal, units] = [toAmount(row.principal), toAmount(row.units)];
    const of = (kind: string, amount: number): number => (row.owner_kind === kind ? amount : 0);
    stores.set(row.store_id, {
      storeId: row.store_id,
      principalFen: store.principalFen + of('customer', principal),
      bonusFen: store.bonusFen + toAmount(row.bonus),
      packageFen: store.packageFen + of('package', principal),
      sessions: store.sessions + of('package', units),
      timeCardFen: store.timeCardFen + of('card', principal),
      refundFen: 0,
    });
  }
  for (const [storeId, refundFen] of await payableRefunds(reader))
    stores.set(storeId, { ...(stores.get(storeId) ?? owesNothing(storeId)), refundFen });
  return [...stores.values()].filter(owesSomething);
}

const owesSomething = ({ storeId: _, ...owed }: StoreLiability): boolean =>
  Object.values(owed).some((amount: number) => amount > 0);

const owesNothing = (storeId: string): StoreLiability => ({
  ...{ storeId, principalFen: 0, bonusFen: 0, packageFen: 0, sessions: 0, timeCardFen: 0 },
  refundFen: 0,
});

/** By store. A house account has no stored balance: its days as they were sealed, and what was posted since. */
async function payableRefunds(reader: Reader): Promise<Map<string, number>> {
  const sealedTo = (await lastSeal(reader))?.to ?? new Date(0);
  const account = `a.owner_kind = 'house' AND a.owner_id = '' AND a.code = 'REFUND_PAYABLE'`;
  const rows = await reader.rows<{ storeId: string; owed: unknown }>(
    `SELECT storeId, SUM(owed) AS owed FROM (
       SELECT a.store_id AS storeId, CAST(d.credit AS SIGNED) - CAST(d.debit AS SIGNED) AS owed
       FROM ledger_account a JOIN ledger_daily d ON d.account_id = a.id WHERE ${account}
       UNION ALL
       SELECT a.store_id, CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END
       FROM ledger_tx t FORCE INDEX (ix_ledger_tx_posted) STRAIGHT_JOIN ledger_posting p ON p.tx_id = t.id
         JOIN ledger_account a ON a.id IN (p.debit_account_id, p.credit_account_id)
       WHERE t.posted_at >= ? AND ${account}
     ) moves GROUP BY storeId`,
    [sealedTo],
  );
  return new Map(rows.map(({ storeId, owed }) => [storeId, toAmount(owed)]));
}

export async function brandLiability(reader: Reader): Promise<BrandLiability> {
  const rows = await reader.rows<{ code: string; balance: unknown }>(
    `SELECT code, SUM(balance) AS balance FROM ledger_account
     WHERE tracked = 1 AND code IN ('DEPOSIT', 'GIFT_LIABILITY', 'COMM_PAYABLE', 'CUST_RECEIVABLE')
     GROUP BY code`,
  );
  const of = (code: string): number =>
    toAmount(rows.find((row) => row.code === code)?.balance ?? 0);
  return {
    ...{ depositFen: of('DEPOSIT'), giftCardFen: of('GIFT_LIABILITY') },
    ...{ commissionFen: of('COMM_PAYABLE'), receivableFen: of('CUST_RECEIVABLE') },
  };
}
