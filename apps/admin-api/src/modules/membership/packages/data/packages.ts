import type { OwnReasonBasis, PackageKind, PackageState, PackageTender } from '@yance/shared-types';
import type { LocalDate } from '../../../../platform/clock/index.js';
import { groupBy } from '../../../../platform/collections/index.js';
import {
  insertSql,
  placeholders,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
  type Words,
} from '../../../../platform/database/index.js';
import { insertOwner } from './package-owners.js';

/** One entitlement of a package: so many sessions of one service or of any of several. */
export interface PackageItem {
  /** Also the owner of its ledger accounts. */
  readonly id: string;
  readonly packageId: string;
  readonly seq: number;
  readonly name: string;
  readonly sessions: number;
  readonly giftSessions: number;
  /** Of one session before discount, in fen; of the whole card for a card by time. */
  readonly listPriceFen: number;
  /** Its share of what was paid, in fen; null while unpaid. */
  readonly paidFen: number | null;
  readonly lotId: number | null;
  /** The last day of a card by time whose share is revenue. */
  readonly sharedThrough: LocalDate | null;
  readonly serviceIds: readonly string[];
}

/** A package or card by time that was bought, with the terms of its day. Amounts in fen. */
export interface Package {
  readonly id: string;
  readonly customerId: string;
  /** That sold it. */
  readonly storeId: string;
  readonly planId: string;
  readonly kind: PackageKind;
  readonly name: string;
  readonly priceFen: number;
  /** What is worth something in it: the price less what bonus paid; null while unpaid. */
  readonly paidFen: number | null;
  readonly listPriceFen: number;
  readonly validDays: number | null;
  readonly usesPerDay: number | null;
  readonly validEverywhere: boolean;
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  /** The client had a package before: no days without a reason. */
  readonly renewal: boolean;
  readonly tender: PackageTender;
  readonly tenderReference: string | null;
  readonly orderNo: string | null;
  readonly state: PackageState;
  readonly paidOn: LocalDate | null;
  /** The last day; null without one. */
  readonly expiresOn: LocalDate | null;
  /** Since when it is frozen; null when it is not. */
  readonly frozenOn: LocalDate | null;
  readonly txId: number | null;
  readonly entryNo: string | null;
  readonly reverseTxId: number | null;
  readonly reverseReason: string | null;
  readonly convertedFrom: string | null;
  /** The bill and the line of it that sold this; null elsewhere. */
  readonly billId: string | null;
  readonly billLine: number | null;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly version: number;
  readonly items: readonly PackageItem[];
}

type Row = Omit<Package, 'validEverywhere' | 'renewal' | 'txId' | 'reverseTxId' | 'items'> &
  Record<'validEverywhere' | 'renewal' | 'txId' | 'reverseTxId', unknown>;
type ItemRow = Omit<PackageItem, 'lotId' | 'serviceIds'> & { readonly lotId: unknown };

const FIELDS = {
  id: 'id',
  customerId: 'customer_id',
  storeId: 'store_id',
  planId: 'plan_id',
  kind: 'kind',
  name: 'name',
  priceFen: 'price_fen',
  paidFen: 'paid_fen',
  listPriceFen: 'list_price_fen',
  validDays: 'valid_days',
  usesPerDay: 'uses_per_day',
  validEverywhere: 'valid_everywhere',
  refundTerms: 'refund_terms',
  ownReasonBasis: 'own_reason_basis',
  renewal: 'renewal',
  tender: 'tender',
  tenderReference: 'tender_reference',
  orderNo: 'order_no',
  state: 'state',
  paidOn: 'paid_on',
  expiresOn: 'expires_on',
  frozenOn: 'frozen_on',
  txId: 'tx_id',
  entryNo: 'entry_no',
  reverseTxId: 'reverse_tx_id',
  reverseReason: 'reverse_reason_cipher',
  convertedFrom: 'converted_from',
  billId: 'bill_id',
  billLine: 'bill_line',
  byKind: 'by_kind',
  byId: 'by_id',
  byName: 'by_name',
  createdAt: 'created_at',
  settledAt: 'settled_at',
  version: 'version',
} as const satisfies Record<Exclude<keyof Package, 'items'>, string>;

