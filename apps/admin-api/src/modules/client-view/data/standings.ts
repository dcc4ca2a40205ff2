import { groupBy } from '../../../platform/collections/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import {
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { ClientDays, Measured, Standing } from '../rules/standing.js';
import type { Sample } from './sample.js';

interface DayRow {
  readonly customerId: string;
  readonly on: LocalDate;
  readonly visits: unknown;
  readonly fen: unknown;
}

const NOTHING: ClientDays = { visitDays: [], spends: [] };

/** What each client did, day by day. One range of one key for each client. */
export async function daysOfClients(
  reader: Reader,
  ids: readonly string[],
): Promise<(id: string) => ClientDays> {
  const rows = await reader.rows<DayRow>(
    `SELECT customer_id AS customerId, happened_on AS \`on\`,
       SUM(CASE WHEN kind = 'visit' THEN sign ELSE 0 END) AS visits,
       SUM(CASE WHEN kind IN ('consumption', 'product') THEN sign * CAST(amount_fen AS SIGNED) ELSE 0 END) AS fen
     FROM member_activity WHERE customer_id IN (${placeholders(ids)})
     GROUP BY customer_id, happened_on ORDER BY customer_id, happened_on`,
    ids,
  );
  const byClient = groupBy(rows, (row) => row.customerId);
  return (id) => {
    const own = byClient.get(id);
    if (!own) return NOTHING;
    return {
      visitDays: own.filter((row) => toSafeInteger(row.visits) > 0).map(({ on }) => on),
      spends: own
        .map(({ on, fen }) => ({ on, fen: toSafeInteger(fen) }))
        .filter(({ fen }) => fen !== 0),
    };
  };
}

/** Principal and bonus of each client by the ledger, in fen. */
export async function balancesOfClients(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await reader.rows<{ id: string; fen: unknown }>(
    `SELECT owner_id AS id, SUM(balance) AS fen FROM ledger_account
     WHERE owner_kind = 'customer' AND owner_id IN (${placeholders(ids)})
       AND code IN ('SV_PRINCIPAL', 'SV_BONUS') GROUP BY owner_id`,
    ids,
  );
  return new Map(rows.map(({ id, fen }) => [id, toSafeInteger(fen)]));
}

const COLUMNS = [
  ...['customer_id', 'stage', 'first_visit_on', 'last_visit_on', 'visits', 'visits_year'],
  ...['spend_year_fen', 'rhythm_days', 'expected_on', 'recency', 'frequency', 'monetary'],
  ...['balance_fen', 'due_on', 'weighed_at', 'policy'],
];
const OVERWRITE = COLUMNS.slice(1)
  .map((column) => `${column} = VALUES(${column})`)
  .join(', ');
const STANDING = `stage, first_visit_on AS firstVisitOn, last_visit_on AS lastVisitOn, visits,
  visits_year AS visitsYear, spend_year_fen AS spendYearFen, rhythm_days AS rhythmDays,
  expected_on AS expectedOn, recency, frequency, monetary`;
const UNWEIGHED: Standing = {
  ...{ stage: 'prospect', firstVisitOn: null, lastVisitOn: null, visits: 0, visitsYear: 0 },
  ...{ spendYearFen: 0, rhythmDays: null, expectedOn: null },
  ...{ recency: 1, frequency: 1, monetary: 1, dueOn: null },
};

export interface Weighed {
  readonly id: string;
  readonly standing: Standing;
  readonly balanceFen: number;
  /** The version of the limits that it was weighed by. */
  readonly policy: number;
}

const valuesOf = ({ id, standing, balanceFen, policy }: Weighed, at: Date): unknown[] => [
  ...[id, standing.stage, standing.firstVisitOn, standing.lastVisitOn, standing.visits],
  ...[standing.visitsYear, standing.spendYearFen, standing.rhythmDays, standing.expectedOn],
  ...[standing.recency, standing.frequency, standing.monetary, balanceFen, standing.dueOn, at],
  policy,
];

/**
 * Locks the standings of some files that go on, in the order of their ids, opening those that are missing. Whoever weighs
 * a client waits here for whoever does so already, and so reads what that one had not seen.
 * @returns the files that go on
 */
export async function lockStandings(tx: Tx, ids: readonly string[], at: Date): Promise<string[]> {
  const files = await tx.rows<{ id: string }>(
    `SELECT id FROM customer WHERE id IN (${placeholders(ids)}) AND state = 'active' ORDER BY id`,
    ids,
  );
  const active = files.map(({ id }) => id);
  if (active.length === 0) return [];
  const values = active.flatMap((id) =>
    valuesOf({ id, standing: UNWEIGHED, balanceFen: 0, policy: 1 }, at),
  );
  await tx.run(
    `${insertSql('client_standing', COLUMNS, active.length)} ON DUPLICATE KEY UPDATE due_on = due_on`,
    values,
  );
  return active;
}

