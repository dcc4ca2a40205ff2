import { groupBy } from '../../../../platform/collections/index.js';
import {
  fromJsonColumn,
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { CardOffer } from '../../../care/index.js';
import type { PackagePlanDraft, PlanItem } from '../rules/plan-draft.js';

/** A package plan as it stands now. */
export interface PackagePlan extends PackagePlanDraft {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface PackagePlanChange {
  readonly version: number;
  readonly byName: string;
  readonly at: Date;
  readonly plan: PackagePlanDraft;
}

interface PlanRow extends Omit<PackagePlan, 'validEverywhere' | 'onPhone' | 'storeIds' | 'items'> {
  readonly validEverywhere: number;
  readonly onPhone: number;
}

const SELECT = `SELECT p.id, p.name, p.kind, p.price_fen AS priceFen, p.valid_days AS validDays,
    p.uses_per_day AS usesPerDay, p.valid_everywhere AS validEverywhere, p.on_phone AS onPhone,
    p.refund_terms AS refundTerms, p.own_reason_basis AS ownReasonBasis, p.state, p.sort, p.version,
    p.updated_at AS updatedAt
  FROM package_plan p`;

/** Stores, items and services of some plans: three reads, however many plans. */
async function withParts(reader: Reader, rows: readonly PlanRow[]): Promise<PackagePlan[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const among = placeholders(ids);
  const [stores, items, services] = await Promise.all([
    reader.rows<{ planId: string; storeId: string }>(
      `SELECT plan_id AS planId, store_id AS storeId FROM package_plan_store
       WHERE plan_id IN (${among}) ORDER BY plan_id, store_id`,
      ids,
    ),
    reader.rows<Omit<PlanItem, 'serviceIds'> & { planId: string; seq: number }>(
      `SELECT plan_id AS planId, seq, name, sessions, gift_sessions AS giftSessions,
         list_price_fen AS listPriceFen
       FROM package_plan_item WHERE plan_id IN (${among}) ORDER BY plan_id, seq`,
      ids,
    ),
    reader.rows<{ planId: string; seq: number; serviceId: string }>(
      `SELECT plan_id AS planId, seq, service_id AS serviceId FROM package_plan_item_service
       WHERE plan_id IN (${among}) ORDER BY plan_id, seq, service_id`,
      ids,
    ),
  ]);
  const storesOf = groupBy(stores, (row) => row.planId);
  const itemsOf = groupBy(items, (row) => row.planId);
  const servicesOf = groupBy(services, (row) => `${row.planId} ${row.seq}`);
  return rows.map((row) => ({
    ...row,
    validEverywhere: row.validEverywhere === 1,
    onPhone: row.onPhone === 1,
    storeIds: (storesOf.get(row.id) ?? []).map(({ storeId }) => storeId),
    items: (itemsOf.get(row.id) ?? []).map(({ planId, seq, ...item }) => ({
      ...item,
      serviceIds: (servicesOf.get(`${planId} ${seq}`) ?? []).map(({ serviceId }) => serviceId),
    })),
  }));
}

/** Every plan, also those that are no longer sold, in their order. */
export async function allPackagePlans(reader: Reader): Promise<PackagePlan[]> {
  return withParts(reader, await reader.rows<PlanRow>(`${SELECT} ORDER BY p.sort, p.id`));
}

/** What clients may buy on the phone, in its order. */
export async function packagePlansOnPhone(reader: Reader): Promise<PackagePlan[]> {
  const sql = `${SELECT} WHERE p.state = 'on_sale' AND p.on_phone = 1 ORDER BY p.sort, p.id`;
  return withParts(reader, await reader.rows<PlanRow>(sql));
}

export async function packagePlanById(
  reader: Reader,
  id: string,
): Promise<PackagePlan | undefined> {
  return (await withParts(reader, await reader.rows<PlanRow>(`${SELECT} WHERE p.id = ?`, [id])))[0];
}

/** What some plans are good for as they stand now. See CareCards. */
export async function offersOf(reader: Reader, planIds: readonly string[]): Promise<CardOffer[]> {
  if (planIds.length === 0) return [];
  const rows = await reader.rows<{ planId: string; name: string; serviceId: string | null }>(
    `SELECT p.id AS planId, p.name, s.service_id AS serviceId
     FROM package_plan p LEFT JOIN package_plan_item_service s ON s.plan_id = p.id
     WHERE p.id IN (${placeholders(planIds)}) ORDER BY p.sort, p.id, s.seq, s.service_id`,
    planIds,
  );
  return [...groupBy(rows, ({ planId }) => planId)].map(([planId, its]) => ({
    ...{ planId, name: its[0]?.name ?? '' },
    serviceIds: its.flatMap(({ serviceId }) => serviceId ?? []),
  }));
}

/** Locks a plan, which orders those who change it. */
export async function lockPackagePlan(tx: Tx, id: string): Promise<PackagePlan | undefined> {
  const rows = await tx.rows<PlanRow>(`${SELECT} WHERE p.id = ? FOR UPDATE`, [id]);
  return (await withParts(tx, rows))[0];
}

const COLUMNS = [
  ...['name', 'kind', 'price_fen', 'valid_days', 'uses_per_day', 'valid_everywhere', 'on_phone'],
  ...['refund_terms', 'own_reason_basis', 'state', 'sort', 'version', 'updated_at'],
];

const valuesOf = (draft: PackagePlanDraft, version: number, at: Date): unknown[] => [
  ...[draft.name, draft.kind, draft.priceFen, draft.validDays, draft.usesPerDay],
  ...[draft.validEverywhere ? 1 : 0, draft.onPhone ? 1 : 0, draft.refundTerms],
  ...[draft.ownReasonBasis, draft.state, draft.sort, version, at],
];

export async function insertPackagePlan(
  tx: Tx,
  id: string,
  draft: PackagePlanDraft,
  at: Date,
): Promise<void> {
  await tx.run(insertSql('package_plan', ['id', 'created_at', ...COLUMNS], 1), [
    ...[id, at, ...valuesOf(draft, 1, at)],
  ]);
  await writeParts(tx, id, draft);
}

export async function updatePackagePlan(
  tx: Tx,
  id: string,
  draft: PackagePlanDraft,
  version: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE package_plan SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    [...valuesOf(draft, version, at), id],
  );
  await tx.run('DELETE FROM package_plan_store WHERE plan_id = ?', [id]);
  await tx.run('DELETE FROM package_plan_item_service WHERE plan_id = ?', [id]);
  await tx.run('DELETE FROM package_plan_item WHERE plan_id = ?', [id]);
  await writeParts(tx, id, draft);
}

async function writeParts(tx: Tx, id: string, draft: PackagePlanDraft): Promise<void> {
  const { storeIds, items } = draft;
  await tx.run(
    insertSql('package_plan_store', ['plan_id', 'store_id'], storeIds.length),
    storeIds.flatMap((storeId) => [id, storeId]),
  );
  const columns = ['plan_id', 'seq', 'name', 'sessions', 'gift_sessions', 'list_price_fen'];
  await tx.run(
    insertSql('package_plan_item', columns, items.length),
    items.flatMap((item, seq) => [
      ...[id, seq, item.name, item.sessions, item.giftSessions, item.listPriceFen],
    ]),
  );
  const services = items.flatMap((item, seq) => item.serviceIds.map((one) => [id, seq, one]));
  await tx.run(
    insertSql('package_plan_item_service', ['plan_id', 'seq', 'service_id'], services.length),
    services.flat(),
  );
}

export async function appendPackagePlanChange(
  tx: Tx,
  id: string,
  change: PackagePlanChange & { readonly byId: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO package_plan_change (plan_id, seq, by_id, by_name, plan, at) VALUES (?, ?, ?, ?, ?, ?)`,
    [id, change.version, change.byId, change.byName, JSON.stringify(change.plan), change.at],
  );
}

/** The history of a plan, latest first. */
export async function packagePlanChanges(reader: Reader, id: string): Promise<PackagePlanChange[]> {
  const rows = await reader.rows<Omit<PackagePlanChange, 'plan'> & { plan: unknown }>(
    `SELECT seq AS version, by_name AS byName, plan, at FROM package_plan_change
     WHERE plan_id = ? ORDER BY seq DESC LIMIT 100`,
    [id],
  );
  return rows.map((row) => ({ ...row, plan: fromJsonColumn(row.plan) as PackagePlanDraft }));
}
