import { addDays } from '../../../../platform/clock/index.js';
import { placeholders } from '../../../../platform/database/index.js';
import type { RuleDay } from '../rules/rule-day.js';
import type { TagRule } from '../rules/tag-rule.js';

/** A condition with its parameters in the order of its question marks. */
export interface RuleSql {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What the conditions below speak of: file, standing and tier, each by its primary key. */
export const RULE_TABLES = `customer c LEFT JOIN client_standing s ON s.customer_id = c.id
  LEFT JOIN customer_tier t ON t.customer_id = c.id`;

const DID = `FROM member_activity a WHERE a.customer_id = c.id AND a.happened_on <= ?`;
const SPENT = `(SELECT COALESCE(SUM(a.sign * CAST(a.amount_fen AS SIGNED)), 0) ${DID} AND a.happened_on > ?
  AND a.kind IN ('consumption', 'product'))`;
// A day counts where not all of its visits were taken back, as it does for her standing.
const VISITED = `(SELECT COUNT(DISTINCT a.happened_on) ${DID} AND a.happened_on > ? AND a.kind = 'visit' AND a.sign = 1
  AND (SELECT SUM(b.sign) FROM member_activity b WHERE b.customer_id = a.customer_id
    AND b.happened_on = a.happened_on AND b.kind = 'visit') > 0)`;
// One that is used up, or past its date, waits for the desk and is none that she can use.
const HELD = `EXISTS (SELECT 1 FROM package p WHERE p.customer_id = c.id AND p.state = 'active'
  AND (p.expires_on IS NULL OR p.expires_on >= ?)
  AND (p.kind = 'time' OR EXISTS (SELECT 1 FROM package_item i WHERE i.package_id = p.id
    AND i.sessions + i.gift_sessions >
      (SELECT COUNT(*) FROM session_use u WHERE u.item_id = i.id AND u.state = 'done'))))`;

const among = (column: string, values: readonly unknown[]): RuleSql => ({
  sql: `${column} IN (${placeholders(values)})`,
  values,
});

/** By the lunar calendar for whoever keeps her birthday by it. */
const byCalendar = (lunar: string, solar: string): string =>
  `(CASE c.birthday_calendar WHEN 'lunar' THEN ${lunar} ELSE ${solar} END)`;

function ofAge({ from, to }: NonNullable<TagRule['age']>, { solar, lunar }: RuleDay): RuleSql {
  const years = `? - CAST(c.birthday_year AS SIGNED) - (c.birthday_month * 100 + c.birthday_day > ?)`;
  return {
    sql: `${byCalendar(years, years)} BETWEEN ? AND ?`,
    values: [lunar.year, lunar.inYear, solar.year, solar.inYear, from, to],
  };
}

function didMuch({ spend, visits, awayDays }: TagRule, { on }: RuleDay): RuleSql[] {
  const found: RuleSql[] = [];
  if (spend)
    found.push({ sql: `${SPENT} >= ?`, values: [on, addDays(on, -spend.days), spend.fen] });
  if (visits?.days === null) found.push({ sql: 's.visits >= ?', values: [visits.least] });
  else if (visits)
    found.push({ sql: `${VISITED} >= ?`, values: [on, addDays(on, -visits.days), visits.least] });
  if (awayDays !== undefined)
    found.push({ sql: 's.last_visit_on <= ?', values: [addDays(on, -awayDays)] });
  return found;
}

function wasBorn({ age, birthMonths }: TagRule, day: RuleDay): RuleSql[] {
  const found: RuleSql[] = [];
  if (age) found.push(ofAge(age, day));
  if (birthMonths === 'now')
    found.push({
      sql: `c.birthday_month = ${byCalendar('?', '?')}`,
      values: [day.lunar.month, day.solar.month],
    });
  else if (birthMonths) found.push(among('c.birthday_month', birthMonths));
  return found;
}

function has({ packages, needIds, minBalanceFen }: TagRule, { on }: RuleDay): RuleSql[] {
  const found: RuleSql[] = [];
  if (packages) found.push({ sql: packages === 'held' ? HELD : `NOT ${HELD}`, values: [on] });
  if (needIds)
    found.push({
      sql: `EXISTS (SELECT 1 FROM customer_tagging g WHERE g.customer_id = c.id
        AND g.tag_id IN (${placeholders(needIds)}))`,
      values: needIds,
    });
  if (minBalanceFen !== undefined)
    found.push({ sql: 's.balance_fen >= ?', values: [minBalanceFen] });
  return found;
}

/** Whether a client of `RULE_TABLES` is what a rule asks, all of it; NULL where something is not known of her. */
export function ruleSql(rule: TagRule, day: RuleDay): RuleSql {
  const { stages, tierIds, sources } = rule;
  const all = [
    ...(stages ? [among('s.stage', stages)] : []),
    ...(tierIds ? [among('t.tier_id', tierIds)] : []),
    ...(sources ? [among('c.source', sources)] : []),
    ...wasBorn(rule, day),
    // What reads rows of its own comes last: whom a column leaves out is not looked up.
    ...has(rule, day),
    ...didMuch(rule, day),
  ];
  return {
    sql: all.map(({ sql }) => sql).join(' AND '),
    values: all.flatMap(({ values }) => values),
  };
}
