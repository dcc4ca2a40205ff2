import {
  placeholders,
  toSafeInteger,
  wordsOf,
  type Reader,
} from '../../../platform/database/index.js';
import { TITLED_FOR_ALL } from '../../care/index.js';
import type { NoteVisibility } from '../../customers/index.js';
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
  /** The client's id where another table has it, which `join` brings. */
  readonly clientOf?: string;
  readonly store?: string | null;
  readonly only?: string;
  readonly join?: string;
  /** Only of the stores of whoever asks. */
  readonly ofStores?: boolean;
  /** Only notes that the asker may read. */
  readonly ofNotes?: boolean;
  /** What holds of a row that says something of health. */
  readonly health?: string;
  /** The title for whoever may not learn what of her health it was about. */
  readonly neutralTitle?: string;
  readonly id?: string;
  readonly order?: string;
}

/** What of the time line is for whoever asks. */
export interface TimeLineScope {
  /** Visits and bills of other stores are left out. */
  readonly storeIds: readonly string[];
  /** Notes of other kinds are left out. */
  readonly notes: readonly NoteVisibility[];
  /** She took back her consent: what she answered about her health is left out. */
  readonly healthIsClosed: boolean;
  /** The asker may not even know that something speaks against a treatment: papers are not named. */
  readonly isNeutral: boolean;
}

const NAMES_OF_VISIT = `(SELECT GROUP_CONCAT(i.service_name ORDER BY i.seq SEPARATOR '、')
  FROM appointment_item i WHERE i.appointment_id = t.id)`;
const STAFF_OF_VISIT = `(SELECT GROUP_CONCAT(DISTINCT m.display_name SEPARATOR '、')
  FROM appointment_item i JOIN staff_member m ON m.id = i.staff_id WHERE i.appointment_id = t.id)`;
const NAMES_OF_RECORD = `(SELECT GROUP_CONCAT(i.service_name ORDER BY i.seq SEPARATOR '、')
  FROM appointment_item i WHERE i.appointment_id = t.appointment_id)`;
const WRITER_OF_RECORD = `(SELECT v.by_name FROM treatment_record_version v
  WHERE v.record_id = t.id AND v.version = t.version)`;
const NAMES_OF_BILL = `(SELECT GROUP_CONCAT(l.name ORDER BY l.seq SEPARATOR '、')
  FROM bill_line l WHERE l.bill_id = t.id)`;
const WRITER_OF_SHEET = `(SELECT v.by_name FROM care_sheet_version v
  WHERE v.sheet_id = t.id AND v.version = 1)`;
/** The id of something that is known by another and its number, so that no two of one moment are the same. */
const numbered = (id: string, no: string): string => `CONCAT(${id}, LPAD(${no}, 4, '0'))`;
const NAME_OF_COUPON = `JSON_UNQUOTE(JSON_EXTRACT(t.terms, '$.name'))`;

