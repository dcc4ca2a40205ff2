import { toSafeInteger, type Reader } from '../../../platform/database/index.js';

/** What raw rows say of a package and who has it or had it; without the ledger's own sums. Money in fen. */
export interface RawPackage {
  readonly packageId: string;
  readonly customerId: string;
  /** It is hers now: what is left of it stands in her statement. */
  readonly isHers: boolean;
  readonly sessions: number;
  readonly reserved: number;
  readonly leftFen: number;
  /** The first and the last thing that happened to it. */
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const signed = (codes: string): string =>
  `SUM(CASE WHEN a.code IN (${codes}) THEN (CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END)
     ELSE 0 END)`;

const RAW = `SELECT o.package_id AS packageId, o.customer_id AS customerId, MAX(o.is_now) AS isNow,
    MIN(o.since) AS since, MAX(COALESCE(o.until, o.since)) AS changedAt, MIN(t.postedAt) AS firstAt,
    MAX(t.lastAt) AS lastAt, MAX(t.sessions) AS sessions, MAX(t.reserved) AS reserved, MAX(t.leftFen) AS leftFen
  FROM package_owner o JOIN (
    SELECT i.package_id, MIN(x.posted_at) AS postedAt, MAX(x.posted_at) AS lastAt,
      ${signed("'SES_AVAIL', 'SES_RESERVED'")} AS sessions, ${signed("'SES_RESERVED'")} AS reserved,
      ${signed("'PKG_DEFERRED', 'TIME_DEFERRED'")} AS leftFen
    FROM package_item i JOIN ledger_account a ON a.owner_kind IN ('package', 'card') AND a.owner_id = i.id
    JOIN ledger_posting p ON p.credit_account_id = a.id OR p.debit_account_id = a.id
    JOIN ledger_tx x ON x.id = p.tx_id
    GROUP BY i.package_id
  ) t ON t.package_id = o.package_id
  GROUP BY o.package_id, o.customer_id ORDER BY o.customer_id, o.package_id`;

/** Every package that was paid for, once for each client who has it or had it. */
export async function rawPackages(reader: Reader): Promise<RawPackage[]> {
  const rows =
    await reader.rows<
      Record<Exclude<keyof RawPackage, 'isHers'> | 'isNow' | 'since' | 'changedAt', unknown>
    >(RAW);
  return rows.map((row) => {
    const [first, last] = [row.firstAt as Date, row.lastAt as Date];
    const [since, changedAt] = [row.since as Date, row.changedAt as Date];
    return {
      ...{ packageId: String(row.packageId), customerId: String(row.customerId) },
      isHers: row.isNow !== null,
      ...{ sessions: toSafeInteger(row.sessions), reserved: toSafeInteger(row.reserved) },
      leftFen: toSafeInteger(row.leftFen),
      firstAt: first < since ? first : since,
      lastAt: last > changedAt ? last : changedAt,
    };
  });
}