const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];
const columnOf = (name: keyof typeof FIELDS): string =>
  name === 'reverseReason' ? wordsOf('p.reverse_reason') : `p.${FIELDS[name]}`;
const SELECT = `SELECT ${NAMES.map((name) => `${columnOf(name)} AS ${name}`).join(', ')} FROM package p`;

const optional = (value: unknown): number | null => (value === null ? null : toSafeInteger(value));

async function packages(
  reader: Reader,
  rest: string,
  params: readonly unknown[],
): Promise<Package[]> {
  const rows = await reader.rows<Row>(`${SELECT} ${rest}`, params);
  const items = await itemsOf(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    validEverywhere: row.validEverywhere === 1,
    renewal: row.renewal === 1,
    txId: optional(row.txId),
    reverseTxId: optional(row.reverseTxId),
    items: items.get(row.id) ?? [],
  }));
}

async function itemsOf(
  reader: Reader,
  packageIds: readonly string[],
): Promise<Map<string, PackageItem[]>> {
  if (packageIds.length === 0) return new Map();
  const among = placeholders(packageIds);
  const rows = await reader.rows<ItemRow>(
    `SELECT i.id, i.package_id AS packageId, i.seq, i.name, i.sessions, i.gift_sessions AS giftSessions,
       i.list_price_fen AS listPriceFen, i.paid_fen AS paidFen, i.lot_id AS lotId,
       i.shared_through AS sharedThrough
     FROM package_item i WHERE i.package_id IN (${among}) ORDER BY i.package_id, i.seq`,
    packageIds,
  );
  const services = await reader.rows<{ itemId: string; serviceId: string }>(
    `SELECT s.item_id AS itemId, s.service_id AS serviceId
     FROM package_item_service s JOIN package_item i ON i.id = s.item_id
     WHERE i.package_id IN (${among}) ORDER BY s.item_id, s.service_id`,
    packageIds,
  );
  const servicesOf = groupBy(services, (row) => row.itemId);
  const items = rows.map((row) => ({
    ...row,
    lotId: optional(row.lotId),
    serviceIds: (servicesOf.get(row.id) ?? []).map(({ serviceId }) => serviceId),
  }));
  return groupBy(items, (item) => item.packageId);
}

export async function packageById(reader: Reader, id: string): Promise<Package | undefined> {
  return (await packages(reader, 'WHERE p.id = ?', [id]))[0];
}

export function packagesByIds(reader: Reader, ids: readonly string[]): Promise<Package[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return packages(reader, `WHERE p.id IN (${placeholders(ids)}) ORDER BY p.id`, ids);
}

/** The packages that a bill sold, in the order of its lines. */
export function packagesOfBill(reader: Reader, billId: string): Promise<Package[]> {
  return packages(reader, 'WHERE p.bill_id = ? ORDER BY p.bill_line', [billId]);
}

/** Locks one package: its row orders everything that happens to it, and its items and lots stand still. */
export async function lockPackage(tx: Tx, id: string): Promise<Package | undefined> {
  return (await packages(tx, 'WHERE p.id = ? FOR UPDATE', [id]))[0];
}

/** Locks all packages of a client that can be used, in the order of their ids. */
export function lockActivePackages(tx: Tx, customerId: string): Promise<Package[]> {
  const rest = `WHERE p.customer_id = ? AND p.state = 'active' ORDER BY p.id FOR UPDATE`;
  return packages(tx, rest, [customerId]);
}

/** A client's packages that were paid for, those in use first, then latest first. */
export function packagesOf(reader: Reader, customerId: string): Promise<Package[]> {
  const rest = `WHERE p.customer_id = ? AND p.state NOT IN ('pending', 'closed')
    ORDER BY p.state <> 'active', p.id DESC LIMIT 200`;
  return packages(reader, rest, [customerId]);
}

