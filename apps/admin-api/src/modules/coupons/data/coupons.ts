import type { CouponSource, CouponState } from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';
import {
  fromJsonColumn,
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { CouponTerms } from '../rules/coupon-terms.js';

/** A client's coupon with the terms it was issued under. */
export interface Coupon {
  readonly id: string;
  /** As people read it out. */
  readonly no: number;
  readonly templateId: string;
  readonly customerId: string;
  readonly source: CouponSource;
  readonly state: CouponState;
  readonly terms: CouponTerms;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  /** When its last day is over where it was issued. */
  readonly expiresAt: Date;
  /** The store that issued it. */
  readonly storeId: string;
  readonly lotId: number;
  /** Its number among the coupons of this template that the client had. */
  readonly seq: number;
  /** How often it was used, returned uses included. */
  readonly uses: number;
  readonly issuedAt: Date;
  readonly endedAt: Date | null;
  /** The open bill that has it in hand. */
  readonly heldByBillId: string | null;
}

export interface NewCoupon extends Omit<
  Coupon,
  'no' | 'state' | 'uses' | 'endedAt' | 'heldByBillId'
> {
  readonly templateVersion: number;
  readonly issueKey: string | null;
}

interface CouponRow extends Omit<Coupon, 'no' | 'terms' | 'lotId'> {
  readonly no: unknown;
  readonly terms: unknown;
  readonly lotId: unknown;
}

const SELECT = `SELECT c.id, c.no, c.template_id AS templateId, c.customer_id AS customerId, c.seq, c.source,
    c.state, c.terms, c.valid_from AS validFrom, c.valid_until AS validUntil,
    c.expires_at AS expiresAt, c.store_id AS storeId, c.lot_id AS lotId, c.uses,
    c.issued_at AS issuedAt, c.ended_at AS endedAt, h.bill_id AS heldByBillId
  FROM coupon c LEFT JOIN coupon_hold h ON h.coupon_id = c.id`;

const toCoupon = (row: CouponRow): Coupon => ({
  ...row,
  no: toSafeInteger(row.no),
  lotId: toSafeInteger(row.lotId),
  terms: fromJsonColumn(row.terms) as CouponTerms,
});

async function some(reader: Reader, where: string, values: readonly unknown[]): Promise<Coupon[]> {
  return (await reader.rows<CouponRow>(`${SELECT} ${where}`, values)).map(toCoupon);
}

export async function couponById(reader: Reader, id: string): Promise<Coupon | undefined> {
  return (await some(reader, 'WHERE c.id = ?', [id]))[0];
}

export async function couponsByIds(reader: Reader, ids: readonly string[]): Promise<Coupon[]> {
  return ids.length === 0 ? [] : some(reader, `WHERE c.id IN (${placeholders(ids)})`, ids);
}

/** The coupon that a rule issued under this key. */
export async function couponByKey(reader: Reader, key: string): Promise<Coupon | undefined> {
  return (await some(reader, 'WHERE c.issue_key = ?', [key]))[0];
}

/** What a client has that is not over yet; those that end first come first. */
export function liveCouponsOf(reader: Reader, customerId: string): Promise<Coupon[]> {
  const where = `WHERE c.customer_id = ? AND c.state IN ('issued', 'held')
    ORDER BY c.valid_until, c.id`;
  return some(reader, where, [customerId]);
}

/** A client's coupons of some states, the latest first. */
export function couponsOf(
  reader: Reader,
  customerId: string,
  states: readonly CouponState[],
  limit: number,
): Promise<Coupon[]> {
  const where = `WHERE c.customer_id = ? AND c.state IN (${placeholders(states)})
    ORDER BY COALESCE(c.ended_at, c.issued_at) DESC, c.id DESC LIMIT ?`;
  return some(reader, where, [customerId, ...states, limit]);
}

/** How many coupons of each of these templates a client has had. */
export async function hadOf(
  reader: Reader,
  customerId: string,
  templateIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (templateIds.length === 0) return new Map();
  const rows = await reader.rows<{ templateId: string; had: unknown }>(
    `SELECT template_id AS templateId, MAX(seq) AS had FROM coupon
     WHERE customer_id = ? AND template_id IN (${placeholders(templateIds)}) GROUP BY template_id`,
    [customerId, ...templateIds],
  );
  return new Map(rows.map((row) => [row.templateId, toSafeInteger(row.had)]));
}

/** How many coupons of one template each of these clients has had; who had none is not there. */
export async function hadOfClients(
  reader: Reader,
  customerIds: readonly string[],
  templateId: string,
): Promise<ReadonlyMap<string, number>> {
  if (customerIds.length === 0) return new Map();
  const rows = await reader.rows<{ customerId: string; had: unknown }>(
    `SELECT customer_id AS customerId, MAX(seq) AS had FROM coupon
     WHERE template_id = ? AND customer_id IN (${placeholders(customerIds)}) GROUP BY customer_id`,
    [templateId, ...customerIds],
  );
  return new Map(rows.map((row) => [row.customerId, toSafeInteger(row.had)]));
}

/** Locks a coupon, which orders all who use, return, expire, revoke or move it. */
export async function lockCoupon(tx: Tx, id: string): Promise<Coupon | undefined> {
  // The join's other side is read under the same lock: a hold comes and goes only with its coupon locked.
  await tx.row('SELECT id FROM coupon WHERE id = ? FOR UPDATE', [id]);
  return couponById(tx, id);
}

/** Locks every coupon of a file, in the order of their ids. */
export async function lockCouponsOf(tx: Tx, customerId: string): Promise<Coupon[]> {
  await tx.rows('SELECT id FROM coupon WHERE customer_id = ? ORDER BY id FOR UPDATE', [customerId]);
  return some(tx, 'WHERE c.customer_id = ? ORDER BY c.id', [customerId]);
}

/** Coupons whose last day is over and that nobody holds, the oldest first. */
export async function dueCoupons(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT id FROM coupon WHERE state = 'issued' AND expires_at <= ? ORDER BY expires_at LIMIT ?`,
    [now, limit],
  );
  return rows.map(({ id }) => id);
}

const COLUMNS = [
  ...[
    'id',
    'template_id',
    'template_version',
    'customer_id',
    'seq',
    'issue_key',
    'source',
    'state',
  ],
  ...[
    'terms',
    'valid_from',
    'valid_until',
    'expires_at',
    'store_id',
    'lot_id',
    'uses',
    'issued_at',
  ],
];

export async function insertCoupon(tx: Tx, coupon: NewCoupon): Promise<void> {
  await tx.run(insertSql('coupon', COLUMNS, 1), [
    ...[coupon.id, coupon.templateId, coupon.templateVersion, coupon.customerId, coupon.seq],
    ...[coupon.issueKey, coupon.source, 'issued', JSON.stringify(coupon.terms), coupon.validFrom],
    ...[coupon.validUntil, coupon.expiresAt, coupon.storeId, coupon.lotId, 0, coupon.issuedAt],
  ]);
}

/** Changes the state of a locked coupon. @param endedAt null while it is alive */
export async function setState(
  tx: Tx,
  id: string,
  state: CouponState,
  endedAt: Date | null,
): Promise<void> {
  await tx.run('UPDATE coupon SET state = ?, ended_at = ? WHERE id = ?', [state, endedAt, id]);
}

/** Marks a locked coupon used once more. */
export async function setUsed(tx: Tx, id: string, at: Date): Promise<void> {
  const sql = `UPDATE coupon SET state = 'used', ended_at = ?, uses = uses + 1 WHERE id = ?`;
  await tx.run(sql, [at, id]);
}

/** A coupon that came back has a lot of its own again, and its days. */
export async function setReturned(
  tx: Tx,
  id: string,
  back: { readonly lotId: number; readonly validUntil: LocalDate; readonly expiresAt: Date },
): Promise<void> {
  await tx.run(
    `UPDATE coupon SET state = 'issued', ended_at = NULL, lot_id = ?, valid_until = ?, expires_at = ?
     WHERE id = ?`,
    [back.lotId, back.validUntil, back.expiresAt, id],
  );
}

/** Gives a locked coupon to another file. */
export async function setOwner(
  tx: Tx,
  id: string,
  owner: { readonly customerId: string; readonly seq: number; readonly lotId: number },
): Promise<void> {
  const { customerId, seq, lotId } = owner;
  const sql = 'UPDATE coupon SET customer_id = ?, seq = ?, lot_id = ? WHERE id = ?';
  await tx.run(sql, [customerId, seq, lotId, id]);
}
