import { moveRowsBack } from '../../../platform/client-data/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import {
  isDuplicateKey,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** A coupon that an automation gave for a birthday. */
export interface Grant {
  readonly automationId: string;
  readonly customerId: string;
  /** Counted by the calendar of the birthday. */
  readonly birthdayYear: number;
  readonly birthdayOn: LocalDate;
  /** What the coupon can take off at the most, in fen; null where only its bill can tell. */
  readonly worthFen: number | null;
  readonly couponId: string;
  readonly storeId: string;
  readonly grantedOn: LocalDate;
  readonly grantedAt: Date;
}

const SELECT = `SELECT automation_id AS automationId, customer_id AS customerId,
    birthday_year AS birthdayYear, birthday_on AS birthdayOn, worth_fen AS worthFen,
    coupon_id AS couponId, store_id AS storeId, granted_on AS grantedOn, granted_at AS grantedAt
  FROM automation_grant`;

/**
 * Two birthdays of one client are further apart than this by any calendar; nearer ones are a birthday that was changed
 * in her file.
 */
const DAYS_APART = 300;

/** Who of these clients has had hers: of this year, or of a birthday that stood in the file before. */
export async function grantedOf(
  reader: Reader,
  automationId: string,
  { birthdayYear, birthdayOn }: Pick<Grant, 'birthdayYear' | 'birthdayOn'>,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const rows = await reader.rows<{ customerId: string }>(
    `SELECT DISTINCT customer_id AS customerId FROM automation_grant
     WHERE automation_id = ? AND customer_id IN (${placeholders(customerIds)})
       AND (birthday_year = ? OR ABS(DATEDIFF(birthday_on, ?)) < ?)`,
    [automationId, ...customerIds, birthdayYear, birthdayOn, DAYS_APART],
  );
  return new Set(rows.map(({ customerId }) => customerId));
}

