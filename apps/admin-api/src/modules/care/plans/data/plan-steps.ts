import {
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { StepOnPath } from '../rules/progress.js';
import type { StepDays } from '../rules/step-days.js';

/** A planned visit. */
export interface PlanStep extends StepDays, StepOnPath {
  readonly id: string;
  readonly planId: string;
  readonly serviceId: string;
  /** The visit that stands for it, while it is booked or done. */
  readonly appointmentId: string | null;
  /** The local day of that visit. */
  readonly visitOn: string | null;
  /** How she liked it, 1 to 5. */
  readonly score: number | null;
  /** Her words about it, sealed. */
  readonly scoreWords: Buffer | null;
}

const STEP = `id, plan_id AS planId, line_id AS lineId, service_id AS serviceId, state, planned_on AS plannedOn,
  earliest_on AS earliestOn, latest_on AS latestOn, appointment_id AS appointmentId, visit_on AS visitOn,
  score, score_words AS scoreWords`;

/** The visits of a plan in the order of their days, without those that were dropped. */
export function stepsOf(reader: Reader, planId: string): Promise<PlanStep[]> {
  return reader.rows(
    `SELECT ${STEP} FROM care_plan_step WHERE plan_id = ? AND state <> 'dropped'
     ORDER BY COALESCE(visit_on, planned_on), id`,
    [planId],
  );
}

export function stepById(reader: Reader, id: string): Promise<PlanStep | undefined> {
  return reader.row(`SELECT ${STEP} FROM care_plan_step WHERE id = ?`, [id]);
}

/** The planned visits that some booked ones stand for. */
export function stepsOfVisits(
  reader: Reader,
  appointmentIds: readonly string[],
): Promise<PlanStep[]> {
  if (appointmentIds.length === 0) return Promise.resolve([]);
  const among = placeholders(appointmentIds);
  const sql = `SELECT ${STEP} FROM care_plan_step WHERE appointment_id IN (${among}) ORDER BY id`;
  return reader.rows(sql, appointmentIds);
}

export async function insertStep(
  tx: Tx,
  step: StepDays & Pick<PlanStep, 'id' | 'planId' | 'lineId' | 'serviceId'>,
): Promise<void> {
  const columns = ['id', 'plan_id', 'line_id', 'service_id', 'state', 'planned_on', 'earliest_on'];
  await tx.run(insertSql('care_plan_step', [...columns, 'latest_on'], 1), [
    ...[step.id, step.planId, step.lineId, step.serviceId, 'planned', step.plannedOn],
    ...[step.earliestOn, step.latestOn],
  ]);
}

/** Drops what is only planned. */
export async function dropPlanned(tx: Tx, planId: string): Promise<void> {
  const sql = `UPDATE care_plan_step SET state = 'dropped' WHERE plan_id = ? AND state = 'planned'`;
  await tx.run(sql, [planId]);
}

/** Books a step for a visit, moves it with the visit, marks it done or gives it back. */
export async function putStep(
  tx: Tx,
  id: string,
  { state, appointmentId, visitOn }: Pick<PlanStep, 'state' | 'appointmentId' | 'visitOn'>,
): Promise<void> {
  const sql = 'UPDATE care_plan_step SET state = ?, appointment_id = ?, visit_on = ? WHERE id = ?';
  await tx.run(sql, [state, appointmentId, visitOn, id]);
}

export async function putDays(tx: Tx, id: string, days: StepDays): Promise<void> {
  const sql =
    'UPDATE care_plan_step SET earliest_on = ?, planned_on = ?, latest_on = ? WHERE id = ?';
  await tx.run(sql, [days.earliestOn, days.plannedOn, days.latestOn, id]);
}

/** How she liked a visit; what she said before is written over. */
export async function putScore(
  tx: Tx,
  id: string,
  score: number,
  words: Buffer | null,
  at: Date,
): Promise<void> {
  const sql = 'UPDATE care_plan_step SET score = ?, score_words = ?, rated_at = ? WHERE id = ?';
  await tx.run(sql, [score, words, at, id]);
}

/** What she said about visits of some plans, for sealing it anew. */
export function wordsOfPlans(
  tx: Tx,
  planIds: readonly string[],
): Promise<{ id: string; scoreWords: Buffer }[]> {
  if (planIds.length === 0) return Promise.resolve([]);
  const sql = `SELECT id, score_words AS scoreWords FROM care_plan_step
               WHERE plan_id IN (${placeholders(planIds)}) AND score_words IS NOT NULL ORDER BY id`;
  return tx.rows(sql, planIds);
}

export async function giveWords(tx: Tx, id: string, words: Buffer): Promise<void> {
  await tx.run('UPDATE care_plan_step SET score_words = ? WHERE id = ?', [words, id]);
}
