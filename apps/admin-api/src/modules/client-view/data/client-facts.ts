import { groupBy } from '../../../platform/collections/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import { placeholders, toSafeInteger, type Reader } from '../../../platform/database/index.js';
import type { Birthday, CustomerSource, Gender } from '../../customers/index.js';
import type { ClientStage } from '../rules/standing.js';

/** What a list that leaves the house may tell of a client: nothing of health, and of her phone only its end. */
export interface ClientFacts {
  readonly id: string;
  readonly memberNo: string;
  readonly ownNo: string | null;
  readonly name: string;
  readonly gender: Gender;
  readonly birthday: Birthday | null;
  /** The last four digits. */
  readonly phoneEnd: string | null;
  readonly source: CustomerSource;
  readonly homeStore: string | null;
  readonly consultant: string | null;
  readonly tags: readonly string[];
  readonly tier: string | null;
  readonly stage: ClientStage | null;
  readonly firstVisitOn: LocalDate | null;
  readonly lastVisitOn: LocalDate | null;
  readonly visits: number;
  /** Of the last 365 days, in fen. */
  readonly spendYearFen: number;
  /** Principal and bonus, in fen. */
  readonly balanceFen: number;
  readonly openedAt: Date;
}

type Row = Omit<ClientFacts, 'birthday' | 'tags' | 'visits' | 'spendYearFen' | 'balanceFen'> & {
  readonly calendar: Birthday['calendar'] | null;
  readonly birthYear: number | null;
  readonly birthMonth: number;
  readonly birthDay: number;
  readonly leapMonth: number;
  readonly visits: unknown;
  readonly spendYearFen: unknown;
  readonly balanceFen: unknown;
};

const FACTS = `SELECT c.id, c.member_no AS memberNo, c.own_no AS ownNo, c.name, c.gender,
    c.birthday_calendar AS calendar, c.birthday_year AS birthYear, c.birthday_month AS birthMonth,
    c.birthday_day AS birthDay, c.birthday_leap_month AS leapMonth, p.last4 AS phoneEnd, c.source,
    h.name AS homeStore, m.display_name AS consultant, n.name AS tier, s.stage, s.first_visit_on AS firstVisitOn,
    s.last_visit_on AS lastVisitOn, COALESCE(s.visits, 0) AS visits, COALESCE(s.spend_year_fen, 0) AS spendYearFen,
    COALESCE(s.balance_fen, 0) AS balanceFen, c.created_at AS openedAt
  FROM customer c
    LEFT JOIN customer_phone p ON p.customer_id = c.id AND p.is_primary = 1
    LEFT JOIN store h ON h.id = c.home_store_id
    LEFT JOIN staff_member m ON m.id = c.consultant_id
    LEFT JOIN customer_tier t ON t.customer_id = c.id LEFT JOIN tier n ON n.id = t.tier_id
    LEFT JOIN client_standing s ON s.customer_id = c.id`;

/** The facts of some clients in the order of their ids, by primary keys. */
export async function factsOf(reader: Reader, ids: readonly string[]): Promise<ClientFacts[]> {
  if (ids.length === 0) return [];
  const rows = await reader.rows<Row>(`${FACTS} WHERE c.id IN (${placeholders(ids)})`, ids);
  const tags = await tagNames(reader, ids);
  const byId = new Map(rows.map((row) => [row.id, toFacts(row, tags.get(row.id) ?? [])]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function tagNames(reader: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await reader.rows<{ id: string; name: string }>(
    `SELECT g.customer_id AS id, t.name FROM customer_tagging g JOIN customer_tag t ON t.id = g.tag_id
     WHERE g.customer_id IN (${placeholders(ids)}) ORDER BY g.customer_id, t.name`,
    ids,
  );
  const groups = groupBy(rows, ({ id }) => id);
  return new Map([...groups].map(([id, some]) => [id, some.map(({ name }) => name)]));
}

function toFacts(row: Row, tags: readonly string[]): ClientFacts {
  const { calendar, birthYear, birthMonth, birthDay, leapMonth, ...rest } = row;
  return {
    ...{ ...rest, tags },
    birthday: calendar && {
      ...{ calendar, year: birthYear, month: birthMonth, day: birthDay },
      leapMonth: leapMonth === 1,
    },
    visits: toSafeInteger(row.visits),
    spendYearFen: toSafeInteger(row.spendYearFen),
    balanceFen: toSafeInteger(row.balanceFen),
  };
}
