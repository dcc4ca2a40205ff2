import { placeholders, toSafeInteger, type Reader } from '../../../../platform/database/index.js';
import type { Reckoned, Sample } from '../../data/sample.js';
import type { RuleDay } from '../rules/rule-day.js';
import type { TagRule } from '../rules/tag-rule.js';
import { RULE_TABLES, ruleSql } from './rule-sql.js';

/** A rule and the tag that it keeps. */
export interface TagOfRule {
  readonly tagId: string;
  /** Undefined where nobody is to have the tag. */
  readonly rule: TagRule | undefined;
}

/** Of some files, whom each rule says to have its tag; by tag. One query, each file by its primary keys. */
export async function holdersByRule(
  reader: Reader,
  tags: readonly TagOfRule[],
  ids: readonly string[],
  day: RuleDay,
): Promise<Map<string, Set<string>>> {
  const holders = new Map(tags.map(({ tagId }) => [tagId, new Set<string>()]));
  const asked = tags.flatMap(({ tagId, rule }) => (rule ? [{ tagId, ...ruleSql(rule, day) }] : []));
  if (asked.length === 0 || ids.length === 0) return holders;
  const rows = await reader.rows<Record<string, unknown> & { id: string }>(
    `SELECT c.id, ${asked.map(({ sql }, at) => `COALESCE(${sql}, 0) AS r${at}`).join(', ')}
     FROM ${RULE_TABLES} WHERE c.id IN (${placeholders(ids)}) AND c.state = 'active'`,
    [...asked.flatMap(({ values }) => values), ...ids],
  );
  for (const row of rows)
    asked.forEach(({ tagId }, at) => {
      if (toSafeInteger(row[`r${at}`]) === 1) holders.get(tagId)?.add(row.id);
    });
  return holders;
}

/** Of some files, who has each of some tags now; by tag. */
export async function holdersNow(
  reader: Reader,
  tagIds: readonly string[],
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const holders = new Map(tagIds.map((tagId) => [tagId, new Set<string>()]));
  if (tagIds.length === 0 || ids.length === 0) return holders;
  const rows = await reader.rows<{ id: string; tagId: string }>(
    `SELECT customer_id AS id, tag_id AS tagId FROM customer_tagging
     WHERE customer_id IN (${placeholders(ids)}) AND tag_id IN (${placeholders(tagIds)})`,
    [...ids, ...tagIds],
  );
  for (const { id, tagId } of rows) holders.get(tagId)?.add(id);
  return holders;
}

/** How many clients a rule would put its tag on. One query that looks at no more files than the sample has. */
export async function countByRule(
  reader: Reader,
  rule: TagRule,
  day: RuleDay,
  sample: Sample,
): Promise<Reckoned> {
  const { sql, values } = ruleSql(rule, day);
  const row = await reader.row<{ n: unknown }>(
    `SELECT COUNT(*) AS n FROM ${RULE_TABLES} WHERE ${sample.of('c.id')} AND c.state = 'active' AND ${sql}`,
    values,
  );
  return sample.reckon(toSafeInteger(row?.n ?? 0));
}
