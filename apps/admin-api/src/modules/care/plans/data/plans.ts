import type { CarePlanState } from '@yance/shared-types';
import {
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';

/** A plan without what it says. */
export interface CarePlan {
  readonly id: string;
  readonly customerId: string;
  readonly state: CarePlanState;
  readonly version: number;
  readonly agreedVersion: number | null;
  readonly agreedAt: Date | null;
}

/** What a version says, sealed. */
export interface SealedPlan {
  readonly planId: string;
  readonly version: number;
  readonly contents: Buffer;
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
}

const PLAN = `id, customer_id AS customerId, state, version, agreed_version AS agreedVersion,
  agreed_at AS agreedAt`;
const VERSION = `v.plan_id AS planId, v.version, v.contents, v.by_id AS byId, v.by_name AS byName, v.at`;

/** The plan that goes on for a client, or the last one that she had. */
export function planOf(reader: Reader, customerId: string): Promise<CarePlan | undefined> {
  const sql = `SELECT ${PLAN} FROM care_plan WHERE customer_id = ?
               ORDER BY current_of IS NULL, created_at DESC, id DESC LIMIT 1`;
  return reader.row(sql, [customerId]);
}

export function planById(reader: Reader, id: string): Promise<CarePlan | undefined> {
  return reader.row(`SELECT ${PLAN} FROM care_plan WHERE id = ?`, [id]);
}

/** Locks a plan; its row orders everything that happens to it and its visits. */
export function lockPlan(tx: Tx, id: string): Promise<CarePlan | undefined> {
  return tx.row(`SELECT ${PLAN} FROM care_plan WHERE id = ? FOR UPDATE`, [id]);
}

export async function insertPlan(
  tx: Tx,
  plan: Pick<CarePlan, 'id' | 'customerId' | 'state'>,
  at: Date,
): Promise<void> {
  const columns = ['id', 'customer_id', 'current_of', 'state', 'version', 'created_at'];
  await tx.run(insertSql('care_plan', [...columns, 'updated_at'], 1), [
    ...[plan.id, plan.customerId, plan.customerId, plan.state, 1, at, at],
  ]);
}

/** A further version in the state that it brings. */
export async function raisePlan(
  tx: Tx,
  { id, version, state }: Pick<CarePlan, 'id' | 'version' | 'state'>,
  at: Date,
): Promise<void> {
  const sql = 'UPDATE care_plan SET version = ?, state = ?, updated_at = ? WHERE id = ?';
  await tx.run(sql, [version, state, at, id]);
}

/** She said yes to the version that stands. */
export async function agreePlan(
  tx: Tx,
  { id, version }: CarePlan,
  state: CarePlanState,
  at: Date,
): Promise<void> {
  const sql = `UPDATE care_plan SET state = ?, agreed_version = ?, agreed_at = ?, updated_at = ?
               WHERE id = ?`;
  await tx.run(sql, [state, version, at, at, id]);
}

/** Puts a plan in a state; one that is over makes room for the next. */
export async function putState(
  tx: Tx,
  { id, customerId }: CarePlan,
  state: CarePlanState,
  at: Date,
): Promise<void> {
  const currentOf = state === 'done' || state === 'stopped' ? null : customerId;
  const sql = 'UPDATE care_plan SET state = ?, current_of = ?, updated_at = ? WHERE id = ?';
  await tx.run(sql, [state, currentOf, at, id]);
}

export async function insertPlanVersion(tx: Tx, sealed: SealedPlan): Promise<void> {
  const columns = ['plan_id', 'version', 'contents', 'by_id', 'by_name', 'at'];
  const { planId, version, contents, byId, byName, at } = sealed;
  await tx.run(insertSql('care_plan_version', columns, 1), [
    ...[planId, version, contents, byId, byName, at],
  ]);
}

/** All versions of a plan, the newest first. */
export function planVersions(reader: Reader, planId: string): Promise<SealedPlan[]> {
  const sql = `SELECT ${VERSION} FROM care_plan_version v WHERE v.plan_id = ? ORDER BY v.version DESC`;
  return reader.rows(sql, [planId]);
}

/** What a plan says now. */
export function planVersion(
  reader: Reader,
  { id, version }: Pick<CarePlan, 'id' | 'version'>,
): Promise<SealedPlan | undefined> {
  const sql = `SELECT ${VERSION} FROM care_plan_version v WHERE v.plan_id = ? AND v.version = ?`;
  return reader.row(sql, [id, version]);
}

/** The plans of a file, locked. */
export async function planIdsOf(tx: Tx, customerId: string): Promise<string[]> {
  const sql = 'SELECT id FROM care_plan WHERE customer_id = ? ORDER BY id FOR UPDATE';
  return (await tx.rows<{ id: string }>(sql, [customerId])).map(({ id }) => id);
}

/** Versions of some plans, for sealing them anew. */
export function versionsOfPlans(tx: Tx, planIds: readonly string[]): Promise<SealedPlan[]> {
  if (planIds.length === 0) return Promise.resolve([]);
  const sql = `SELECT ${VERSION} FROM care_plan_version v WHERE v.plan_id IN (${placeholders(planIds)})
               ORDER BY v.plan_id, v.version`;
  return tx.rows(sql, planIds);
}

export async function givePlanVersion(
  tx: Tx,
  { planId, version }: SealedPlan,
  contents: Buffer,
): Promise<void> {
  const sql = 'UPDATE care_plan_version SET contents = ? WHERE plan_id = ? AND version = ?';
  await tx.run(sql, [contents, planId, version]);
}

/** Which plan goes on for a file; undefined where none does. */
export async function currentPlanId(
  reader: Reader,
  customerId: string,
): Promise<string | undefined> {
  const sql = 'SELECT id FROM care_plan WHERE current_of = ?';
  return (await reader.row<{ id: string }>(sql, [customerId]))?.id;
}

/** Gives a plan to another file, in the state that it is to have there. */
export async function givePlan(
  tx: Tx,
  id: string,
  to: string,
  state: CarePlanState,
  at: Date,
): Promise<void> {
  const currentOf = state === 'done' || state === 'stopped' ? null : to;
  const sql = `UPDATE care_plan SET customer_id = ?, current_of = ?, state = ?, updated_at = ?
               WHERE id = ?`;
  await tx.run(sql, [to, currentOf, state, at, id]);
}
