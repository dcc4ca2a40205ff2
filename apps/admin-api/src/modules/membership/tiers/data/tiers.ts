import type { TierState, TierThreshold } from '@yance/shared-types';
import {
  fromJsonColumn,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';

/** What a tier gives beside its discounts. */
export interface TierPrivileges {
  /** How many days ahead she may book; null: as everybody. */
  readonly horizonDays: number | null;
  /** Served first from the waiting list. */
  readonly waitlistFirst: boolean;
  /** May book hours that stores keep for members until shortly before. */
  readonly peakFirst: boolean;
  /** Others in words, as the client reads them. */
  readonly others: readonly string[];
}

/** A tier as its salon writes it. Permille of the list price that is paid: 900 is nine tenths. */
export interface TierDraft {
  /** From 1 up; a tier that is not given any more has none. */
  readonly rank: number;
  readonly name: string;
  readonly serviceDiscountPermille: number;
  readonly productDiscountPermille: number;
  readonly pointsMultiplierPercent: number;
  readonly privileges: TierPrivileges;
  readonly thresholds: readonly TierThreshold[];
  readonly state: TierState;
}

export interface Tier extends TierDraft {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface TierVersion {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly tier: TierDraft;
}

/** The key that gives a rank to one tier. */
export const RANK_KEY = 'uq_tier_rank';

interface TierRow extends Omit<Tier, 'rank' | 'privileges' | 'thresholds'> {
  readonly rank: unknown;
  readonly privileges: unknown;
  readonly thresholds: unknown;
}

const SELECT = `SELECT t.id, t.rank_no AS \`rank\`, t.name, t.service_discount_permille AS serviceDiscountPermille,
    t.product_discount_permille AS productDiscountPermille,
    t.points_multiplier_percent AS pointsMultiplierPercent, t.privileges, t.thresholds, t.state, t.version,
    t.updated_at AS updatedAt
  FROM tier t`;

/** Tiers that were written before there were peak times have none. */
const privilegesIn = (column: unknown): TierPrivileges => ({
  peakFirst: false,
  ...(fromJsonColumn(column) as Omit<TierPrivileges, 'peakFirst'>),
});

const toTier = (row: TierRow): Tier => ({
  ...row,
  rank: row.rank === null ? 0 : toSafeInteger(row.rank),
  privileges: privilegesIn(row.privileges),
  thresholds: fromJsonColumn(row.thresholds) as TierThreshold[],
});

/** Every tier, those that are given first, from the lowest up. */
export async function allTiers(reader: Reader): Promise<Tier[]> {
  const rows = await reader.rows<TierRow>(`${SELECT} ORDER BY t.state, t.rank_no, t.id`);
  return rows.map(toTier);
}

/** Tiers that are given, from the lowest up. */
export async function activeTiers(reader: Reader): Promise<Tier[]> {
  const rows = await reader.rows<TierRow>(`${SELECT} WHERE t.state = 'active' ORDER BY t.rank_no`);
  return rows.map(toTier);
}

export async function tierById(reader: Reader, id: string): Promise<Tier | undefined> {
  const row = await reader.row<TierRow>(`${SELECT} WHERE t.id = ?`, [id]);
  return row && toTier(row);
}

/** Locks a tier, which orders those who change it. */
export async function lockTier(tx: Tx, id: string): Promise<Tier | undefined> {
  const row = await tx.row<TierRow>(`${SELECT} WHERE t.id = ? FOR UPDATE`, [id]);
  return row && toTier(row);
}

const COLUMNS = [
  ...['rank_no', 'name', 'service_discount_permille', 'product_discount_permille'],
  ...['points_multiplier_percent', 'privileges', 'thresholds', 'state', 'version', 'updated_at'],
];

const valuesOf = (draft: TierDraft, version: number, at: Date): unknown[] => [
  ...[draft.state === 'active' ? draft.rank : null, draft.name, draft.serviceDiscountPermille],
  ...[draft.productDiscountPermille, draft.pointsMultiplierPercent],
  ...[JSON.stringify(draft.privileges), JSON.stringify(draft.thresholds), draft.state, version, at],
];

export async function insertTier(tx: Tx, id: string, draft: TierDraft, at: Date): Promise<void> {
  const marks = COLUMNS.map(() => '?').join(', ');
  await tx.run(`INSERT INTO tier (id, created_at, ${COLUMNS.join(', ')}) VALUES (?, ?, ${marks})`, [
    id,
    at,
    ...valuesOf(draft, 1, at),
  ]);
}

export async function updateTier(
  tx: Tx,
  id: string,
  draft: TierDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(`UPDATE tier SET ${COLUMNS.map((one) => `${one} = ?`).join(', ')} WHERE id = ?`, [
    ...[...valuesOf(draft, version, at), id],
  ]);
}

export async function appendTierVersion(
  tx: Tx,
  id: string,
  change: TierVersion & { readonly byId: string },
): Promise<void> {
  await tx.run(
    'INSERT INTO tier_change (tier_id, seq, by_id, by_name, tier, at) VALUES (?, ?, ?, ?, ?, ?)',
    [id, change.version, change.byId, change.byName, JSON.stringify(change.tier), change.at],
  );
}

/** The history of a tier, latest first. */
export async function tierVersions(reader: Reader, id: string): Promise<TierVersion[]> {
  const rows = await reader.rows<Omit<TierVersion, 'tier'> & { tier: unknown }>(
    `SELECT seq AS version, by_name AS byName, tier, at FROM tier_change
     WHERE tier_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({ ...row, tier: fromJsonColumn(row.tier) as TierDraft }));
}
