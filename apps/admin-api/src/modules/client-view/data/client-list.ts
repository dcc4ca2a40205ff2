import type { LocalDate } from '../../../platform/clock/index.js';
import { placeholders, toSafeInteger, type Reader } from '../../../platform/database/index.js';
import { bitsOf } from '../../customers/index.js';
import {
  leaderOf,
  type ClientFilter,
  type ClientOrder,
  type Leader,
} from '../rules/client-filter.js';
import type { ClientStage } from '../rules/standing.js';

/** Where in a list a client stands: by the key of its order, then by id, both going the same way. */
export interface ListPlace {
  readonly key: string;
  readonly id: string;
}

interface Range {
  readonly table: string;
  readonly id: string;
  /** What it is ordered by beside the id; undefined where the id is all. */
  readonly key?: string;
  /** From the lowest up; else from the highest down. */
  readonly isUp?: boolean;
  readonly where: readonly string[];
  readonly values: readonly unknown[];
}

const EQUAL: Readonly<Record<Leader, { table: string; id: string; column: string }>> = {
  consultantId: { table: 'customer', id: 'id', column: 'consultant_id' },
  needId: { table: 'customer_tagging', id: 'customer_id', column: 'tag_id' },
  tagIds: { table: 'customer_tagging', id: 'customer_id', column: 'tag_id' },
  tierId: { table: 'customer_tier', id: 'customer_id', column: 'tier_id' },
  birthMonth: { table: 'customer', id: 'id', column: 'birthday_month' },
  source: { table: 'customer', id: 'id', column: 'source' },
  storeId: { table: 'customer', id: 'id', column: 'home_store_id' },
  stage: { table: 'client_standing', id: 'customer_id', column: 'stage' },
};

type OfStanding = Exclude<ClientOrder, 'newest' | 'incomplete'>;

const KEYS: Readonly<Record<OfStanding, string>> = {
  last_visit: 'last_visit_on',
  overdue: 'expected_on',
  spend: 'spend_year_fen',
  balance: 'balance_fen',
};

function newestRange(filter: ClientFilter): Range {
  const leader = leaderOf(filter);
  if (leader === undefined) return { table: 'customer', id: 'id', where: [], values: [] };
  const { table, id, column } = EQUAL[leader.name];
  return { table, id, where: [`${column} = ?`], values: [leader.value] };
}

/** Bounds of the filter on the key itself: they cut the range instead of passing over its rows. */
function boundsOf(filter: ClientFilter, order: OfStanding, today: LocalDate): [string, unknown][] {
  const { lastVisitFrom, lastVisitUntil, minBalanceFen } = filter;
  if (order === 'overdue') return [['expected_on < ?', today]];
  const bounds: [string, unknown][] = [];
  if (order === 'last_visit' && lastVisitFrom !== undefined)
    bounds.push(['last_visit_on >= ?', lastVisitFrom]);
  if (order === 'last_visit' && lastVisitUntil !== undefined)
    bounds.push(['last_visit_on <= ?', lastVisitUntil]);
  if (order === 'balance' && minBalanceFen !== undefined)
    bounds.push(['balance_fen >= ?', minBalanceFen]);
  return bounds;
}

/** Files that say least first. */
const incompleteRange = ({ belowPercent }: ClientFilter): Range => ({
  ...{ table: 'customer', id: 'id', key: 'completeness', isUp: true },
  where: [`state = 'active'`, ...(belowPercent === undefined ? [] : ['completeness < ?'])],
  values: belowPercent === undefined ? [] : [belowPercent],
});

function rangeOf(filter: ClientFilter, order: ClientOrder, today: LocalDate): Range {
  if (order === 'newest') return newestRange(filter);
  if (order === 'incomplete') return incompleteRange(filter);
  const key = KEYS[order];
  const bounds = boundsOf(filter, order, today);
  return {
    ...{ table: 'client_standing', id: 'customer_id', key },
    where: [`${key} IS NOT NULL`, ...bounds.map(([sql]) => sql)],
    values: bounds.map(([, value]) => value),
  };
}

