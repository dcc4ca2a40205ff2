import type { Reader } from '../../../src/platform/database/index.js';
import type { BirthdayHouse, Giver } from './birthday-house.js';
import type { GivenRow } from './recount.js';

interface Row {
  readonly giverId: string;
  readonly issueKey: string;
  readonly year: number;
  readonly birthdayOn: string;
  readonly grantedOn: string;
}

/** Every coupon that was given, from the raw rows. The key of a coupon names whom it was given to, whoever has it now. */
export async function givenRows(reader: Reader, house: BirthdayHouse): Promise<GivenRow[]> {
  const places = new Map(house.ids.map((id, place) => [id, place]));
  const rows = await reader.rows<Row>(
    `SELECT g.automation_id AS giverId, c.issue_key AS issueKey, g.birthday_year AS year,
       g.birthday_on AS birthdayOn, g.granted_on AS grantedOn
     FROM automation_grant g JOIN coupon c ON c.id = g.coupon_id ORDER BY g.granted_at, c.id`,
  );
  return rows.map(({ issueKey, ...row }) => {
    const client = places.get(issueKey.split(':')[2] ?? '');
    if (client === undefined) throw new Error(`whose is ${issueKey}?`);
    return { ...row, client };
  });
}

/** What has to be the same number, counted in each place where it stands. */
export interface Counts {
  readonly grants: number;
  readonly coupons: number;
  readonly issued: number;
  readonly entries: number;
  readonly year: number;
}

const number = async (reader: Reader, sql: string, values: readonly unknown[]): Promise<number> =>
  Number((await reader.row<{ n: unknown }>(sql, [...values]))?.n);

export async function countsOf(reader: Reader, { id, templateId }: Giver): Promise<Counts> {
  const count = (sql: string, value: string) => number(reader, sql, [value]);
  return {
    grants: await count('SELECT COUNT(*) AS n FROM automation_grant WHERE automation_id = ?', id),
    coupons: await count('SELECT COUNT(*) AS n FROM coupon WHERE template_id = ?', templateId),
    issued: await count('SELECT issued AS n FROM coupon_template WHERE id = ?', templateId),
    entries: await count(
      `SELECT COUNT(*) AS n FROM ledger_tx t JOIN coupon c ON c.id = t.biz_key
       WHERE t.kind = 'coupon_issue' AND c.template_id = ?`,
      templateId,
    ),
    year: await count(
      'SELECT COALESCE(SUM(granted), 0) AS n FROM automation_year WHERE automation_id = ?',
      id,
    ),
  };
}

/** Clients whose coupons in hand are not as many as the books say, by adding up all postings. */
export async function unbalanced(reader: Reader): Promise<string[]> {
  const rows = await reader.rows<{ id: string; books: unknown; hand: unknown }>(
    `SELECT b.id, b.books, COALESCE(h.hand, 0) AS hand FROM (
       SELECT a.owner_id AS id, SUM(CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END) AS books
       FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
       WHERE a.code = 'CPN' GROUP BY a.owner_id) b
     LEFT JOIN (SELECT customer_id AS id, COUNT(*) AS hand FROM coupon
       WHERE state IN ('issued', 'held') GROUP BY customer_id) h ON h.id = b.id
     WHERE b.books <> COALESCE(h.hand, 0)`,
  );
  return rows.map(
    ({ id, books, hand }) => `${id}: ${String(books)} in the books, ${String(hand)} in hand`,
  );
}

/** Coupons that are not good from the day they were given until the last day of their birthday; longer if returned. */
export function outOfWindow(reader: Reader, { id, daysBefore, daysAfter }: Giver) {
  return reader.rows<{ couponId: string }>(
    `SELECT g.coupon_id AS couponId FROM automation_grant g JOIN coupon c ON c.id = g.coupon_id
     WHERE g.automation_id = ? AND (
       DATEDIFF(g.birthday_on, g.granted_on) > ? OR DATEDIFF(g.granted_on, g.birthday_on) > ?
       OR c.valid_from <> g.granted_on
       OR NOT (DATEDIFF(c.valid_until, g.birthday_on) = ? OR (
         DATEDIFF(c.valid_until, g.birthday_on) > ? AND EXISTS (
           SELECT 1 FROM coupon_change r WHERE r.coupon_id = c.id AND r.action = 'return'))))`,
    [id, daysBefore, daysAfter, daysAfter, daysAfter],
  );
}

/** What became of all coupons, by state. */
export async function fates(reader: Reader): Promise<Record<string, number>> {
  const rows = await reader.rows<{ state: string; n: unknown }>(
    'SELECT state, COUNT(*) AS n FROM coupon GROUP BY state',
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
}

/** Coupons whose state is not what their uses say. */
export function badUses(reader: Reader) {
  return reader.rows<{ id: string }>(
    `SELECT c.id FROM coupon c LEFT JOIN coupon_use u ON u.coupon_id = c.id AND u.is_open = 1
     WHERE (c.state = 'used') <> (u.coupon_id IS NOT NULL)`,
  );
}
