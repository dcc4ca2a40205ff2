import { fromJsonColumn, type Reader, type Tx } from '../../../platform/database/index.js';
import {
  DEFAULT_SETTINGS,
  SETTING_NAMES,
  type CheckoutSettings,
  type SettingName,
} from '../rules/settings.js';

/** The brand's own line. */
const BRAND = '';

const isName = (name: string): name is SettingName =>
  (SETTING_NAMES as readonly string[]).includes(name);

/** The settings of a store: its own, else the brand's, else those of the house as it comes. */
export async function settingsOf(
  reader: Reader,
  storeId: string | null,
): Promise<CheckoutSettings> {
  const rows = await reader.rows<{ scopeId: string; name: string; value: unknown }>(
    'SELECT scope_id AS scopeId, name, value FROM checkout_setting WHERE scope_id IN (?, ?)',
    [BRAND, storeId ?? BRAND],
  );
  const of = (scope: string): Partial<CheckoutSettings> =>
    Object.fromEntries(
      rows
        .filter((row) => row.scopeId === scope && isName(row.name))
        .map((row) => [row.name, fromJsonColumn(row.value)]),
    );
  return { ...DEFAULT_SETTINGS, ...of(BRAND), ...(storeId === null ? {} : of(storeId)) };
}

export async function saveSettings(
  tx: Tx,
  storeId: string | null,
  change: Partial<CheckoutSettings>,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  for (const [name, value] of Object.entries(change)) {
    await tx.run(
      `INSERT INTO checkout_setting (scope_id, name, value, updated_by, updated_at)
       VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE value = VALUES(value), updated_by = VALUES(updated_by),
         updated_at = VALUES(updated_at)`,
      [storeId ?? BRAND, name, JSON.stringify(value), by.staffId, by.at],
    );
  }
}
