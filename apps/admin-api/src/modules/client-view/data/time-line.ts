import { toSafeInteger, type Reader } from '../../../platform/database/index.js';
import { boundOf, type Place, type TimeLineKind } from '../rules/time-line.js';

/** Something that happened with a client, as it is kept. */
export interface TimeLineEntry extends Place {
  /** Name of the service, plan, coupon or tier; empty where the kind says it all. */
  readonly title: string;
  /** The state of the thing, in the words of its table; for a message what it was about. */
  readonly state: string;
  /** In fen; null where it has none. */
  readonly amountFen: number | null;
  /** In fen or points, beside the amount; null where it has none. */
  readonly extra: number | null;
  readonly storeName: string | null;
  readonly timeZone: string | null;
  readonly byName: string | null;
}

interface Source {
  readonly table: string;
  /** The column that says when. */
  readonly at: string;
  /** title, state, amountFen, extra, byName */
  readonly columns: readonly [string, string, string, string, string];
  readonly client?: string;
  readonly store?: string | null;
  readonly only?: string;
  readonly join?: string;
  /** Only of the stores of whoever asks. */
  readonly ofStores?: boolean;
  readonly id?: string;
}

const NAMES_OF_VISIT = `(SELECT GROUP_CONCAT(i.service_name ORDER BY i.seq SEPARATOR '、')
  FROM appointment_item i WHERE i.appointment_id = t.id)`;
const STAFF_OF_VISIT = `(SELECT GROUP_CONCAT(DISTINCT m.display_name SEPARATOR '、')
  FROM appointment_item i JOIN staff_member m ON m.id = i.staff_id WHERE i.appointment_id = t.id)`;
const NAMES_OF_BILL = `(SELECT GROUP_CONCAT(l.name ORDER BY l.seq SEPARATOR '、')
  FROM bill_line l WHERE l.bill_id = t.id)`;
const NAME_OF_COUPON = `JSON_UNQUOTE(JSON_EXTRACT(t.terms, '$.name'))`;

/** Where each kind is read from; each is a range of one key that begins with the client and the time. */
const SOURCES: Readonly<Record<TimeLineKind, Source>> = {
  visit: {
    ...{ table: 'appointment', at: 'starts_at', ofStores: true },
    columns: [NAMES_OF_VISIT, 't.state', 't.price_fen', 'NULL', STAFF_OF_VISIT],
  },
  bill: {
    ...{ table: 'bill', at: 'created_at', ofStores: true, only: `t.state IN ('paid', 'reversed')` },
    columns: [NAMES_OF_BILL, 't.state', 't.pay_fen', 't.no', 't.paid_name'],
  },
  session: {
    ...{ table: 'session_use', at: 'created_at' },
    columns: ['t.title', 't.state', 't.value_fen', 'NULL', 't.by_name'],
  },
  // What a bill took from the wallet is told by the bill.
  spend: {
    ...{ table: 'wallet_spend', at: 'created_at', only: 't.bill_id IS NULL' },
    columns: ['t.title', 't.state', 't.amount_fen', 'NULL', 't.by_name'],
  },
  top_up: {
    ...{ table: 'top_up', at: 'created_at', only: `t.state IN ('paid', 'reversed')` },
    columns: ['t.title', 't.state', 't.price_fen', 't.bonus_fen', 't.by_name'],
  },
  package: {
    ...{ table: 'package', at: 'created_at', only: `t.state NOT IN ('pending', 'closed')` },
    columns: ['t.name', 't.state', 't.price_fen', 'NULL', 't.by_name'],
  },
  debt_paid: {
    ...{ table: 'debt_payment', at: 'created_at' },
    columns: [`''`, `'paid'`, 't.amount_fen', 'NULL', 't.by_name'],
  },
  refund: {
    ...{ table: 'stored_value_refund', at: 'requested_at' },
    columns: [`''`, 't.state', 't.amount_fen', 'NULL', 't.requested_name'],
  },
  given: {
    ...{ table: 'wallet_transfer', at: 'created_at', client: 'from_customer_id' },
    columns: [`''`, 't.kind', 't.principal_fen + t.bonus_fen', 'NULL', 't.by_name'],
  },
  received: {
    ...{ table: 'wallet_transfer', at: 'created_at', client: 'to_customer_id' },
    columns: [`''`, 't.kind', 't.principal_fen + t.bonus_fen', 'NULL', 't.by_name'],
  },
  coupon: {
    ...{ table: 'coupon', at: 'issued_at' },
    columns: [NAME_OF_COUPON, 't.source', 'NULL', 'NULL', 'NULL'],
  },
  coupon_over: {
    ...{ table: 'coupon', at: 'ended_at' },
    columns: [NAME_OF_COUPON, 't.state', 'NULL', 'NULL', 'NULL'],
  },
  tier: {
    ...{ table: 'customer_tier_change', at: 'at', store: null, id: `LPAD(t.id, 20, '0')` },
    join: 'LEFT JOIN tier n ON n.id = t.to_tier_id',
    columns: [`COALESCE(n.name, '')`, 't.kind', 'NULL', 'NULL', 't.by_name'],
  },
  points: {
    ...{ table: 'points_adjustment', at: 'requested_at' },
    columns: [`''`, 't.state', 'NULL', 't.points', 't.requested_name'],
  },
  message: {
    ...{ table: 'message', at: 'created_at', store: null },
    columns: ['t.kind', 't.state', 'NULL', 'NULL', 't.channel'],
  },
};

