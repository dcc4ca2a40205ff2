import { groupBy } from '../../../../platform/collections/index.js';
import {
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { CareItem } from '../rules/judge.js';

interface ItemRow {
  readonly kind: CareItem['kind'];
  readonly id: string;
  readonly name: string;
  readonly categoryId: string | null;
  readonly patchTestDays: number | null;
  readonly intervalDays: number | null;
}

const SERVICES = `SELECT 'service' AS kind, s.id, s.name, s.category_id AS categoryId,
    q.patch_test_days AS patchTestDays, q.interval_days AS intervalDays
  FROM service s LEFT JOIN service_prerequisite q ON q.service_id = s.id`;
const PRODUCTS = `SELECT 'product' AS kind, p.id, p.name, NULL AS categoryId, NULL AS patchTestDays, NULL AS intervalDays
  FROM product p`;

async function withIngredients(reader: Reader, rows: readonly ItemRow[]): Promise<CareItem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const among = placeholders(ids);
  const links = await reader.rows<{ itemId: string; ingredientId: string }>(
    `SELECT service_id AS itemId, ingredient_id AS ingredientId FROM service_ingredient WHERE service_id IN (${among})
     UNION ALL
     SELECT product_id, ingredient_id FROM product_ingredient WHERE product_id IN (${among})
     ORDER BY itemId, ingredientId`,
    [...ids, ...ids],
  );
  const of = groupBy(links, ({ itemId }) => itemId);
  return rows.map((row) => ({
    ...row,
    ingredientIds: (of.get(row.id) ?? []).map(({ ingredientId }) => ingredientId),
  }));
}

/**
 * Locks the row of a service or product, so that two who write what it is made of come one after the other.
 * @returns false when there is none
 */
export async function lockCareItem(tx: Tx, kind: CareItem['kind'], id: string): Promise<boolean> {
  return (await tx.row(`SELECT id FROM ${kind} WHERE id = ? FOR UPDATE`, [id])) !== undefined;
}

/** Those of these services and products that exist, whatever their state. */
export async function careItems(
  reader: Reader,
  serviceIds: readonly string[],
  productIds: readonly string[],
): Promise<CareItem[]> {
  const some = (sql: string, column: string, ids: readonly string[]): Promise<ItemRow[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : reader.rows<ItemRow>(
          `${sql} WHERE ${column} IN (${placeholders(ids)}) ORDER BY ${column}`,
          ids,
        );
  const services = await some(SERVICES, 's.id', [...new Set(serviceIds)]);
  const products = await some(PRODUCTS, 'p.id', [...new Set(productIds)]);
  return withIngredients(reader, [...services, ...products]);
}

/** What every product is called, whatever its state: one that is not sold any more may still be given away. */
export function productNames(reader: Reader): Promise<{ id: string; name: string }[]> {
  return reader.rows('SELECT id, name FROM product ORDER BY id');
}

/** Everything that is done or sold now, services first. */
export async function allCareItems(reader: Reader): Promise<CareItem[]> {
  const services = await reader.rows<ItemRow>(
    `${SERVICES} WHERE s.state = 'active' ORDER BY s.category_id, s.sort, s.id`,
  );
  const products = await reader.rows<ItemRow>(
    `${PRODUCTS} WHERE p.state = 'on_sale' ORDER BY p.category, p.sort, p.id`,
  );
  return withIngredients(reader, [...services, ...products]);
}

/** Writes what a service or product is made of, in place of what was there. */
export async function writeIngredients(
  tx: Tx,
  kind: CareItem['kind'],
  id: string,
  ingredientIds: readonly string[],
): Promise<void> {
  await tx.run(`DELETE FROM ${kind}_ingredient WHERE ${kind}_id = ?`, [id]);
  const ids = [...new Set(ingredientIds)].sort();
  if (ids.length === 0) return;
  await tx.run(
    insertSql(`${kind}_ingredient`, [`${kind}_id`, 'ingredient_id'], ids.length),
    ids.flatMap((ingredientId) => [id, ingredientId]),
  );
}

/** Writes what a service asks for before it is done; null where nothing is. */
export async function writePrerequisites(
  tx: Tx,
  serviceId: string,
  patchTestDays: number | null,
  intervalDays: number | null,
): Promise<void> {
  await tx.run(
    `INSERT INTO service_prerequisite (service_id, patch_test_days, interval_days) VALUES (?, ?, ?)
     ON DUPLICATE KEY UPDATE patch_test_days = VALUES(patch_test_days), interval_days = VALUES(interval_days)`,
    [serviceId, patchTestDays, intervalDays],
  );
}
