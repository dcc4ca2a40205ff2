import {
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { Closure, WeekdayHours } from '../rules/opening-hours.js';
import type { BookingSettings } from '../rules/store-draft.js';

/** A store and its own rules of booking. Coordinates are GCJ-02 degrees. */
export interface Store {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly address: string;
  readonly phone: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly timeZone: string;
  /** A paused store takes no new bookings from clients. */
  readonly state: 'open' | 'paused';
  readonly settings: BookingSettings;
}

/** When a store is open by the week, and the days it is not. */
export interface OpeningTimes {
  readonly hours: readonly WeekdayHours[];
  readonly closures: readonly Closure[];
}

export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly slogan: string;
  readonly story: string;
}

interface StoreRow extends Omit<BookingSettings, 'phoneRequired'>, Omit<Store, 'settings'> {
  readonly phoneRequired: number;
}

interface TimeRow {
  readonly storeId: string;
  readonly weekday: unknown;
  readonly opensMinute: unknown;
  readonly closesMinute: unknown;
  /** Set on closures only. */
  readonly date: string | null;
  readonly reason: string | null;
}

const STORE_SQL = `SELECT id, name, short_name AS shortName, address, phone, latitude, longitude,
    time_zone AS timeZone, state, slot_step_minutes AS slotStepMinutes, lead_minutes AS leadMinutes,
    horizon_days AS horizonDays, max_wait_minutes AS maxWaitMinutes, max_open_visits AS maxOpenVisits,
    phone_required AS phoneRequired, free_cancel_hours AS freeCancelHours
  FROM store`;

function toStore(row: StoreRow): Store {
  return {
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    address: row.address,
    phone: row.phone,
    // DECIMAL comes as text.
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    timeZone: row.timeZone,
    state: row.state,
    settings: {
      slotStepMinutes: row.slotStepMinutes,
      leadMinutes: row.leadMinutes,
      horizonDays: row.horizonDays,
      maxWaitMinutes: row.maxWaitMinutes,
      maxOpenVisits: row.maxOpenVisits,
      phoneRequired: row.phoneRequired === 1,
      freeCancelHours: row.freeCancelHours,
    },
  };
}

/** The salon's brand; undefined before it was set up. One round trip. */
export function brandOf(reader: Reader): Promise<Brand | undefined> {
  return reader.row<Brand>('SELECT id, name, slogan, story FROM brand LIMIT 1');
}

/** One store by id; undefined when there is none. One round trip by primary key. */
export async function storeById(reader: Reader, storeId: string): Promise<Store | undefined> {
  const row = await reader.row<StoreRow>(`${STORE_SQL} WHERE id = ?`, [storeId]);
  return row && toStore(row);
}

/** Until how many hours before its start a visit can be cancelled freely, for what is booked from now on. */
export async function saveFreeCancelHours(tx: Tx, storeId: string, hours: number): Promise<void> {
  await tx.run('UPDATE store SET free_cancel_hours = ? WHERE id = ?', [hours, storeId]);
}

/** The stores of these ids, in the order in which they were founded; unknown ids are left out. */
export async function storesByIds(reader: Reader, storeIds: readonly string[]): Promise<Store[]> {
  if (storeIds.length === 0) return [];
  const sql = `${STORE_SQL} WHERE id IN (${placeholders(storeIds)}) ORDER BY created_at, id`;
  return (await reader.rows<StoreRow>(sql, storeIds)).map(toStore);
}

/** All stores that take bookings, in the order in which they were founded. */
export async function openStores(reader: Reader): Promise<Store[]> {
  const sql = `${STORE_SQL} WHERE state = 'open' ORDER BY created_at, id`;
  return (await reader.rows<StoreRow>(sql)).map(toStore);
}

/**
 * Weekly hours of these stores with their closures from `fromDate` to `toDate` (local dates, both included).
 * One round trip. Every asked store is a key of the answer.
 */
export async function openingTimesOf(
  reader: Reader,
  storeIds: readonly string[],
  fromDate: string,
  toDate: string,
): Promise<ReadonlyMap<string, OpeningTimes>> {
  const found = new Map(
    storeIds.map((id) => [id, { hours: [] as WeekdayHours[], closures: [] as Closure[] }]),
  );
  if (storeIds.length === 0) return found;
  const among = placeholders(storeIds);
  const sql = `SELECT store_id AS storeId, weekday, opens_minute AS opensMinute, closes_minute AS closesMinute,
      NULL AS date, NULL AS reason
    FROM store_hours WHERE store_id IN (${among})
    UNION ALL
    SELECT store_id, 0, 0, 0, date, reason
    FROM store_closure WHERE store_id IN (${among}) AND date BETWEEN ? AND ?
    ORDER BY storeId, weekday, date`;
  const rows = await reader.rows<TimeRow>(sql, [...storeIds, ...storeIds, fromDate, toDate]);
  for (const row of rows) {
    const times = found.get(row.storeId);
    if (row.date !== null) times?.closures.push({ date: row.date, reason: row.reason ?? '' });
    // A UNION may widen small integers, and wide ones come as text.
    else
      times?.hours.push({
        weekday: toSafeInteger(row.weekday),
        opensMinute: toSafeInteger(row.opensMinute),
        closesMinute: toSafeInteger(row.closesMinute),
      });
  }
  return found;
}
