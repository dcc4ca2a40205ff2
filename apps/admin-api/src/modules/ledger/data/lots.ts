import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { Lot } from '../ledger-types.js';
import type { LotPart } from '../rules/chart-of-accounts.js';
import type { BodyNewLot } from '../rules/entry-body.js';

const FACTS = [
  ...['owner_kind', 'owner_id', 'store_id', 'valid_everywhere', 'principal', 'bonus', 'units'],
  ...['unit_value', 'list_price', 'spend_order', 'payment_id', 'paid_on', 'expires_on'],
] as const satisfies readonly (keyof BodyNewLot)[];
const COLUMNS = [
  'source_tx_id',
  'source_index',
  ...FACTS,
  'principal_left',
  'bonus_left',
  'units_left',
];
const ALL = `id, ${COLUMNS.join(', ')}`;

type NumberColumn =
  | 'id'
  | 'source_tx_id'
  | 'valid_everywhere'
  | 'principal'
  | 'bonus'
  | 'units'
  | 'principal_left'
  | 'bonus_left'
  | 'units_left';

interface LotRow extends Record<NumberColumn, unknown> {
  owner_kind: Lot['ownerKind'];
  owner_id: string;
  store_id: string;
  unit_value: unknown;
  list_price: unknown;
  spend_order: Lot['spendOrder'];
  payment_id: string | null;
  paid_on: string;
  expires_on: string | null;
}

function toLot(row: LotRow): Lot {
  const optional = (value: unknown): number | null => (value === null ? null : toAmount(value));
  return {
    id: toAmount(row.id),
    sourceTxId: toAmount(row.source_tx_id),
    ownerKind: row.owner_kind,
    ownerId: row.owner_id,
    storeId: row.store_id,
    validEverywhere: toAmount(row.valid_everywhere) === 1,
    principalFen: toAmount(row.principal),
    bonusFen: toAmount(row.bonus),
    units: toAmount(row.units),
    principalLeftFen: toAmount(row.principal_left),
    bonusLeftFen: toAmount(row.bonus_left),
    unitsLeft: toAmount(row.units_left),
    unitValueFen: optional(row.unit_value),
    listPriceFen: optional(row.list_price),
    spendOrder: row.spend_order,
    paymentId: row.payment_id,
    paidOn: row.paid_on,
    expiresOn: row.expires_on,
  };
}

/** Every lot of an owner, used up or not, oldest first. */
export async function lotsOf(
  reader: Reader,
  owner: { readonly kind: Lot['ownerKind']; readonly id: string },
): Promise<Lot[]> {
  const rows = await reader.rows<LotRow>(
    `SELECT ${ALL} FROM lot WHERE owner_kind = ? AND owner_id = ? ORDER BY paid_on, id`,
    [owner.kind, owner.id],
  );
  return rows.map(toLot);
}

/** A client's lots that still hold principal or bonus: years of points and used-up top-ups are not read. */
export async function lotsWithMoney(reader: Reader, customerId: string): Promise<Lot[]> {
  const rows = await reader.rows<LotRow>(
    `SELECT ${ALL} FROM lot
     WHERE owner_kind = 'customer' AND owner_id = ? AND (principal_left > 0 OR bonus_left > 0)`,
    [customerId],
  );
  return rows.map(toLot);
}

/** Lots whose units an account holds and that are not used up; points and coupons of one client are told apart by it. */
export async function lotsWithUnits(
  reader: Reader,
  owner: { readonly kind: Lot['ownerKind']; readonly id: string },
  accountId: number,
): Promise<Lot[]> {
  const rows = await reader.rows<LotRow>(
    `SELECT ${ALL} FROM lot
     WHERE owner_kind = ? AND owner_id = ? AND units_left > 0
       AND EXISTS (SELECT 1 FROM account_line l WHERE l.lot_id = lot.id AND l.account_id = ?)`,
    [owner.kind, owner.id, accountId],
  );
  return rows.map(toLot);
}

/** The lots with these ids, in no order. */
export async function lotsByIds(reader: Reader, ids: readonly number[]): Promise<Lot[]> {
  if (ids.length === 0) return [];
  const rows = await reader.rows<LotRow>(
    `SELECT ${ALL} FROM lot WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  return rows.map(toLot);
}

/** The lots that an entry made, in their order. */
export async function lotsOfEntry(reader: Reader, txId: number): Promise<Lot[]> {
  const rows = await reader.rows<LotRow>(
    `SELECT ${ALL} FROM lot WHERE source_tx_id = ? ORDER BY source_index`,
    [txId],
  );
  return rows.map(toLot);
}

/** One insert each: an entry makes one or two, and ids of several rows in one insert are not told by every engine. */
export async function insertLots(
  tx: Tx,
  txId: number,
  lots: readonly BodyNewLot[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const [index, lot] of lots.entries()) {
    const facts = FACTS.map((name) => lot[name]);
    const { insertId } = await tx.run(insertSql('lot', COLUMNS, 1), [
      ...[txId, index, ...facts],
      ...[lot.principal, lot.bonus, lot.units],
    ]);
    ids.push(toAmount(insertId));
  }
  return ids;
}

/** How much an entry changes what is left of a lot. */
export type LotChange = Record<LotPart, number>;

/**
 * Changes what is left of lots, all in one statement. Their accounts are locked, and nothing changes a lot without a
 * movement of its account.
 */
export async function changeLots(tx: Tx, changes: ReadonlyMap<number, LotChange>): Promise<void> {
  const moved = [...changes].filter(([, change]) => Object.values(change).some((by) => by !== 0));
  if (moved.length === 0) return;
  const choose = `CASE id ${moved.map(() => 'WHEN ? THEN ?').join(' ')} END`;
  const by = (part: LotPart): number[] => moved.flatMap(([id, change]) => [id, change[part]]);
  await tx.run(
    `UPDATE lot SET principal_left = principal_left + ${choose}, bonus_left = bonus_left + ${choose},
       units_left = units_left + ${choose}
     WHERE id IN (${moved.map(() => '?').join(', ')})`,
    [...by('principal'), ...by('bonus'), ...by('units'), ...moved.map(([id]) => id)],
  );
}