/** Locks the standings of some files that were weighed, in the order of their ids. @returns those files */
export async function lockWeighed(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `SELECT customer_id AS id FROM client_standing WHERE customer_id IN (${placeholders(ids)})
     ORDER BY customer_id FOR UPDATE`,
    ids,
  );
  return rows.map(({ id }) => id);
}

type MeasuredRow = Omit<Standing, 'spendYearFen'> & {
  readonly id: string;
  readonly spendYearFen: unknown;
  readonly balanceFen: unknown;
};

/** Locks standings that were weighed by older limits, with what was measured then. A range of one key. */
export async function lockOlder(tx: Tx, version: number, limit: number): Promise<Weighed[]> {
  const rows = await tx.rows<MeasuredRow>(
    `SELECT customer_id AS id, ${STANDING}, due_on AS dueOn, balance_fen AS balanceFen
     FROM client_standing WHERE policy < ? ORDER BY policy, customer_id LIMIT ? FOR UPDATE`,
    [version, limit],
  );
  return rows.map(({ id, balanceFen, ...standing }) => ({
    ...{ id, balanceFen: toSafeInteger(balanceFen), policy: version },
    standing: { ...standing, spendYearFen: toSafeInteger(standing.spendYearFen) },
  }));
}

/** What was measured of the clients of a sample whose files go on. */
export async function measuredOf(reader: Reader, sample: Sample): Promise<Measured[]> {
  const rows = await reader.rows<Omit<Measured, 'spendYearFen'> & { spendYearFen: unknown }>(
    `SELECT s.first_visit_on AS firstVisitOn, s.last_visit_on AS lastVisitOn, s.visits,
       s.visits_year AS visitsYear, s.spend_year_fen AS spendYearFen
     FROM client_standing s JOIN customer c ON c.id = s.customer_id
     WHERE ${sample.of('s.customer_id')} AND c.state = 'active'`,
    [],
  );
  return rows.map((row) => ({ ...row, spendYearFen: toSafeInteger(row.spendYearFen) }));
}

/** Writes locked standings. */
export async function saveStandings(tx: Tx, list: readonly Weighed[], at: Date): Promise<void> {
  await tx.run(
    `${insertSql('client_standing', COLUMNS, list.length)} ON DUPLICATE KEY UPDATE ${OVERWRITE}`,
    list.flatMap((one) => valuesOf(one, at)),
  );
}

/** When the next sweep weighs a client again; null for a file that does not go on. */
export async function setDue(tx: Tx, id: string, on: LocalDate | null): Promise<void> {
  await tx.run('UPDATE client_standing SET due_on = ? WHERE customer_id = ?', [on, id]);
}

/** Of a file that is withdrawn. */
export async function dropStanding(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM client_standing WHERE customer_id = ?', [id]);
}

/** Clients whose standing time has made another. */
export async function dueStandings(
  reader: Reader,
  today: LocalDate,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    'SELECT customer_id AS id FROM client_standing WHERE due_on <= ? ORDER BY due_on LIMIT ?',
    [today, limit],
  );
  return rows.map(({ id }) => id);
}

/** Files after an id that nobody has weighed, and how far was looked. A range of two primary keys. */
export async function unweighedAfter(
  reader: Reader,
  afterId: string,
  look: number,
): Promise<{ ids: string[]; lastId: string | undefined }> {
  const rows = await reader.rows<{ id: string; isMissing: unknown }>(
    `SELECT c.id, s.customer_id IS NULL AND c.state = 'active' AS isMissing
     FROM customer c LEFT JOIN client_standing s ON s.customer_id = c.id
     WHERE c.id > ? ORDER BY c.id LIMIT ?`,
    [afterId, look],
  );
  const ids = rows.filter((row) => toSafeInteger(row.isMissing) === 1).map(({ id }) => id);
  return { ids, lastId: rows.length < look ? undefined : rows.at(-1)?.id };
}

/** Where a client stands; undefined before she was weighed. */
export async function standingById(
  reader: Reader,
  id: string,
): Promise<Omit<Standing, 'dueOn'> | undefined> {
  const row = await reader.row<Omit<Standing, 'dueOn'> & { readonly spendYearFen: unknown }>(
    `SELECT ${STANDING} FROM client_standing WHERE customer_id = ?`,
    [id],
  );
  return row && { ...row, spendYearFen: toSafeInteger(row.spendYearFen) };
}
