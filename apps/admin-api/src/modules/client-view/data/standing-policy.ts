import {
  fromJsonColumn,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import {
  DEFAULT_STANDING,
  type StandingLimits,
  type StandingPolicy,
} from '../rules/standing-limits.js';

/** The limits in force; as the house comes until somebody decided. */
export async function standingPolicy(reader: Reader): Promise<StandingPolicy> {
  const row = await reader.row<{ version: number; limits: unknown }>(
    'SELECT version, limits FROM client_standing_policy WHERE id = 1',
  );
  if (!row) return DEFAULT_STANDING;
  return { ...(fromJsonColumn(row.limits) as StandingLimits), version: row.version };
}

/** Writes the next version; whoever writes at the same time is the version after it. */
export async function saveStandingPolicy(
  tx: Tx,
  limits: StandingLimits,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO client_standing_policy (id, version, limits, updated_by, updated_at) VALUES (1, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE version = version + 1, limits = VALUES(limits), updated_by = VALUES(updated_by),
       updated_at = VALUES(updated_at)`,
    [DEFAULT_STANDING.version + 1, JSON.stringify(limits), by.staffId, by.at],
  );
}

/** How many clients are still weighed by older limits: at most so many are counted. A range of one key. */
export async function weighedByOlder(
  reader: Reader,
  version: number,
  most: number,
): Promise<number> {
  const row = await reader.row<{ n: unknown }>(
    `SELECT COUNT(*) AS n FROM (SELECT 1 FROM client_standing WHERE policy < ? LIMIT ?) o`,
    [version, most],
  );
  return toSafeInteger(row?.n ?? 0);
}
