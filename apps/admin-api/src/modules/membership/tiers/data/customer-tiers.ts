import type { TierChangeKind } from '@yance/shared-types';
import type { LocalDate } from '../../../../platform/clock/index.js';
import { moveRows } from '../../../../platform/client-data/index.js';
import {
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { By } from '../../store-day.js';
import type { Standing } from '../rules/tier-rules.js';

/** What a client has now. */
export interface CustomerTier extends Standing {
  readonly customerId: string;
  readonly since: LocalDate;
}

/** One step of a client, with where she stood before. */
export interface TierStep {
  readonly id: number;
  readonly kind: TierChangeKind;
  readonly from: Standing;
  readonly to: Standing;
  readonly on: LocalDate;
  readonly reason: string;
  readonly byName: string;
  readonly at: Date;
}

const SELECT =
  'SELECT customer_id AS customerId, tier_id AS tierId, since, kept_until AS keptUntil FROM customer_tier';

export function customerTier(
  reader: Reader,
  customerId: string,
): Promise<CustomerTier | undefined> {
  return reader.row<CustomerTier>(`${SELECT} WHERE customer_id = ?`, [customerId]);
}

/** The name of a client's tier; null without one. */
export async function tierNameOf(reader: Reader, customerId: string): Promise<string | null> {
  const row = await reader.row<{ name: string }>(
    'SELECT t.name FROM customer_tier c JOIN tier t ON t.id = c.tier_id WHERE c.customer_id = ?',
    [customerId],
  );
  return row?.name ?? null;
}

/** Locks what a client has: whoever weighs her tier comes one after the other. Made sure of first. */
export async function lockCustomerTier(
  tx: Tx,
  customerId: string,
  today: LocalDate,
  at: Date,
): Promise<CustomerTier> {
  await tx.run(
    `INSERT INTO customer_tier (customer_id, tier_id, since, kept_until, updated_at) VALUES (?, NULL, ?, NULL, ?)
     ON DUPLICATE KEY UPDATE customer_id = customer_id`,
    [customerId, today, at],
  );
  const row = await tx.row<CustomerTier>(`${SELECT} WHERE customer_id = ? FOR UPDATE`, [
    customerId,
  ]);
  if (!row) throw new Error('a tier row that was just made');
  return row;
}

/** Writes a step and what it leads to. The client's row is locked. */
export async function takeStep(
  tx: Tx,
  now: CustomerTier,
  step: Omit<TierStep, 'id' | 'from' | 'byName'> & { readonly by: By },
): Promise<void> {
  const { kind, to, on, reason, by, at } = step;
  await tx.run(
    `INSERT INTO customer_tier_change (customer_id, kind, from_tier_id, to_tier_id, from_kept_until, kept_until,
       happened_on, reason_cipher, by_kind, by_id, by_name, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[now.customerId, kind, now.tierId, to.tierId, now.keptUntil, to.keptUntil],
      ...[on, sealedFor(now.customerId, reason), by.kind, by.id, by.name, at],
    ],
  );
  await tx.run(
    'UPDATE customer_tier SET tier_id = ?, since = ?, kept_until = ?, updated_at = ? WHERE customer_id = ?',
    [to.tierId, now.tierId === to.tierId ? now.since : on, to.keptUntil, at, now.customerId],
  );
}

interface StepRow {
  id: unknown;
  kind: TierChangeKind;
  fromTierId: string | null;
  toTierId: string | null;
  fromKeptUntil: string | null;
  keptUntil: string | null;
  on: string;
  reason: string;
  byName: string;
  at: Date;
}

const STEPS = `SELECT id, kind, from_tier_id AS fromTierId, to_tier_id AS toTierId,
    from_kept_until AS fromKeptUntil, kept_until AS keptUntil, happened_on AS \`on\`,
    ${wordsOf('c.reason')} AS reason, by_name AS byName, at
  FROM customer_tier_change c`;

const toStep = ({ fromTierId, toTierId, fromKeptUntil, keptUntil, ...row }: StepRow): TierStep => ({
  ...row,
  id: toSafeInteger(row.id),
  from: { tierId: fromTierId, keptUntil: fromKeptUntil },
  to: { tierId: toTierId, keptUntil },
});

/** A client's steps, latest first. */
export async function tierSteps(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<TierStep[]> {
  const sql = `${STEPS} WHERE customer_id = ? ORDER BY id DESC LIMIT ?`;
  return (await reader.rows<StepRow>(sql, [customerId, limit])).map(toStep);
}

/** A client's steps from a moment on, oldest first. */
export async function tierStepsSince(
  reader: Reader,
  customerId: string,
  since: Date,
): Promise<TierStep[]> {
  const sql = `${STEPS} WHERE customer_id = ? AND at >= ? ORDER BY id`;
  return (await reader.rows<StepRow>(sql, [customerId, since])).map(toStep);
}

/** The last step up to a day: where it led is what she had then. */
export async function lastStepUntil(
  reader: Reader,
  customerId: string,
  on: LocalDate,
): Promise<TierStep | undefined> {
  const row = await reader.row<StepRow>(
    `${STEPS} WHERE customer_id = ? AND happened_on <= ? ORDER BY id DESC LIMIT 1`,
    [customerId, on],
  );
  return row && toStep(row);
}

/** Clients whose tier's time is over. */
export async function tiersToWeigh(
  reader: Reader,
  today: LocalDate,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT customer_id AS id FROM customer_tier WHERE kept_until < ? ORDER BY kept_until, customer_id LIMIT ?`,
    [today, limit],
  );
  return rows.map(({ id }) => id);
}

/** Joined files: the steps of both are one client's; the row of the file that closes goes. @returns the steps that moved */
export async function joinCustomerTiers(tx: Tx, from: string, to: string): Promise<unknown[]> {
  const steps = await moveRows(tx, 'customer_tier_change', from, to);
  await tx.run('DELETE FROM customer_tier WHERE customer_id = ?', [from]);
  return steps;
}

/** Two files again: a client has the tier back that she had. */
export async function restoreCustomerTier(
  tx: Tx,
  { customerId, tierId, since, keptUntil }: CustomerTier,
  at: Date,
): Promise<void> {
  await tx.run(
    `INSERT INTO customer_tier (customer_id, tier_id, since, kept_until, updated_at) VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE tier_id = VALUES(tier_id), since = VALUES(since),
       kept_until = VALUES(kept_until), updated_at = VALUES(updated_at)`,
    [customerId, tierId, since, keptUntil, at],
  );
}
