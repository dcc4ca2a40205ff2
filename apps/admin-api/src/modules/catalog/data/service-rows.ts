import { placeholders, toSafeInteger, type Reader } from '../../../platform/database/index.js';
import type {
  ConfirmPolicy,
  GradePrice,
  SegmentPosition,
  ServiceSegment,
} from '../rules/service-definition.js';

/** All that booking needs to know of a service. Prices in fen. */
export interface ServiceDefinition {
  readonly id: string;
  readonly categoryId: string;
  readonly categoryName: string;
  readonly name: string;
  readonly description: string;
  readonly imageUrl: string | null;
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
  readonly gradePrices: readonly GradePrice[];
  readonly onlineBookable: boolean;
  /** `staff`: a booking from the phone waits for someone to confirm it. */
  readonly confirmPolicy: ConfirmPolicy;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly sort: number;
  /** In order; at least one is hands-on. */
  readonly segments: readonly ServiceSegment[];
}

interface ServiceRow extends Omit<
  ServiceDefinition,
  'onlineBookable' | 'segments' | 'gradePrices'
> {
  readonly onlineBookable: number;
}

interface PartRow {
  readonly serviceId: string;
  readonly part: 'segment' | 'price';
  /** Kind of segment, or the grade that has its own price. */
  readonly word: string;
  /** Minutes of the segment, or fen. */
  readonly amount: unknown;
  readonly label: string | null;
  readonly position: SegmentPosition | null;
  readonly skillId: string | null;
  readonly roomKind: string | null;
  readonly deviceKind: string | null;
  readonly keepsRoom: unknown;
}

const SERVICE_SQL = `SELECT s.id, s.category_id AS categoryId, c.name AS categoryName, s.name, s.description,
    s.image_url AS imageUrl, s.price_fen AS priceFen, s.member_price_fen AS memberPriceFen,
    s.online_bookable AS onlineBookable, s.confirm_policy AS confirmPolicy,
    s.buffer_before_minutes AS bufferBeforeMinutes, s.buffer_after_minutes AS bufferAfterMinutes, s.sort
  FROM service_store o
  JOIN service s ON s.id = o.service_id AND s.state = 'active'
  JOIN service_category c ON c.id = s.category_id`;

/** Segments and grade prices in one answer; `seq` keeps the order of the steps. */
function partsSql(among: string): string {
  return `SELECT service_id AS serviceId, 'segment' AS part, seq, kind AS word, minutes AS amount, label,
      position, skill_id AS skillId, room_kind AS roomKind, device_kind AS deviceKind, keeps_room AS keepsRoom
    FROM service_segment WHERE service_id IN (${among})
    UNION ALL
    SELECT service_id, 'price', 0, grade, price_fen, NULL, NULL, NULL, NULL, NULL, 0
    FROM service_grade_price WHERE service_id IN (${among})
    ORDER BY serviceId, seq, word`;
}

function toSegment(row: PartRow): ServiceSegment {
  return {
    kind: row.word as ServiceSegment['kind'],
    // A UNION may widen small integers, and wide ones come as text.
    minutes: toSafeInteger(row.amount),
    label: row.label ?? '',
    position: row.position,
    skillId: row.skillId,
    roomKind: row.roomKind,
    deviceKind: row.deviceKind,
    keepsRoom: toSafeInteger(row.keepsRoom) === 1,
  };
}

async function withParts(
  reader: Reader,
  rows: readonly ServiceRow[],
): Promise<ServiceDefinition[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const segments = new Map<string, ServiceSegment[]>(ids.map((id) => [id, []]));
  const prices = new Map<string, GradePrice[]>(ids.map((id) => [id, []]));
  for (const row of await reader.rows<PartRow>(partsSql(placeholders(ids)), [...ids, ...ids])) {
    if (row.part === 'segment') segments.get(row.serviceId)?.push(toSegment(row));
    else
      prices
        .get(row.serviceId)
        ?.push({ grade: row.word as GradePrice['grade'], priceFen: toSafeInteger(row.amount) });
  }
  return rows.map((row) => ({
    ...row,
    onlineBookable: row.onlineBookable === 1,
    segments: segments.get(row.id) ?? [],
    gradePrices: prices.get(row.id) ?? [],
  }));
}

/**
 * Full definitions of those of these services that the store offers now, in the order asked (each once).
 * A service that is retired, unknown or not offered there is left out. Two round trips, both by key.
 */
export async function servicesForBooking(
  reader: Reader,
  serviceIds: readonly string[],
  storeId: string,
): Promise<ServiceDefinition[]> {
  const ids = [...new Set(serviceIds)];
  if (ids.length === 0) return [];
  const sql = `${SERVICE_SQL} WHERE o.store_id = ? AND o.service_id IN (${placeholders(ids)})`;
  const found = await withParts(reader, await reader.rows<ServiceRow>(sql, [storeId, ...ids]));
  const byId = new Map(found.map((service) => [service.id, service]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Everything a store offers now, as its menu reads: by category, then by place within it. Two round trips. */
export async function servicesOfStore(
  reader: Reader,
  storeId: string,
): Promise<ServiceDefinition[]> {
  const sql = `${SERVICE_SQL} WHERE o.store_id = ? ORDER BY c.sort, s.sort, s.id`;
  return withParts(reader, await reader.rows<ServiceRow>(sql, [storeId]));
}

/** Names of services by id, also of retired ones: history names them. Unknown ids are left out. One round trip. */
export async function serviceNames(
  reader: Reader,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(serviceIds)];
  if (ids.length === 0) return new Map();
  const sql = `SELECT id, name FROM service WHERE id IN (${placeholders(ids)})`;
  const rows = await reader.rows<{ id: string; name: string }>(sql, ids);
  return new Map(rows.map((row) => [row.id, row.name]));
}
