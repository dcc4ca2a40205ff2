import {
  fromJsonColumn,
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import { groupBy } from '../../../../platform/collections/index.js';
import type { GroupMembers } from '../rules/ingredient-cover.js';
import type { CareRule, IngredientWords, Severity } from '../rules/judge.js';

export type KnowledgeState = 'active' | 'retired';

/** An ingredient, or a group of them. */
export interface Ingredient {
  readonly id: string;
  readonly kind: 'single' | 'group';
  readonly name: string;
  /** Its international name; null for a group. */
  readonly inci: string | null;
  /** Other names that clients and labels use. */
  readonly also: readonly string[];
  /** Of a group: ids of what belongs to it. */
  readonly memberIds: readonly string[];
  readonly state: KnowledgeState;
  readonly version: number;
}

export interface Condition {
  readonly id: string;
  readonly name: string;
  /** A line for whoever asks her. */
  readonly hint: string;
  readonly state: KnowledgeState;
  readonly version: number;
}

/** A rule with the names of what it speaks of. */
export interface NamedRule extends CareRule {
  readonly conditionName: string;
  readonly targetName: string;
  readonly state: KnowledgeState;
  readonly version: number;
}

type IngredientRow = Omit<Ingredient, 'memberIds' | 'also'> & { readonly also: unknown };

/** Every ingredient and group, by name within its kind. */
export async function allIngredients(reader: Reader): Promise<Ingredient[]> {
  const rows = await reader.rows<IngredientRow>(
    'SELECT id, kind, name, inci, also, state, version FROM ingredient ORDER BY kind, name',
  );
  const members = await groupMembers(reader);
  return rows.map(({ also, ...row }) => ({
    ...row,
    also: fromJsonColumn(also) as string[],
    memberIds: members.get(row.id) ?? [],
  }));
}

/** All that each ingredient and group goes by. */
export const wordsOf = (ingredients: readonly Ingredient[]): IngredientWords =>
  new Map(
    ingredients.map(({ id, name, inci, also }) => [
      id,
      [name, ...(inci === null ? [] : [inci]), ...also],
    ]),
  );

/** Members of every group. */
export async function groupMembers(reader: Reader): Promise<GroupMembers> {
  const rows = await reader.rows<{ groupId: string; memberId: string }>(
    'SELECT group_id AS groupId, member_id AS memberId FROM ingredient_member ORDER BY group_id, member_id',
  );
  const groups = groupBy(rows, ({ groupId }) => groupId);
  return new Map([...groups].map(([id, links]) => [id, links.map(({ memberId }) => memberId)]));
}

export function allConditions(reader: Reader): Promise<Condition[]> {
  return reader.rows<Condition>(
    'SELECT id, name, hint, state, version FROM health_condition ORDER BY id',
  );
}

interface RuleRow {
  readonly id: string;
  readonly conditionId: string;
  readonly conditionName: string;
  readonly serviceId: string | null;
  readonly categoryId: string | null;
  readonly productId: string | null;
  readonly ingredientId: string | null;
  readonly targetName: string | null;
  readonly severity: Severity;
  readonly advice: string;
  readonly state: KnowledgeState;
  readonly version: number;
}

const RULES = `SELECT r.id, r.condition_id AS conditionId, c.name AS conditionName, r.service_id AS serviceId,
    r.category_id AS categoryId, r.product_id AS productId, r.ingredient_id AS ingredientId,
    COALESCE(s.name, g.name, p.name, i.name) AS targetName, r.severity, r.advice, r.state, r.version
  FROM care_rule r
  JOIN health_condition c ON c.id = r.condition_id
  LEFT JOIN service s ON s.id = r.service_id
  LEFT JOIN service_category g ON g.id = r.category_id
  LEFT JOIN product p ON p.id = r.product_id
  LEFT JOIN ingredient i ON i.id = r.ingredient_id`;

function targetOf(row: RuleRow): CareRule['target'] {
  if (row.serviceId !== null) return { kind: 'service', id: row.serviceId };
  if (row.categoryId !== null) return { kind: 'category', id: row.categoryId };
  if (row.productId !== null) return { kind: 'product', id: row.productId };
  return { kind: 'ingredient', id: row.ingredientId ?? '' };
}

const toRule = (row: RuleRow): NamedRule => ({
  ...{ id: row.id, conditionId: row.conditionId, conditionName: row.conditionName },
  ...{ target: targetOf(row), targetName: row.targetName ?? '', severity: row.severity },
  ...{ advice: row.advice, state: row.state, version: row.version },
});

/** Every rule, by condition. */
export async function allRules(reader: Reader): Promise<NamedRule[]> {
  return (await reader.rows<RuleRow>(`${RULES} ORDER BY r.condition_id, r.id`)).map(toRule);
}

/** Rules in force that speak of these conditions. */
export async function rulesAbout(
  reader: Reader,
  conditionIds: readonly string[],
): Promise<NamedRule[]> {
  if (conditionIds.length === 0) return [];
  const sql = `${RULES} WHERE r.state = 'active' AND r.condition_id IN (${placeholders(conditionIds)}) ORDER BY r.id`;
  return (await reader.rows<RuleRow>(sql, conditionIds)).map(toRule);
}

/** Names of ingredients and conditions by id, also of retired ones. */
export async function knowledgeNames(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const among = placeholders(ids);
  const rows = await reader.rows<{ id: string; name: string }>(
    `SELECT id, name FROM ingredient WHERE id IN (${among})
     UNION ALL SELECT id, name FROM health_condition WHERE id IN (${among})`,
    [...ids, ...ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const TARGET_COLUMNS = {
  service: 'service_id',
  category: 'category_id',
  product: 'product_id',
  ingredient: 'ingredient_id',
} as const;

export type RuleDraft = Pick<CareRule, 'conditionId' | 'target' | 'severity' | 'advice'>;

export async function insertRule(tx: Tx, id: string, rule: RuleDraft, at: Date): Promise<void> {
  const columns = ['id', 'condition_id', TARGET_COLUMNS[rule.target.kind], 'severity', 'advice'];
  const sql = insertSql('care_rule', [...columns, 'state', 'version', 'updated_at'], 1);
  const { conditionId, target, severity, advice } = rule;
  await tx.run(sql, [id, conditionId, target.id, severity, advice, 'active', 1, at]);
}

/** @returns false when the version is not the one that was read, or there is no such line */
export async function updateRule(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  change: { readonly severity: Severity; readonly advice: string; readonly state: KnowledgeState },
  now: Date,
): Promise<boolean> {
  const { affectedRows } = await tx.run(
    `UPDATE care_rule SET severity = ?, advice = ?, state = ?, version = version + 1, updated_at = ?
     WHERE id = ? AND version = ?`,
    [change.severity, change.advice, change.state, now, at.id, at.version],
  );
  return affectedRows > 0;
}

export type IngredientDraft = Omit<Ingredient, 'id' | 'version'>;

export async function insertIngredient(
  tx: Tx,
  id: string,
  draft: IngredientDraft,
  at: Date,
): Promise<void> {
  const { kind, name, inci, also, state } = draft;
  const columns = ['id', 'kind', 'name', 'inci', 'also', 'state', 'version', 'updated_at'];
  const values = [id, kind, name, inci, JSON.stringify(also), state, 1, at];
  await tx.run(insertSql('ingredient', columns, 1), values);
  await writeMembers(tx, id, draft.memberIds);
}

/** @returns false when the version is not the one that was read, or there is no such line */
export async function updateIngredient(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  draft: Omit<IngredientDraft, 'kind'>,
  now: Date,
): Promise<boolean> {
  const { name, inci, also, state, memberIds } = draft;
  const { affectedRows } = await tx.run(
    `UPDATE ingredient SET name = ?, inci = ?, also = ?, state = ?, version = version + 1, updated_at = ?
     WHERE id = ? AND version = ?`,
    [name, inci, JSON.stringify(also), state, now, at.id, at.version],
  );
  if (affectedRows === 0) return false;
  await tx.run('DELETE FROM ingredient_member WHERE group_id = ?', [at.id]);
  await writeMembers(tx, at.id, memberIds);
  return true;
}

async function writeMembers(tx: Tx, groupId: string, memberIds: readonly string[]): Promise<void> {
  const ids = [...new Set(memberIds)].sort();
  if (ids.length === 0) return;
  const sql = insertSql('ingredient_member', ['group_id', 'member_id'], ids.length);
  await tx.run(
    sql,
    ids.flatMap((id) => [groupId, id]),
  );
}

export type ConditionDraft = Omit<Condition, 'id' | 'version'>;

export async function insertCondition(
  tx: Tx,
  id: string,
  { name, hint, state }: ConditionDraft,
  at: Date,
): Promise<void> {
  const columns = ['id', 'name', 'hint', 'state', 'version', 'updated_at'];
  await tx.run(insertSql('health_condition', columns, 1), [id, name, hint, state, 1, at]);
}

/** @returns false when the version is not the one that was read, or there is no such line */
export async function updateCondition(
  tx: Tx,
  at: { readonly id: string; readonly version: number },
  { name, hint, state }: ConditionDraft,
  now: Date,
): Promise<boolean> {
  const { affectedRows } = await tx.run(
    `UPDATE health_condition SET name = ?, hint = ?, state = ?, version = version + 1, updated_at = ?
     WHERE id = ? AND version = ?`,
    [name, hint, state, now, at.id, at.version],
  );
  return affectedRows > 0;
}

export type KnowledgeTable = 'ingredient' | 'health_condition' | 'care_rule';

/** Whether there is such a line at all. */
export async function isKnown(reader: Reader, table: KnowledgeTable, id: string): Promise<boolean> {
  return (await reader.row(`SELECT 1 FROM ${table} WHERE id = ?`, [id])) !== undefined;
}
