import { fromJsonColumn, type Reader, type Tx } from '../../../platform/database/index.js';

/** The brand's own line of membership_setting. */
const BRAND = '';

/** Rules of the brand that stand together under one name; what was never set is as in `defaults`. */
export async function houseRules<T extends object>(
  reader: Reader,
  name: 'tier_rules' | 'points_rules',
  defaults: T,
): Promise<T> {
  const row = await reader.row<{ value: unknown }>(
    'SELECT value FROM membership_setting WHERE scope_id = ? AND name = ?',
    [BRAND, name],
  );
  return row ? { ...defaults, ...(fromJsonColumn(row.value) as Partial<T>) } : defaults;
}

export async function saveHouseRules(
  tx: Tx,
  name: 'tier_rules' | 'points_rules',
  rules: object,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO membership_setting (scope_id, name, value, updated_by, updated_at) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE value = VALUES(value), updated_by = VALUES(updated_by),
       updated_at = VALUES(updated_at)`,
    [BRAND, name, JSON.stringify(rules), by.staffId, by.at],
  );
}
