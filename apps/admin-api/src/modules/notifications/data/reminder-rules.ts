import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { DEFAULT_REMINDERS, type ReminderRules } from '../rules/reminders.js';

interface RulesRow extends Record<Exclude<keyof ReminderRules, Flag>, number> {
  readonly storeId: string;
  readonly dayBefore: number;
  readonly soon: number;
  readonly bySms: number;
  readonly byCall: number;
}
type Flag = 'dayBefore' | 'soon' | 'bySms' | 'byCall';

const SELECT = `SELECT store_id AS storeId, day_before AS dayBefore, day_before_hour AS dayBeforeHour, soon,
    soon_minutes AS soonMinutes, tell_from_hour AS tellFromHour, tell_until_hour AS tellUntilHour,
    by_sms AS bySms, by_call AS byCall
  FROM visit_reminder_rules`;

const toRules = ({ storeId: _store, ...row }: RulesRow): ReminderRules => ({
  ...row,
  ...{ dayBefore: row.dayBefore === 1, soon: row.soon === 1 },
  ...{ bySms: row.bySms === 1, byCall: row.byCall === 1 },
});

/** What a store has set, or what the house comes with. */
export async function reminderRulesOf(reader: Reader, storeId: string): Promise<ReminderRules> {
  return (await reminderRules(reader, [storeId])).get(storeId) ?? DEFAULT_REMINDERS;
}

/** What these stores have set; one that has set nothing is not there. */
export async function reminderRules(
  reader: Reader,
  storeIds: readonly string[],
): Promise<ReadonlyMap<string, ReminderRules>> {
  if (storeIds.length === 0) return new Map();
  const sql = `${SELECT} WHERE store_id IN (${placeholders(storeIds)})`;
  const rows = await reader.rows<RulesRow>(sql, storeIds);
  return new Map(rows.map((row) => [row.storeId, toRules(row)]));
}

const COLUMNS = [
  ...['store_id', 'day_before', 'day_before_hour', 'soon', 'soon_minutes', 'tell_from_hour'],
  ...['tell_until_hour', 'by_sms', 'by_call', 'changed_by_id', 'changed_at'],
];

export async function saveReminderRules(
  tx: Tx,
  storeId: string,
  rules: ReminderRules,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  const changed = COLUMNS.slice(1).map((column) => `${column} = VALUES(${column})`);
  await tx.run(
    `${insertSql('visit_reminder_rules', COLUMNS, 1)} ON DUPLICATE KEY UPDATE ${changed.join(', ')}`,
    [
      ...[storeId, rules.dayBefore, rules.dayBeforeHour, rules.soon, rules.soonMinutes],
      ...[rules.tellFromHour, rules.tellUntilHour, rules.bySms, rules.byCall, by.staffId, by.at],
    ],
  );
}
