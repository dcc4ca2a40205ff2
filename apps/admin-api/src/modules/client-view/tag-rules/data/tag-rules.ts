import type { LocalDate } from '../../../../platform/clock/index.js';
import {
  fromJsonColumn,
  insertSql,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { Tag } from '../../../customers/index.js';
import type { TagRuleText } from '../rules/tag-rule.js';

/** A rule as it is kept, with the tag that it keeps. */
export interface KeptRule {
  readonly tagId: string;
  readonly groupId: string;
  readonly name: string;
  readonly state: Tag['state'];
  readonly version: number;
  readonly rule: TagRuleText;
  /** The day on which all files were last gone through under what the rule is now; null while that is still to come. */
  readonly walkedOn: LocalDate | null;
}

type Row = Omit<KeptRule, 'rule'> & { readonly rule: unknown };

const SELECT = `SELECT r.tag_id AS tagId, t.group_id AS groupId, t.name, t.state, r.version, r.rule,
    CASE WHEN r.walked_version = r.version AND r.walked_state = t.state THEN r.walked_on END AS walkedOn
  FROM client_tag_rule r JOIN customer_tag t ON t.id = r.tag_id`;

const toRule = ({ rule, ...row }: Row): KeptRule => ({
  ...row,
  rule: fromJsonColumn(rule) as TagRuleText,
});

/** All rules, oldest tag first. There are few. */
export async function allRules(reader: Reader): Promise<KeptRule[]> {
  return (await reader.rows<Row>(`${SELECT} ORDER BY r.tag_id`)).map(toRule);
}

/** Locks a rule, so that two who change it come one after the other; undefined where the tag has none. */
export async function lockRule(tx: Tx, tagId: string): Promise<KeptRule | undefined> {
  const row = await tx.row<Row>(`${SELECT} WHERE r.tag_id = ? FOR UPDATE`, [tagId]);
  return row && toRule(row);
}

/** Rules under which all files have to be gone through: changed ones, those turned on or off, and all on a new day. */
export async function rulesDue(reader: Reader, today: LocalDate): Promise<KeptRule[]> {
  const due = `r.walked_on IS NULL OR r.walked_on < ? OR r.walked_version < r.version OR r.walked_state <> t.state`;
  return (await reader.rows<Row>(`${SELECT} WHERE ${due} ORDER BY r.tag_id`, [today])).map(toRule);
}

interface By {
  readonly staffId: string;
  readonly at: Date;
}

const COLUMNS = ['tag_id', 'version', 'rule', 'updated_by', 'updated_at'];

export async function insertRule(tx: Tx, tagId: string, rule: TagRuleText, by: By): Promise<void> {
  const values = [tagId, 1, JSON.stringify(rule), by.staffId, by.at];
  await tx.run(insertSql('client_tag_rule', COLUMNS, 1), values);
}

/** Writes the next version of a locked rule. */
export async function updateRule(tx: Tx, tagId: string, rule: TagRuleText, by: By): Promise<void> {
  await tx.run(
    `UPDATE client_tag_rule SET version = version + 1, rule = ?, updated_by = ?, updated_at = ? WHERE tag_id = ?`,
    [JSON.stringify(rule), by.staffId, by.at, tagId],
  );
}

/** All files were gone through; nothing is noted where the rule was changed meanwhile. */
export async function noteWalked(
  tx: Tx,
  { tagId, version, state }: Pick<KeptRule, 'tagId' | 'version' | 'state'>,
  on: LocalDate,
): Promise<void> {
  await tx.run(
    `UPDATE client_tag_rule SET walked_version = version, walked_state = ?, walked_on = ?
     WHERE tag_id = ? AND version = ?`,
    [state, on, tagId, version],
  );
}

/** Files after an id, in the order of ids; a closed one has no rule's tag to lose or gain. A range of the primary key. */
export async function filesAfter(
  reader: Reader,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    'SELECT id FROM customer WHERE id > ? ORDER BY id LIMIT ?',
    [afterId, limit],
  );
  return rows.map(({ id }) => id);
}

/** How many clients have a tag: at most so many are counted. A range of one key. */
export async function countHolders(reader: Reader, tagId: string, most: number): Promise<number> {
  const row = await reader.row<{ n: unknown }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM customer_tagging WHERE tag_id = ? LIMIT ?) h`,
    [tagId, most],
  );
  return toSafeInteger(row?.n ?? 0);
}