/** A client's packages in use. */
export function packagesInUse(reader: Reader, customerId: string): Promise<Package[]> {
  const rest = `WHERE p.customer_id = ? AND p.state = 'active' ORDER BY p.id LIMIT 200`;
  return packages(reader, rest, [customerId]);
}

/** What her orders of packages that may still be paid would bring, in fen. */
export async function openPackageFen(reader: Reader, customerId: string): Promise<number> {
  const row = await reader.row<{ sum: unknown }>(
    `SELECT COALESCE(SUM(price_fen), 0) AS sum FROM package WHERE customer_id = ? AND state = 'pending'`,
    [customerId],
  );
  return toSafeInteger(row?.sum ?? 0);
}

/** The packages behind these payment orders, by order number. */
export async function packagesOfOrders(
  reader: Reader,
  orderNos: readonly string[],
): Promise<Map<string, Package>> {
  if (orderNos.length === 0) return new Map();
  const found = await packages(reader, `WHERE p.order_no IN (${placeholders(orderNos)})`, orderNos);
  return new Map(found.flatMap((one) => (one.orderNo === null ? [] : [[one.orderNo, one]])));
}

/**
 * A store's packages in use whose date has passed, the longest first. What was used up does not crowd out what was not,
 * and what is on its way back waits for nobody here.
 */
export function pastDate(
  reader: Reader,
  today: LocalDate,
  { storeId, limit }: { readonly storeId: string; readonly limit: number },
): Promise<Package[]> {
  const rest = `WHERE p.state = 'active' AND p.kind <> 'time' AND p.frozen_on IS NULL AND p.expires_on < ?
      AND p.store_id = ?
      AND EXISTS (SELECT 1 FROM package_item i WHERE i.package_id = p.id AND i.sessions > 0
        AND i.sessions + i.gift_sessions >
          (SELECT COUNT(*) FROM session_use u WHERE u.item_id = i.id AND u.state = 'done'))
      AND NOT EXISTS (SELECT 1 FROM stored_value_refund r WHERE r.customer_id = p.customer_id
        AND r.package_id = p.id AND r.is_open = 1)
    ORDER BY p.expires_on, p.id LIMIT ?`;
  return packages(reader, rest, [today, storeId, limit]);
}

/** Cards by time with days that are not shared yet, through `yesterday`. */
export async function timeCardsToShare(
  reader: Reader,
  yesterday: LocalDate,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT p.id FROM package p JOIN package_item i ON i.package_id = p.id
     WHERE p.kind = 'time' AND p.state = 'active' AND p.frozen_on IS NULL AND i.shared_through < ?
       AND i.shared_through < p.expires_on
     ORDER BY i.shared_through, p.id LIMIT ?`,
    [yesterday, limit],
  );
  return rows.map(({ id }) => id);
}

/** Whether the client bought a package before, and it was not a wrong entry. */
export async function hasPackageBefore(reader: Reader, customerId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM package WHERE customer_id = ? AND state NOT IN ('pending', 'closed', 'reversed') LIMIT 1`;
  return (await reader.row(sql, [customerId])) !== undefined;
}

/** Whether a package was sold by this entry. */
export async function soldWith(reader: Reader, txId: number): Promise<boolean> {
  return (await reader.row('SELECT 1 FROM package WHERE tx_id = ?', [txId])) !== undefined;
}

export async function insertPackage(tx: Tx, made: Package): Promise<void> {
  const values = NAMES.map((name) => {
    const value = made[name];
    return typeof value === 'boolean' ? Number(value) : value;
  });
  await tx.run(
    insertSql(
      'package',
      NAMES.map((name) => FIELDS[name]),
      1,
    ),
    values,
  );
  const columns = [
    ...['id', 'package_id', 'seq', 'name', 'sessions', 'gift_sessions', 'list_price_fen'],
  ];
  await tx.run(
    insertSql('package_item', columns, made.items.length),
    made.items.flatMap((item) => [
      ...[item.id, made.id, item.seq, item.name, item.sessions, item.giftSessions],
      item.listPriceFen,
    ]),
  );
  const services = made.items.flatMap((item) => item.serviceIds.map((one) => [item.id, one]));
  await tx.run(
    insertSql('package_item_service', ['item_id', 'service_id'], services.length),
    services.flat(),
  );
  await insertOwner(tx, made.id, 0, made.customerId, made.createdAt);
}

