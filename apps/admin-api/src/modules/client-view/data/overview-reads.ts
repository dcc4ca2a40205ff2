import type { AppointmentState } from '@yance/shared-types';
import { groupBy } from '../../../platform/collections/index.js';
import { placeholders, toSafeInteger, type Reader } from '../../../platform/database/index.js';

/** A visit in a line of a client's page. */
export interface VisitLine {
  readonly id: string;
  readonly state: AppointmentState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly priceFen: number;
  readonly storeName: string;
  readonly timeZone: string;
  readonly serviceIds: readonly string[];
  readonly serviceNames: readonly string[];
  readonly staffNames: readonly string[];
}

type VisitRow = Omit<VisitLine, 'serviceIds' | 'serviceNames' | 'staffNames'> & {
  readonly isAhead: unknown;
};
interface ItemRow {
  readonly visitId: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly staffName: string;
}

const AHEAD = 10;
const PAST = 5;
const VISIT = `SELECT a.id, a.state, a.starts_at AS startsAt, a.ends_at AS endsAt, a.price_fen AS priceFen,
    s.name AS storeName, s.time_zone AS timeZone`;
const OPEN = `a.state IN ('held', 'requested', 'confirmed', 'arrived', 'in_service')`;
/** She came, and it may still be under way past its end. */
const CAME = `a.state IN ('arrived', 'in_service', 'completed')`;

/**
 * The visits ahead of a client or under way, soonest first, and the latest to which she came, latest first. Two ranges
 * of one key and their services; what she cancelled or missed is passed over on the way, so that it hides nothing.
 */
export async function visitLines(
  reader: Reader,
  customerId: string,
  storeIds: readonly string[],
  now: Date,
): Promise<{ upcoming: VisitLine[]; past: VisitLine[] }> {
  if (storeIds.length === 0) return { upcoming: [], past: [] };
  const among = placeholders(storeIds);
  // No visit is longer than a day, so one that is not over began at most a day ago.
  const earliest = new Date(now.getTime() - 86_400_000);
  const rows = await reader.rows<VisitRow>(
    `SELECT v.* FROM ((${VISIT}, 1 AS isAhead FROM appointment a JOIN store s ON s.id = a.store_id
      WHERE a.customer_id = ? AND a.starts_at >= ? AND ${OPEN} AND a.ends_at > ? AND a.store_id IN (${among})
      ORDER BY a.starts_at, a.id LIMIT ${AHEAD})
     UNION ALL
     (${VISIT}, 0 AS isAhead FROM appointment a JOIN store s ON s.id = a.store_id
      WHERE a.customer_id = ? AND a.starts_at <= ? AND ${CAME} AND (a.state = 'completed' OR a.ends_at <= ?) AND a.store_id IN (${among})
      ORDER BY a.starts_at DESC, a.id DESC LIMIT ${PAST})) v`,
    [customerId, earliest, now, ...storeIds, customerId, now, now, ...storeIds],
  );
  if (rows.length === 0) return { upcoming: [], past: [] };
  const ids = rows.map((row) => row.id);
  const items = await reader.rows<ItemRow>(
    `SELECT i.appointment_id AS visitId, i.service_id AS serviceId, i.service_name AS serviceName, m.display_name AS staffName
     FROM appointment_item i JOIN staff_member m ON m.id = i.staff_id
     WHERE i.appointment_id IN (${placeholders(ids)}) ORDER BY i.appointment_id, i.seq`,
    ids,
  );
  const itemsOf = groupBy(items, (item) => item.visitId);
  const lines = rows.map(({ isAhead, ...row }) => {
    const own = itemsOf.get(row.id) ?? [];
    const serviceIds = own.map(({ serviceId }) => serviceId);
    const serviceNames = own.map(({ serviceName }) => serviceName);
    const staffNames = [...new Set(own.map(({ staffName }) => staffName))];
    return {
      isAhead: toSafeInteger(isAhead) === 1,
      line: { ...row, serviceIds, serviceNames, staffNames },
    };
  });
  const of = (ahead: boolean): VisitLine[] =>
    lines.filter(({ isAhead }) => isAhead === ahead).map(({ line }) => line);
  const time = ({ startsAt }: VisitLine): number => startsAt.getTime();
  return {
    upcoming: of(true).sort((a, b) => time(a) - time(b)),
    past: of(false).sort((a, b) => time(b) - time(a)),
  };
}

/** Visits of a client since a moment to which she did not come. A range of one key. */
export async function noShowsSince(
  reader: Reader,
  customerId: string,
  since: Date,
): Promise<number> {
  const row = await reader.row<{ n: unknown }>(
    `SELECT COUNT(*) AS n FROM appointment WHERE customer_id = ? AND starts_at >= ? AND state = 'no_show'`,
    [customerId, since],
  );
  return toSafeInteger(row?.n ?? 0);
}

/** Deductions, sessions and bills that a client disputes and that stand without an answer. */
export async function openDisputes(reader: Reader, customerId: string): Promise<number> {
  const row = await reader.row<{ n: unknown }>(
    `SELECT
       (SELECT COUNT(*) FROM wallet_spend WHERE customer_id = ? AND state = 'done' AND disputed_at IS NOT NULL) +
       (SELECT COUNT(*) FROM session_use WHERE customer_id = ? AND state = 'done' AND disputed_at IS NOT NULL) +
       (SELECT COUNT(*) FROM bill b JOIN bill_confirmation c ON c.bill_id = b.id
        WHERE b.customer_id = ? AND b.state = 'paid' AND c.disputed_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM bill_change x WHERE x.bill_id = b.id AND x.act = 'settle')) AS n`,
    [customerId, customerId, customerId],
  );
  return toSafeInteger(row?.n ?? 0);
}
