import {
  fromJsonColumn,
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { PriceRuleDraft, RulePart } from '../rules/price-rule-draft.js';

/** A price rule as it stands now. */
export interface PriceRule extends PriceRuleDraft {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface PriceRuleChange {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly rule: PriceRuleDraft;
}

interface RuleRow extends Omit<
  PriceRule,
  'scopeIds' | 'parts' | 'weekdays' | 'monthDays' | 'membersOnly' | 'storeIds'
> {
  readonly scopeIds: unknown;
  readonly parts: unknown;
  readonly weekdays: unknown;
  readonly monthDays: unknown;
  readonly membersOnly: number;
}

/** The most rules that one list shows. */
const MOST_RULES = 500;

const SELECT = `SELECT r.id, r.kind, r.name, r.effect_kind AS effectKind, r.effect_value AS effectValue,
    r.scope_kind AS scopeKind, r.scope_ids AS scopeIds, r.parts, r.from_date AS \`from\`, r.until_date AS \`until\`,
    r.weekdays, r.month_days AS monthDays, r.from_minute AS fromMinute, r.until_minute AS untilMinute,
    r.members_only AS membersOnly, r.days_before AS daysBefore, r.days_after AS daysAfter, r.state, r.version,
    r.updated_at AS updatedAt
  FROM price_rule r`;

async function withStores(reader: Reader, rows: readonly RuleRow[]): Promise<PriceRule[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const links = await reader.rows<{ ruleId: string; storeId: string }>(
    `SELECT rule_id AS ruleId, store_id AS storeId FROM price_rule_store
     WHERE rule_id IN (${placeholders(ids)}) ORDER BY rule_id, store_id`,
    ids,
  );
  return rows.map((row) => ({
    ...row,
    scopeIds: fromJsonColumn(row.scopeIds) as string[],
    parts: fromJsonColumn(row.parts) as RulePart[],
    weekdays: fromJsonColumn(row.weekdays) as number[],
    monthDays: fromJsonColumn(row.monthDays) as number[],
    membersOnly: row.membersOnly === 1,
    storeIds: links.flatMap(({ ruleId, storeId }) => (ruleId === row.id ? [storeId] : [])),
  }));
}

/** Every rule, also those that are switched off, by kind and name. At most 500. */
export async function allPriceRules(reader: Reader): Promise<PriceRule[]> {
  const sql = `${SELECT} ORDER BY r.kind, r.name, r.id LIMIT ${MOST_RULES}`;
  return withStores(reader, await reader.rows<RuleRow>(sql));
}

/** The rules that are switched on in a store, whatever the day. At most 500. */
export async function priceRulesOfStore(reader: Reader, storeId: string): Promise<PriceRule[]> {
  const sql = `${SELECT} JOIN price_rule_store s ON s.rule_id = r.id
    WHERE s.store_id = ? AND r.state = 'on' ORDER BY r.id LIMIT ${MOST_RULES}`;
  return withStores(reader, await reader.rows<RuleRow>(sql, [storeId]));
}

export async function priceRuleById(reader: Reader, id: string): Promise<PriceRule | undefined> {
  const rows = await reader.rows<RuleRow>(`${SELECT} WHERE r.id = ?`, [id]);
  return (await withStores(reader, rows))[0];
}

/** Locks a rule, which orders those who change it. */
export async function lockPriceRule(tx: Tx, id: string): Promise<PriceRule | undefined> {
  const rows = await tx.rows<RuleRow>(`${SELECT} WHERE r.id = ? FOR UPDATE`, [id]);
  return (await withStores(tx, rows))[0];
}

const COLUMNS = [
  ...['kind', 'name', 'effect_kind', 'effect_value', 'scope_kind', 'scope_ids', 'parts'],
  ...['from_date', 'until_date', 'weekdays', 'month_days', 'from_minute', 'until_minute'],
  ...['members_only', 'days_before', 'days_after', 'state', 'version', 'updated_at'],
];

function valuesOf(draft: PriceRuleDraft, version: number, at: Date): unknown[] {
  return [
    ...[draft.kind, draft.name, draft.effectKind, draft.effectValue, draft.scopeKind],
    ...[JSON.stringify(draft.scopeIds), JSON.stringify(draft.parts), draft.from, draft.until],
    ...[JSON.stringify(draft.weekdays), JSON.stringify(draft.monthDays), draft.fromMinute],
    ...[draft.untilMinute, draft.membersOnly ? 1 : 0, draft.daysBefore, draft.daysAfter],
    ...[draft.state, version, at],
  ];
}

export async function insertPriceRule(
  tx: Tx,
  id: string,
  draft: PriceRuleDraft,
  at: Date,
): Promise<void> {
  const values = [id, at, ...valuesOf(draft, 1, at)];
  await tx.run(insertSql('price_rule', ['id', 'created_at', ...COLUMNS], 1), values);
  await writeStores(tx, id, draft.storeIds);
}

export async function updatePriceRule(
  tx: Tx,
  id: string,
  draft: PriceRuleDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE price_rule SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...valuesOf(draft, version, at), id],
  );
  await tx.run('DELETE FROM price_rule_store WHERE rule_id = ?', [id]);
  await writeStores(tx, id, draft.storeIds);
}

async function writeStores(tx: Tx, id: string, storeIds: readonly string[]): Promise<void> {
  await tx.run(
    insertSql('price_rule_store', ['rule_id', 'store_id'], storeIds.length),
    storeIds.flatMap((storeId) => [id, storeId]),
  );
}

export async function appendPriceRuleChange(
  tx: Tx,
  id: string,
  { version, byName, at, rule, byId }: PriceRuleChange & { readonly byId: string },
): Promise<void> {
  await tx.run(
    'INSERT INTO price_rule_change (rule_id, seq, by_id, by_name, rule, at) VALUES (?, ?, ?, ?, ?, ?)',
    [id, version, byId, byName, JSON.stringify(rule), at],
  );
}

/** The history of a rule, latest first. */
export async function priceRuleChanges(reader: Reader, id: string): Promise<PriceRuleChange[]> {
  const rows = await reader.rows<Omit<PriceRuleChange, 'rule'> & { rule: unknown }>(
    `SELECT seq AS version, by_name AS byName, rule, at FROM price_rule_change
     WHERE rule_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({ ...row, rule: fromJsonColumn(row.rule) as PriceRuleDraft }));
}
