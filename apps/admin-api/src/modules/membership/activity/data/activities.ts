import type { LocalDate } from '../../../../platform/clock/index.js';
import { toSafeInteger, type Reader, type Tx } from '../../../../platform/database/index.js';

/** What a client did: money that came in, what was used, a visit, a top-up, products that were bought. */
export type ActivityKind = 'cash_in' | 'consumption' | 'visit' | 'top_up' | 'product';

/** One thing that a client did, or with sign -1 what was taken back of it. Amounts in fen, never below zero. */
export interface ActivityRow {
  readonly kind: ActivityKind;
  /** Without bonus. */
  readonly amountFen: number;
  readonly bonusFen: number;
  readonly happenedOn: LocalDate;
  /** What it is, or what it takes back: rows of one origin belong together. */
  readonly originId: string;
  readonly sign: 1 | -1;
}

/** A row with where it comes from. */
export interface SourcedActivity extends ActivityRow {
  readonly customerId: string;
  readonly storeId: string;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly createdAt: Date;
}

const SELECT = `SELECT customer_id AS customerId, kind, amount_fen AS amountFen, bonus_fen AS bonusFen,
    happened_on AS happenedOn, store_id AS storeId, source_kind AS sourceKind, source_id AS sourceId,
    origin_id AS originId, sign, created_at AS createdAt
  FROM member_activity`;

type Row = Omit<SourcedActivity, 'sign'> & { readonly sign: unknown };

const toActivity = (row: Row): SourcedActivity => ({
  ...row,
  sign: toSafeInteger(row.sign) === 1 ? 1 : -1,
});

/** Everything that a client did, oldest first. */
export async function activitiesOf(reader: Reader, customerId: string): Promise<SourcedActivity[]> {
  const sql = `${SELECT} WHERE customer_id = ? ORDER BY happened_on, id`;
  return (await reader.rows<Row>(sql, [customerId])).map(toActivity);
}

/** What a source brought, without what was taken back. */
export async function activitiesOfSource(
  reader: Reader,
  sourceKind: string,
  sourceId: string,
): Promise<SourcedActivity[]> {
  const sql = `${SELECT} WHERE source_kind = ? AND source_id = ? AND sign = 1 ORDER BY id`;
  return (await reader.rows<Row>(sql, [sourceKind, sourceId])).map(toActivity);
}

export async function insertActivity(tx: Tx, row: SourcedActivity): Promise<void> {
  await tx.run(
    `INSERT INTO member_activity (customer_id, kind, amount_fen, bonus_fen, happened_on, store_id, source_kind,
       source_id, origin_id, sign, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[row.customerId, row.kind, row.amountFen, row.bonusFen, row.happenedOn, row.storeId],
      ...[row.sourceKind, row.sourceId, row.originId, row.sign, row.createdAt],
    ],
  );
}

/** The days on which each client did something, oldest first, up to a day. */
export async function activityDays(
  reader: Reader,
  until: LocalDate,
): Promise<Map<string, LocalDate[]>> {
  const rows = await reader.rows<{ customerId: string; on: LocalDate }>(
    `SELECT DISTINCT customer_id AS customerId, happened_on AS \`on\` FROM member_activity
     WHERE happened_on <= ? ORDER BY customer_id, happened_on`,
    [until],
  );
  const days = new Map<string, LocalDate[]>();
  for (const { customerId, on } of rows)
    days.set(customerId, [...(days.get(customerId) ?? []), on]);
  return days;
}
