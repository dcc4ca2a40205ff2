import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import type { ResourceFacts } from '../rules/index.js';

/** A resource as a store has it; a person's resource belongs to no store, her shifts do. */
export interface Resource extends ResourceFacts {
  readonly storeId: string | null;
  readonly staffId: string | null;
  readonly name: string;
}

const COLUMNS = ['id', 'store_id', 'kind', 'staff_id', 'name', 'room_kind', 'device_kind', 'state'];
const SELECT = `SELECT id, store_id AS storeId, kind, staff_id AS staffId, name, room_kind AS roomKind,
                  device_kind AS deviceKind FROM resource`;

/** Everything that can be held in a store: its rooms, beds and devices, and the people who belong to it. */
export function resourcesOfStore(reader: Reader, storeId: string): Promise<Resource[]> {
  const sql = `${SELECT} WHERE state = 'active' AND (store_id = ? OR staff_id IN
                 (SELECT staff_id FROM staff_store WHERE store_id = ?)) ORDER BY kind, name, id`;
  return reader.rows<Resource>(sql, [storeId, storeId]);
}

/** The resources of these people, retired ones too; in no order. */
export function resourcesOfStaff(reader: Reader, staffIds: readonly string[]): Promise<Resource[]> {
  if (staffIds.length === 0) return Promise.resolve([]);
  return reader.rows<Resource>(`${SELECT} WHERE staff_id IN (${placeholders(staffIds)})`, staffIds);
}

/** Names of resources by id, for showing which room a visit has. */
export async function resourceNames(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const sql = `SELECT id, name FROM resource WHERE id IN (${placeholders(ids)})`;
  const rows = await reader.rows<{ id: string; name: string }>(sql, ids);
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function insertResource(tx: Tx, resource: Resource): Promise<void> {
  const { id, storeId, kind, staffId, name, roomKind, deviceKind } = resource;
  const values = [id, storeId, kind, staffId, name, roomKind ?? null, deviceKind ?? null, 'active'];
  await tx.run(insertSql('resource', COLUMNS, 1), values);
}
