import { fromJsonColumn, type Reader, type Tx } from '../../../platform/database/index.js';
import {
  SETTING_NAMES,
  effectiveSettings,
  type MembershipSettings,
  type SettingName,
} from '../rules/settings.js';

/** The brand's own line. */
const BRAND = '';

interface SettingRow {
  scope_id: string;
  name: string;
  value: unknown;
}

/** What is set for the brand and for one store, without what comes from above. */
export interface OwnSettings {
  readonly brand: Partial<MembershipSettings>;
  readonly store: Partial<MembershipSettings>;
}

const isName = (name: string): name is SettingName =>
  (SETTING_NAMES as readonly string[]).includes(name);

/** What was set, by scope. One read by primary key. */
export async function ownSettings(reader: Reader, storeId: string | null): Promise<OwnSettings> {
  const rows = await reader.rows<SettingRow>(
    'SELECT scope_id, name, value FROM membership_setting WHERE scope_id IN (?, ?)',
    [BRAND, storeId ?? BRAND],
  );
  const of = (scope: string): Partial<MembershipSettings> =>
    Object.fromEntries(
      rows
        .filter((row) => row.scope_id === scope && isName(row.name))
        .map((row) => [row.name, fromJsonColumn(row.value)]),
    );
  return { brand: of(BRAND), store: storeId === null ? {} : of(storeId) };
}

/** The settings that hold in a store, or for the brand. */
export async function settingsOf(
  reader: Reader,
  storeId: string | null,
): Promise<MembershipSettings> {
  const { brand, store } = await ownSettings(reader, storeId);
  return effectiveSettings(brand, store);
}

/** The cap that a sale in any of these stores keeps, in fen: the lowest of them; the brand's without a store. */
export async function capAt(reader: Reader, storeIds: readonly string[]): Promise<number | null> {
  const caps: number[] = [];
  for (const storeId of storeIds.length === 0 ? [null] : storeIds) {
    const { cardCapFen } = await settingsOf(reader, storeId);
    if (cardCapFen !== null) caps.push(cardCapFen);
  }
  return caps.length === 0 ? null : Math.min(...caps);
}

export async function saveSettings(
  tx: Tx,
  storeId: string | null,
  change: Partial<MembershipSettings>,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  for (const [name, value] of Object.entries(change)) {
    await tx.run(
      `INSERT INTO membership_setting (scope_id, name, value, updated_by, updated_at)
       VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE value = VALUES(value), updated_by = VALUES(updated_by),
         updated_at = VALUES(updated_at)`,
      [storeId ?? BRAND, name, JSON.stringify(value), by.staffId, by.at],
    );
  }
}
