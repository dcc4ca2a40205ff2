import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';

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
}

/** What is owed to clients and staff whichever store it came from, and what clients owe. */
export interface BrandLiability {
  readonly depositFen: number;
  readonly giftCardFen: number;
  readonly commissionFen: number;
  readonly receivableFen: number;
}

/** By the store that sold it; stores that owe nothing are left out. */
export async function storeLiabilities(reader: Reader): Promise<StoreLiability[]> {
  const rows = await reader.rows<
    Record<Exclude<keyof StoreLiability, 'storeId'>, unknown> & { storeId: string }
  >(
    `SELECT store_id AS storeId,
            SUM(IF(owner_kind = 'customer', principal_left, 0)) AS principalFen,
            SUM(bonus_left) AS bonusFen,
            SUM(IF(owner_kind = 'package', principal_left, 0)) AS packageFen,
            SUM(IF(owner_kind = 'package', units_left, 0)) AS sessions,
            SUM(IF(owner_kind = 'card', principal_left, 0)) AS timeCardFen
     FROM lot GROUP BY store_id
     HAVING principalFen + bonusFen + packageFen + sessions + timeCardFen > 0 ORDER BY store_id`,
  );
  return rows.map((row) => ({
    ...{ storeId: row.storeId, principalFen: toAmount(row.principalFen) },
    ...{ bonusFen: toAmount(row.bonusFen), packageFen: toAmount(row.packageFen) },
    ...{ sessions: toAmount(row.sessions), timeCardFen: toAmount(row.timeCardFen) },
  }));
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