/** The next clients of a range in its order, whatever the other filters say of them. A range of one key. */
export async function candidates(
  reader: Reader,
  filter: ClientFilter,
  order: ClientOrder,
  after: ListPlace | undefined,
  today: LocalDate,
  look: number,
): Promise<ListPlace[]> {
  const range = rangeOf(filter, order, today);
  const { table, id, key, where, values } = range;
  const [then, way] = range.isUp === true ? ['>', 'ASC'] : ['<', 'DESC'];
  const beyond =
    key === undefined
      ? `${id} ${then} ?`
      : `${key} ${then}= ? AND (${key} ${then} ? OR ${id} ${then} ?)`;
  const place =
    after === undefined ? [] : key === undefined ? [after.id] : [after.key, after.key, after.id];
  const conditions = after === undefined ? where : [...where, beyond];
  return reader.rows<ListPlace>(
    `SELECT ${key === undefined ? `''` : `CAST(${key} AS CHAR)`} AS \`key\`, ${id} AS id FROM ${table}
     ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}
     ORDER BY ${key === undefined ? '' : `${key} ${way}, `}${id} ${way} LIMIT ?`,
    [...values, ...place, look],
  );
}

/** A client in a list, beside what her file says of her. */
export interface ListedClient {
  readonly id: string;
  readonly stage: ClientStage | null;
  readonly lastVisitOn: LocalDate | null;
  readonly visits: number;
  readonly spendYearFen: number;
  readonly balanceFen: number;
  readonly tier: string | null;
  /** How much of the wanted her file says, in whole percent. */
  readonly completeness: number;
}

interface Row extends Omit<ListedClient, 'visits' | 'spendYearFen' | 'balanceFen'> {
  readonly visits: unknown;
  readonly spendYearFen: unknown;
  readonly balanceFen: unknown;
}

/** Which of some clients the whole filter leaves, by their primary keys. */
export async function matching(
  reader: Reader,
  filter: ClientFilter,
  ids: readonly string[],
): Promise<Map<string, ListedClient>> {
  if (ids.length === 0) return new Map();
  const conditions: [string, unknown][] = [];
  const only = (sql: string, value: unknown): void => {
    if (value !== undefined) conditions.push([sql, value]);
  };
  only('s.stage = ?', filter.stage);
  only('t.tier_id = ?', filter.tierId);
  only('c.home_store_id = ?', filter.storeId);
  only('c.source = ?', filter.source);
  only('c.birthday_month = ?', filter.birthMonth);
  only('c.consultant_id = ?', filter.consultantId);
  only('c.completeness < ?', filter.belowPercent);
  only('c.filled & ? = 0', filter.missing && bitsOf([filter.missing]));
  for (const tagId of [filter.needId, ...(filter.tagIds ?? [])])
    only(
      'EXISTS (SELECT 1 FROM customer_tagging g WHERE g.customer_id = c.id AND g.tag_id = ?)',
      tagId,
    );
  only('s.last_visit_on >= ?', filter.lastVisitFrom);
  only('s.last_visit_on <= ?', filter.lastVisitUntil);
  only('s.balance_fen >= ?', filter.minBalanceFen);
  const rows = await reader.rows<Row>(
    `SELECT c.id, s.stage, s.last_visit_on AS lastVisitOn, COALESCE(s.visits, 0) AS visits,
       COALESCE(s.spend_year_fen, 0) AS spendYearFen, COALESCE(s.balance_fen, 0) AS balanceFen, n.name AS tier,
       c.completeness
     FROM customer c LEFT JOIN client_standing s ON s.customer_id = c.id
       LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN tier n ON n.id = t.tier_id
     WHERE c.id IN (${placeholders(ids)}) AND c.state = 'active'
       ${conditions.map(([sql]) => `AND ${sql}`).join(' ')}`,
    [...ids, ...conditions.map(([, value]) => value)],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ id: row.id, stage: row.stage, lastVisitOn: row.lastVisitOn, tier: row.tier },
        completeness: row.completeness,
        visits: toSafeInteger(row.visits),
        spendYearFen: toSafeInteger(row.spendYearFen),
        balanceFen: toSafeInteger(row.balanceFen),
      },
    ]),
  );
}