/** Claims a birthday for whoever writes first. @returns false when it was given already */
export async function insertGrant(tx: Tx, grant: Grant): Promise<boolean> {
  try {
    await tx.run(
      `INSERT INTO automation_grant (automation_id, customer_id, birthday_year, birthday_on, worth_fen,
         coupon_id, store_id, granted_on, granted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[grant.automationId, grant.customerId, grant.birthdayYear, grant.birthdayOn],
        ...[grant.worthFen, grant.couponId, grant.storeId, grant.grantedOn, grant.grantedAt],
      ],
    );
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Latest first, a page of them. @param before the day and coupon of the last one seen */
export function grantsOf(
  reader: Reader,
  automationId: string,
  before: { readonly grantedOn: LocalDate; readonly couponId: string } | undefined,
  limit: number,
): Promise<Grant[]> {
  const [older, values] = before
    ? [
        'AND (granted_on < ? OR (granted_on = ? AND coupon_id < ?))',
        [before.grantedOn, before.grantedOn, before.couponId],
      ]
    : ['', []];
  return reader.rows<Grant>(
    `${SELECT} WHERE automation_id = ? ${older} ORDER BY granted_on DESC, coupon_id DESC LIMIT ?`,
    [automationId, ...values, limit],
  );
}

/** What a client was given last, latest first. */
export function grantsOfCustomer(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<Grant[]> {
  return reader.rows<Grant>(
    `${SELECT} WHERE customer_id = ? ORDER BY granted_on DESC, coupon_id DESC LIMIT ?`,
    [customerId, limit],
  );
}

/**
 * Files were joined: what one was given counts for both. Where both were given one, each keeps its own.
 * @returns the coupons of the grants that moved
 */
export async function moveGrants(tx: Tx, from: string, to: string): Promise<string[]> {
  const rows = await tx.rows<{ couponId: string }>(
    `SELECT g.coupon_id AS couponId FROM automation_grant g LEFT JOIN automation_grant o
       ON o.automation_id = g.automation_id AND o.customer_id = ? AND o.birthday_year = g.birthday_year
     WHERE g.customer_id = ? AND o.customer_id IS NULL`,
    [to, from],
  );
  const couponIds = rows.map(({ couponId }) => couponId);
  await moveRowsBack(tx, 'automation_grant', couponIds, { from: to, to: from }, 'coupon_id');
  return couponIds;
}

/** What a year of an automation has seen. */
export interface Year {
  readonly granted: number;
  /** What its coupons can take off at the most, in fen. */
  readonly worthFen: number;
}

export interface Budget {
  /** Coupons; null without a limit. */
  readonly count: number | null;
  /** Fen; null without a limit. */
  readonly fen: number | null;
}

/**
 * Takes one coupon of a year's budget. The row stays locked: those who give at once come one after the other.
 * @returns which budget is used up; null when it was taken
 */
export async function takeOfYear(
  tx: Tx,
  automationId: string,
  year: number,
  worthFen: number,
  { count, fen }: Budget,
): Promise<'budget_count' | 'budget_fen' | null> {
  await tx.run(
    `INSERT INTO automation_year (automation_id, year, granted, most, worth_fen, most_fen)
     VALUES (?, ?, 0, NULL, 0, NULL) ON DUPLICATE KEY UPDATE granted = granted`,
    [automationId, year],
  );
  const so = await yearOf(tx, automationId, year, 'FOR UPDATE');
  if (count !== null && so.granted >= count) return 'budget_count';
  if (fen !== null && so.worthFen + worthFen > fen) return 'budget_fen';
  await tx.run(
    `UPDATE automation_year SET granted = granted + 1, worth_fen = worth_fen + ?, most = ?, most_fen = ?
     WHERE automation_id = ? AND year = ?`,
    [worthFen, count, fen, automationId, year],
  );
  return null;
}

export async function yearOf(
  reader: Reader,
  automationId: string,
  year: number,
  lock: '' | 'FOR UPDATE' = '',
): Promise<Year> {
  const row = await reader.row<{ granted: unknown; worthFen: unknown }>(
    `SELECT granted, worth_fen AS worthFen FROM automation_year
     WHERE automation_id = ? AND year = ? ${lock}`,
    [automationId, year],
  );
  return {
    granted: toSafeInteger(row?.granted ?? 0),
    worthFen: toSafeInteger(row?.worthFen ?? 0),
  };
}

/** Coupons that were given in a year, for reading their cost. */
export async function couponIdsOfYear(
  reader: Reader,
  automationId: string,
  year: number,
): Promise<string[]> {
  const rows = await reader.rows<{ couponId: string }>(
    `SELECT coupon_id AS couponId FROM automation_grant
     WHERE automation_id = ? AND granted_on BETWEEN ? AND ?`,
    [automationId, `${year}-01-01`, `${year}-12-31`],
  );
  return rows.map(({ couponId }) => couponId);
}

/** What became of a day. */
export interface Run {
  readonly day: LocalDate;
  readonly granted: number;
  readonly leftOut: number;
  readonly finishedAt: Date;
}

export async function hasRun(
  reader: Reader,
  automationId: string,
  day: LocalDate,
): Promise<boolean> {
  const sql = 'SELECT 1 AS one FROM automation_run WHERE automation_id = ? AND day = ?';
  return (await reader.row(sql, [automationId, day])) !== undefined;
}

/** Writes a day down as done; the first to finish it wins. */
export async function insertRun(tx: Tx, automationId: string, run: Run): Promise<void> {
  await tx.run(
    `INSERT IGNORE INTO automation_run (automation_id, day, granted, left_out, finished_at)
     VALUES (?, ?, ?, ?, ?)`,
    [automationId, run.day, run.granted, run.leftOut, run.finishedAt],
  );
}

/** The last days, latest first. */
export function runsOf(reader: Reader, automationId: string, limit: number): Promise<Run[]> {
  return reader.rows<Run>(
    `SELECT day, granted, left_out AS leftOut, finished_at AS finishedAt FROM automation_run
     WHERE automation_id = ? ORDER BY day DESC LIMIT ?`,
    [automationId, limit],
  );
}