interface Row extends Omit<TimeLineEntry, 'kind' | 'amountFen' | 'extra'> {
  readonly amountFen: unknown;
  readonly extra: unknown;
}

const numberOr = (value: unknown): number | null => (value === null ? null : toSafeInteger(value));

function statementOf(kind: TimeLineKind, storeCount: number): string {
  const source = SOURCES[kind];
  const { table, at, client = 'customer_id', store = 'store_id', id = 't.id' } = source;
  const [title, state, amount, extra, by] = source.columns;
  const stores = `AND t.store_id IN (${Array.from({ length: storeCount }, () => '?').join(', ')})`;
  return `SELECT ${id} AS id, t.${at} AS at, ${title} AS title, ${state} AS state, ${amount} AS amountFen,
      ${extra} AS extra, ${by} AS byName, ${store === null ? 'NULL' : 's.name'} AS storeName,
      ${store === null ? 'NULL' : 's.time_zone'} AS timeZone
    FROM ${table} t ${store === null ? '' : `LEFT JOIN store s ON s.id = t.${store}`} ${source.join ?? ''}
    WHERE t.${client} = ? AND t.${at} <= ? AND (t.${at} < ? OR ${id} < ?)
      ${source.only === undefined ? '' : `AND ${source.only}`} ${source.ofStores === true ? stores : ''}
    ORDER BY t.${at} DESC, t.id DESC LIMIT ?`;
}

/**
 * What of one kind happened with a client after a place of her time line, latest first.
 * @param storeIds of whoever asks: visits and bills of other stores are left out
 */
export async function entriesOf(
  reader: Reader,
  kind: TimeLineKind,
  customerId: string,
  after: Place,
  storeIds: readonly string[],
  limit: number,
): Promise<TimeLineEntry[]> {
  const ofStores = SOURCES[kind].ofStores === true;
  if (ofStores && storeIds.length === 0) return [];
  const { at, belowId } = boundOf(kind, after);
  const rows = await reader.rows<Row>(statementOf(kind, storeIds.length), [
    ...[customerId, at, at, belowId],
    ...(ofStores ? storeIds : []),
    limit,
  ]);
  return rows.map((row) => ({
    ...{ ...row, kind, title: row.title ?? '' },
    ...{ amountFen: numberOr(row.amountFen), extra: numberOr(row.extra) },
  }));
}
