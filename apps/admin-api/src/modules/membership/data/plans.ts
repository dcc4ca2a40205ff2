import {
  fromJsonColumn,
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { PlanDraft } from '../rules/plan-draft.js';

/** A plan as it stands now. */
export interface Plan extends PlanDraft {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface PlanChange {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly plan: PlanDraft;
}

interface PlanRow extends Omit<Plan, 'validEverywhere' | 'onPhone' | 'storeIds'> {
  readonly validEverywhere: number;
  readonly onPhone: number;
}

const SELECT = `SELECT p.id, p.name, p.price_fen AS priceFen, p.bonus_fen AS bonusFen,
    p.spend_order AS spendOrder, p.valid_everywhere AS validEverywhere, p.on_phone AS onPhone,
    p.refund_terms AS refundTerms, p.own_reason_basis AS ownReasonBasis, p.state, p.sort, p.version,
    p.updated_at AS updatedAt
  FROM stored_value_plan p`;

async function withStores(reader: Reader, rows: readonly PlanRow[]): Promise<Plan[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const links = await reader.rows<{ planId: string; storeId: string }>(
    `SELECT plan_id AS planId, store_id AS storeId FROM stored_value_plan_store
     WHERE plan_id IN (${placeholders(ids)}) ORDER BY plan_id, store_id`,
    ids,
  );
  return rows.map((row) => ({
    ...row,
    validEverywhere: row.validEverywhere === 1,
    onPhone: row.onPhone === 1,
    storeIds: links.flatMap(({ planId, storeId }) => (planId === row.id ? [storeId] : [])),
  }));
}

/** Every plan, also those that are no longer sold, in their order. */
export async function allPlans(reader: Reader): Promise<Plan[]> {
  return withStores(reader, await reader.rows<PlanRow>(`${SELECT} ORDER BY p.sort, p.id`));
}

/** What clients may buy on the phone, in its order. */
export async function plansOnPhone(reader: Reader): Promise<Plan[]> {
  const sql = `${SELECT} WHERE p.state = 'on_sale' AND p.on_phone = 1 ORDER BY p.sort, p.id`;
  return withStores(reader, await reader.rows<PlanRow>(sql));
}

export async function planById(reader: Reader, id: string): Promise<Plan | undefined> {
  return (
    await withStores(reader, await reader.rows<PlanRow>(`${SELECT} WHERE p.id = ?`, [id]))
  )[0];
}

/** Locks a plan, which orders those who change it. */
export async function lockPlan(tx: Tx, id: string): Promise<Plan | undefined> {
  const rows = await tx.rows<PlanRow>(`${SELECT} WHERE p.id = ? FOR UPDATE`, [id]);
  return (await withStores(tx, rows))[0];
}

const COLUMNS = [
  ...['name', 'price_fen', 'bonus_fen', 'spend_order', 'valid_everywhere', 'on_phone'],
  ...['refund_terms', 'own_reason_basis', 'state', 'sort', 'version', 'updated_at'],
];

function valuesOf(draft: PlanDraft, version: number, at: Date): unknown[] {
  return [
    ...[draft.name, draft.priceFen, draft.bonusFen, draft.spendOrder],
    ...[draft.validEverywhere ? 1 : 0, draft.onPhone ? 1 : 0, draft.refundTerms],
    ...[draft.ownReasonBasis, draft.state, draft.sort, version, at],
  ];
}

export async function insertPlan(tx: Tx, id: string, draft: PlanDraft, at: Date): Promise<void> {
  await tx.run(insertSql('stored_value_plan', ['id', 'created_at', ...COLUMNS], 1), [
    ...[id, at, ...valuesOf(draft, 1, at)],
  ]);
  await writeStores(tx, id, draft.storeIds);
}

export async function updatePlan(
  tx: Tx,
  id: string,
  draft: PlanDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE stored_value_plan SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...valuesOf(draft, version, at), id],
  );
  await tx.run('DELETE FROM stored_value_plan_store WHERE plan_id = ?', [id]);
  await writeStores(tx, id, draft.storeIds);
}

async function writeStores(tx: Tx, id: string, storeIds: readonly string[]): Promise<void> {
  await tx.run(
    insertSql('stored_value_plan_store', ['plan_id', 'store_id'], storeIds.length),
    storeIds.flatMap((storeId) => [id, storeId]),
  );
}

export async function appendPlanChange(
  tx: Tx,
  id: string,
  change: PlanChange & { readonly byId: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO stored_value_plan_change (plan_id, seq, by_id, by_name, plan, at) VALUES (?, ?, ?, ?, ?, ?)`,
    [id, change.version, change.byId, change.byName, JSON.stringify(change.plan), change.at],
  );
}

/** The history of a plan, latest first. */
export async function planChanges(reader: Reader, id: string): Promise<PlanChange[]> {
  const rows = await reader.rows<Omit<PlanChange, 'plan'> & { plan: unknown }>(
    `SELECT seq AS version, by_name AS byName, plan, at FROM stored_value_plan_change
     WHERE plan_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({ ...row, plan: fromJsonColumn(row.plan) as PlanDraft }));
}
