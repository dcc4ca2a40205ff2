import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

/** What a client wants to hear of. */
export interface MarketingChoice {
  /** She wants none of it: no gifts by themselves, no messages, no calls. */
  readonly optedOut: boolean;
  /** She agreed to text messages. */
  readonly sms: boolean;
  /** She agreed to be called. */
  readonly calls: boolean;
  /** 0 before she said anything. */
  readonly version: number;
}

export const NOTHING_SAID: MarketingChoice = {
  ...{ optedOut: false, sms: false, calls: false, version: 0 },
};

interface Row {
  customerId: string;
  optedOut: number;
  sms: number;
  calls: number;
  version: number;
}

const SELECT = `SELECT customer_id AS customerId, opted_out AS optedOut, sms, calls, version
  FROM marketing_choice`;
const toChoice = (row: Row | undefined): MarketingChoice =>
  row
    ? {
        ...{ optedOut: row.optedOut === 1, sms: row.sms === 1, calls: row.calls === 1 },
        version: row.version,
      }
    : NOTHING_SAID;

export async function choiceOf(reader: Reader, customerId: string): Promise<MarketingChoice> {
  return toChoice(await reader.row<Row>(`${SELECT} WHERE customer_id = ?`, [customerId]));
}

/** Who of these wants none of it. */
export async function optedOutOf(
  reader: Reader,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const sql = `${SELECT} WHERE opted_out = 1 AND customer_id IN (${placeholders(customerIds)})`;
  const rows = await reader.rows<Row>(sql, customerIds);
  return new Set(rows.map((row) => row.customerId));
}

/** Who of these agreed to be called. */
export async function callableOf(
  reader: Reader,
  customerIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0) return new Set();
  const sql = `${SELECT} WHERE calls = 1 AND customer_id IN (${placeholders(customerIds)})`;
  const rows = await reader.rows<Row>(sql, customerIds);
  return new Set(rows.map((row) => row.customerId));
}

export interface SaidBy {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

/** Keeps a choice and that it was made. The client's file is locked. */
export async function saveChoice(
  tx: Tx,
  customerId: string,
  { optedOut, sms, calls, version }: MarketingChoice,
  by: SaidBy,
  at: Date,
): Promise<void> {
  const flags = [optedOut, sms, calls].map(Number);
  await tx.run(
    `INSERT INTO marketing_choice (customer_id, opted_out, sms, calls, version, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE opted_out = VALUES(opted_out), sms = VALUES(sms),
       calls = VALUES(calls),       version = VALUES(version), updated_at = VALUES(updated_at)`,
    [customerId, ...flags, version, at],
  );
  const columns = [
    'customer_id',
    'seq',
    'opted_out',
    'sms',
    'calls',
    'by_kind',
    'by_id',
    'by_name',
    'at',
  ];
  await tx.run(insertSql('marketing_choice_change', columns, 1), [
    ...[customerId, version, ...flags, by.kind, by.id, by.name, at],
  ]);
}

/** Something that was said about it. */
export interface ChoiceChange extends MarketingChoice {
  readonly byKind: string;
  readonly byName: string;
  readonly at: Date;
}

/** All that was ever said, latest first. */
export async function choiceChanges(reader: Reader, customerId: string): Promise<ChoiceChange[]> {
  const rows = await reader.rows<Row & { byKind: string; byName: string; at: Date }>(
    `SELECT customer_id AS customerId, seq AS version, opted_out AS optedOut, sms, calls,
       by_kind AS byKind, by_name AS byName, at
     FROM marketing_choice_change WHERE customer_id = ? ORDER BY seq DESC LIMIT 200`,
    [customerId],
  );
  return rows.map((row) => ({
    ...toChoice(row),
    ...{ byKind: row.byKind, byName: row.byName, at: row.at },
  }));
}