/** Where each kind is read from; each is a range of one key that begins with the client and the time. */
const SOURCES: Readonly<Record<TimeLineKind, Source>> = {
  visit: {
    ...{ table: 'appointment', at: 'starts_at', ofStores: true },
    columns: [NAMES_OF_VISIT, 't.state', 't.price_fen', 'NULL', STAFF_OF_VISIT],
  },
  // Known by its visit, by which it is opened.
  treatment: {
    ...{ table: 'treatment_record', at: 'visited_at' },
    ...{ id: 't.appointment_id', order: 't.appointment_id' },
    columns: [NAMES_OF_RECORD, `'written'`, 'NULL', 'NULL', WRITER_OF_RECORD],
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
    columns: [wordsOf('t.title'), 't.state', 't.amount_fen', 'NULL', 't.by_name'],
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
  health: {
    ...{ table: 'health_change', at: 'at', store: null },
    columns: [`''`, 't.source', 'NULL', 'NULL', 't.by_name'],
  },
  note: {
    ...{ table: 'customer_note', at: 'at', store: null, ofNotes: true },
    columns: [
      ...([`''`, `CASE WHEN t.corrects_id IS NULL THEN 'written' ELSE 'corrected' END`] as const),
      ...(['NULL', 'NULL', 't.by_name'] as const),
    ],
  },
  change: {
    ...{ table: 'customer_change', at: 'at', store: null },
    columns: [`''`, 't.field', 'NULL', 'NULL', 't.by_name'],
  },
  // What became of it; that it was sold is told by the package.
  package_change: {
    ...{ table: 'package_change', at: 'at', only: `t.kind <> 'sale'` },
    ...{ id: numbered('t.package_id', 't.seq'), order: 't.package_id DESC, t.seq' },
    ...{ join: 'JOIN package p ON p.id = t.package_id', clientOf: 'p.customer_id' },
    columns: ['p.name', 't.kind', 'NULL', 'NULL', 't.by_name'],
  },
  redemption: {
    ...{ table: 'points_redemption', at: 'created_at' },
    columns: ['t.name', 't.state', 'NULL', 't.points', 'NULL'],
  },
  assessment: {
    ...{ table: 'care_sheet', at: 'created_at', store: null },
    columns: [`''`, 't.kind', 'NULL', 'NULL', WRITER_OF_SHEET],
  },
  care_plan: {
    ...{ table: 'care_plan_version', at: 'at', store: null },
    ...{ id: numbered('t.plan_id', 't.version'), order: 't.plan_id DESC, t.version' },
    ...{ join: 'JOIN care_plan p ON p.id = t.plan_id', clientOf: 'p.customer_id' },
    columns: [
      ...([`''`, `CASE WHEN t.version = 1 THEN 'written' ELSE 'changed' END`] as const),
      ...(['NULL', 't.version', 't.by_name'] as const),
    ],
  },
  plan_agreed: {
    ...{ table: 'care_plan', at: 'agreed_at', store: null },
    columns: [`''`, 't.state', 'NULL', 't.agreed_version', 'NULL'],
  },
  consent: {
    ...{ table: 'consent', at: 'at', store: null },
    join: 'JOIN consent_text x ON x.id = t.text_id',
    neutralTitle: `CASE WHEN x.kind IN (${TITLED_FOR_ALL.map((kind) => `'${kind}'`).join(', ')})
      THEN x.title ELSE '' END`,
    columns: ['x.title', 't.act', 'NULL', 'NULL', 't.by_name'],
  },
  questionnaire: {
    ...{ table: 'questionnaire_answer', at: 'at', store: null },
    join: `JOIN questionnaire_version q
      ON q.questionnaire_id = t.questionnaire_id AND q.version = t.version`,
    neutralTitle: `''`,
    // JSON_UNQUOTE, because TiDB knows no JSON_VALUE.
    health: `JSON_UNQUOTE(JSON_EXTRACT(q.form, '$.health')) IN ('1', 'true')`,
    columns: [
      ...([`JSON_UNQUOTE(JSON_EXTRACT(q.form, '$.title'))`, 't.way'] as const),
      ...(['NULL', 'NULL', 't.by_name'] as const),
    ],
  },
  merge: {
    ...{ table: 'file_merge', at: 'at', store: null, client: 'to_id' },
    join: 'JOIN customer f ON f.id = t.from_id',
    columns: ['f.member_no', 't.state', 'NULL', 'NULL', 't.by_name'],
  },
  merge_undone: {
    ...{ table: 'file_merge', at: 'undone_at', store: null, client: 'to_id' },
    join: 'JOIN customer f ON f.id = t.from_id',
    columns: ['f.member_no', 't.state', 'NULL', 'NULL', 't.undone_by_name'],
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

function statementOf(kind: TimeLineKind, scope: TimeLineScope): string {
  const { storeIds, notes, healthIsClosed, isNeutral } = scope;
  const source = SOURCES[kind];
  const { table, at, client = 'customer_id', store = 'store_id', id = 't.id' } = source;
  const [name, state, amount, extra, by] = source.columns;
  const title = isNeutral ? (source.neutralTitle ?? name) : name;
  const only = [
    ...(source.only === undefined ? [] : [source.only]),
    ...(source.ofStores === true ? [`t.store_id IN (${placeholders(storeIds)})`] : []),
    ...(source.ofNotes === true ? [`t.visibility IN (${placeholders(notes)})`] : []),
    ...(healthIsClosed && source.health !== undefined ? [`NOT (${source.health})`] : []),
  ];
  return `SELECT ${id} AS id, t.${at} AS at, ${title} AS title, ${state} AS state, ${amount} AS amountFen,
      ${extra} AS extra, ${by} AS byName, ${store === null ? 'NULL' : 's.name'} AS storeName,
      ${store === null ? 'NULL' : 's.time_zone'} AS timeZone
    FROM ${table} t ${store === null ? '' : `LEFT JOIN store s ON s.id = t.${store}`} ${source.join ?? ''}
    WHERE ${source.clientOf ?? `t.${client}`} = ? AND t.${at} <= ? AND (t.${at} < ? OR ${id} < ?)
      ${only.map((one) => `AND ${one}`).join(' ')}
    ORDER BY t.${at} DESC, ${source.order ?? 't.id'} DESC LIMIT ?`;
}

/** What of one kind happened with a client after a place of her time line, latest first. */
export async function entriesOf(
  reader: Reader,
  kind: TimeLineKind,
  customerId: string,
  after: Place,
  scope: TimeLineScope,
  limit: number,
): Promise<TimeLineEntry[]> {
  const { ofStores, ofNotes } = SOURCES[kind];
  const among = ofStores === true ? scope.storeIds : ofNotes === true ? scope.notes : undefined;
  if (among?.length === 0) return [];
  const { at, belowId } = boundOf(kind, after);
  const rows = await reader.rows<Row>(statementOf(kind, scope), [
    ...[customerId, at, at, belowId],
    ...(among ?? []),
    limit,
  ]);
  return rows.map((row) => ({
    ...{ ...row, kind, title: row.title ?? '' },
    ...{ amountFen: numberOr(row.amountFen), extra: numberOr(row.extra) },
  }));
}
