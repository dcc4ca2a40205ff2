import type { RewardState } from '@yance/shared-types';
import { fromJsonColumn, type Reader, type Tx } from '../../../../platform/database/index.js';

/** What points buy, as its salon writes it. */
export interface RewardDraft {
  readonly name: string;
  readonly description: string;
  readonly costPoints: number;
  /** Pieces there ever were; null: without end. */
  readonly stock: number | null;
  readonly perClientCap: number | null;
  /** The coupon that it is; null for a piece that is picked up. */
  readonly couponTemplateId: string | null;
  readonly state: RewardState;
  readonly sort: number;
}

export interface Reward extends RewardDraft {
  readonly id: string;
  /** Pieces that went to clients. */
  readonly taken: number;
  readonly version: number;
  readonly updatedAt: Date;
}

/** What a change may break: fewer pieces than were taken. */
export const STOCK_CHECK = 'chk_points_reward_stock';

const SELECT = `SELECT id, name, description, cost_points AS costPoints, stock, taken,
    per_client_cap AS perClientCap, coupon_template_id AS couponTemplateId, state, sort, version, updated_at AS updatedAt
  FROM points_reward`;

export function allRewards(reader: Reader): Promise<Reward[]> {
  return reader.rows<Reward>(`${SELECT} ORDER BY sort, id`);
}

/** What clients may choose from, also what is gone at the moment. */
export function rewardsOnOffer(reader: Reader): Promise<Reward[]> {
  return reader.rows<Reward>(`${SELECT} WHERE state = 'on_offer' ORDER BY sort, id`);
}

export function rewardById(reader: Reader, id: string): Promise<Reward | undefined> {
  return reader.row<Reward>(`${SELECT} WHERE id = ?`, [id]);
}

export function lockReward(tx: Tx, id: string): Promise<Reward | undefined> {
  return tx.row<Reward>(`${SELECT} WHERE id = ? FOR UPDATE`, [id]);
}

/** Takes one piece, if there is one. @returns whether there was */
export async function takePiece(tx: Tx, id: string): Promise<boolean> {
  const { affectedRows } = await tx.run(
    `UPDATE points_reward SET taken = taken + 1
     WHERE id = ? AND state = 'on_offer' AND (stock IS NULL OR taken < stock)`,
    [id],
  );
  return affectedRows === 1;
}

export async function returnPiece(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE points_reward SET taken = taken - 1 WHERE id = ?', [id]);
}

const COLUMNS = [
  ...['name', 'description', 'cost_points', 'stock', 'per_client_cap', 'coupon_template_id'],
  ...['state', 'sort', 'version', 'updated_at'],
];

const valuesOf = (draft: RewardDraft, version: number, at: Date): unknown[] => [
  ...[draft.name, draft.description, draft.costPoints, draft.stock, draft.perClientCap],
  ...[draft.couponTemplateId, draft.state, draft.sort, version, at],
];

export async function insertReward(
  tx: Tx,
  id: string,
  draft: RewardDraft,
  at: Date,
): Promise<void> {
  const marks = COLUMNS.map(() => '?').join(', ');
  await tx.run(
    `INSERT INTO points_reward (id, taken, created_at, ${COLUMNS.join(', ')}) VALUES (?, 0, ?, ${marks})`,
    [id, at, ...valuesOf(draft, 1, at)],
  );
}

export async function updateReward(
  tx: Tx,
  id: string,
  draft: RewardDraft,
  version: number,
  at: Date,
): Promise<void> {
  const sets = COLUMNS.map((column) => `${column} = ?`).join(', ');
  await tx.run(`UPDATE points_reward SET ${sets} WHERE id = ?`, [
    ...[...valuesOf(draft, version, at), id],
  ]);
}

export async function appendRewardChange(
  tx: Tx,
  id: string,
  change: {
    readonly version: number;
    readonly byId: string;
    readonly byName: string;
    readonly reward: RewardDraft;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(
    'INSERT INTO points_reward_change (reward_id, seq, by_id, by_name, reward, at) VALUES (?, ?, ?, ?, ?, ?)',
    [id, change.version, change.byId, change.byName, JSON.stringify(change.reward), change.at],
  );
}

/** A reward as it was after a change. */
export interface RewardVersion {
  readonly version: number;
  readonly byName: string;
  readonly reward: RewardDraft;
  readonly at: Date;
}

/** What became of a reward, latest first. */
export async function rewardVersions(reader: Reader, id: string): Promise<RewardVersion[]> {
  const rows = await reader.rows<Omit<RewardVersion, 'reward'> & { readonly reward: unknown }>(
    `SELECT seq AS version, by_name AS byName, reward, at FROM points_reward_change
     WHERE reward_id = ? ORDER BY seq DESC`,
    [id],
  );
  return rows.map((row) => ({ ...row, reward: fromJsonColumn(row.reward) as RewardDraft }));
}