/** What a paid sale writes into the package's row and those of its items. */
export interface PackageCredit {
  readonly paidFen: number;
  readonly paidOn: LocalDate;
  readonly expiresOn: LocalDate | null;
  readonly txId: number;
  readonly entryNo: string;
  readonly at: Date;
  readonly items: readonly {
    readonly id: string;
    readonly lotId: number;
    readonly paidFen: number;
    readonly sharedThrough: LocalDate | null;
  }[];
}

export async function settlePackage(tx: Tx, id: string, credit: PackageCredit): Promise<void> {
  await tx.run(
    `UPDATE package SET state = 'active', paid_fen = ?, paid_on = ?, expires_on = ?, tx_id = ?, entry_no = ?,
       settled_at = ? WHERE id = ?`,
    [
      ...[credit.paidFen, credit.paidOn, credit.expiresOn, credit.txId, credit.entryNo],
      ...[credit.at, id],
    ],
  );
  for (const item of credit.items) {
    await tx.run(
      'UPDATE package_item SET lot_id = ?, paid_fen = ?, shared_through = ? WHERE id = ?',
      [item.lotId, item.paidFen, item.sharedThrough, item.id],
    );
  }
}

export async function closePackage(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(`UPDATE package SET state = 'closed', settled_at = ? WHERE id = ?`, [at, id]);
}

/** What may change of a package that was sold. Its row is locked. */
export interface PackagePatch {
  readonly state?: PackageState;
  readonly customerId?: string;
  readonly expiresOn?: LocalDate | null;
  readonly frozenOn?: LocalDate | null;
  readonly reverseTxId?: number;
  readonly reverseReason?: Words | null;
}

/** @returns the version that the change made, which is also its place in the history */
export async function changePackage(tx: Tx, known: Package, patch: PackagePatch): Promise<number> {
  const names = Object.keys(patch) as (keyof PackagePatch)[];
  const version = known.version + 1;
  await tx.run(
    `UPDATE package SET ${[...names.map((name) => `${FIELDS[name]} = ?`), 'version = ?'].join(', ')} WHERE id = ?`,
    [...names.map((name) => patch[name]), version, known.id],
  );
  return version;
}

/** Packages past their date whose gifts were not looked at since. */
export async function withGiftsPastDate(
  reader: Reader,
  latest: LocalDate,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    `SELECT DISTINCT p.id FROM package p JOIN package_item i ON i.package_id = p.id
     WHERE p.state = 'active' AND p.frozen_on IS NULL AND p.expires_on < ?
       AND i.gift_sessions > 0 AND i.gifts_ended = 0 ORDER BY p.id LIMIT ?`,
    [latest, limit],
  );
  return rows.map(({ id }) => id);
}

/** Nothing of an item's gifts is left to end. */
export async function giftsLookedAt(tx: Tx, itemId: string): Promise<void> {
  await tx.run('UPDATE package_item SET gifts_ended = 1 WHERE id = ?', [itemId]);
}

/** A package got more time: what is left of its gifts ends with the new date. */
export async function lookForGiftsAgain(tx: Tx, packageId: string): Promise<void> {
  await tx.run('UPDATE package_item SET gifts_ended = 0 WHERE package_id = ?', [packageId]);
}

export async function shareThrough(tx: Tx, itemId: string, day: LocalDate): Promise<void> {
  await tx.run('UPDATE package_item SET shared_through = ? WHERE id = ?', [day, itemId]);
}
