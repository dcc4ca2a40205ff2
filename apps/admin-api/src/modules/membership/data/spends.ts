import {
  insertSql,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** Her code at the desk, a tap on her phone, or a slip that she signed. */
export type SpendConsent = 'member_code' | 'tap' | 'slip';

/** A deduction and how the client agreed to it. Amounts in fen. */
export interface Spend {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly title: string;
  readonly amountFen: number;
  readonly listPriceFen: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly consent: SpendConsent;
  readonly slipNo: string | null;
  /** Which of the deductions that one slip stands for: a bill may make two. */
  readonly slipPart: number;
  /** The bill that it paid; null for a quick charge. */
  readonly billId: string | null;
  readonly state: 'done' | 'reversed';
  readonly txId: number;
  readonly entryNo: string;
  readonly reverseTxId: number | null;
  readonly reverseReason: string | null;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly disputedAt: Date | null;
  readonly disputeNote: string | null;
  readonly createdAt: Date;
}

/** What one lot gave to a deduction. */
export interface SpendLot {
  readonly lotId: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly listPriceFen: number;
}

interface SpendRow extends Omit<Spend, 'txId' | 'reverseTxId'> {
  readonly txId: unknown;
  readonly reverseTxId: unknown;
}

const FIELDS = {
  id: 'id',
  customerId: 'customer_id',
  storeId: 'store_id',
  title: 'title',
  amountFen: 'amount_fen',
  listPriceFen: 'list_price_fen',
  principalFen: 'principal_fen',
  bonusFen: 'bonus_fen',
  consent: 'consent',
  slipNo: 'slip_no',
  slipPart: 'slip_part',
  billId: 'bill_id',
  state: 'state',
  txId: 'tx_id',
  entryNo: 'entry_no',
  reverseTxId: 'reverse_tx_id',
  reverseReason: 'reverse_reason',
  byKind: 'by_kind',
  byId: 'by_id',
  byName: 'by_name',
  disputedAt: 'disputed_at',
  disputeNote: 'dispute_note',
  createdAt: 'created_at',
} as const satisfies Record<keyof Spend, string>;

/** The key that lets a slip number of a store be used once. */
export const SLIP_KEY = 'uq_wallet_spend_slip';

/** What people wrote, which lies under her key. */
const isWords = (column: string): boolean =>
  ['title', 'reverse_reason', 'dispute_note'].includes(column);

const SELECT = `SELECT ${Object.entries(FIELDS)
  .map(([name, column]) => `${isWords(column) ? wordsOf(`s.${column}`) : `s.${column}`} AS ${name}`)
  .join(', ')} FROM wallet_spend s`;

const toSpend = (row: SpendRow): Spend => ({
  ...row,
  txId: toSafeInteger(row.txId),
  reverseTxId: row.reverseTxId === null ? null : toSafeInteger(row.reverseTxId),
});

async function spends(reader: Reader, rest: string, params: readonly unknown[]): Promise<Spend[]> {
  return (await reader.rows<SpendRow>(`${SELECT} ${rest}`, params)).map(toSpend);
}

export async function spendById(reader: Reader, id: string): Promise<Spend | undefined> {
  return (await spends(reader, 'WHERE s.id = ?', [id]))[0];
}

/** Locks one deduction, which orders its reversal and its dispute. */
export async function lockSpend(tx: Tx, id: string): Promise<Spend | undefined> {
  return (await spends(tx, 'WHERE s.id = ? FOR UPDATE', [id]))[0];
}

/** The titles of deductions, by their ids. */
export async function spendTitles(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await spends(reader, `WHERE s.id IN (${placeholders(ids)})`, ids);
  return new Map(found.map(({ id, title }) => [id, title]));
}

/** The deduction that an entry made; undefined when it made none. */
export async function spendOfEntry(reader: Reader, txId: number): Promise<string | undefined> {
  const sql = 'SELECT id FROM wallet_spend WHERE tx_id = ?';
  return (await reader.row<{ id: string }>(sql, [txId]))?.id;
}

/** The lots that gave to a deduction. */
export async function lotIdsOfSpend(reader: Reader, id: string): Promise<number[]> {
  const rows = await reader.rows<{ lotId: unknown }>(
    'SELECT lot_id AS lotId FROM wallet_spend_lot WHERE spend_id = ?',
    [id],
  );
  return rows.map(({ lotId }) => toSafeInteger(lotId));
}

/** What a lot gave to one deduction, and the entries that made and undid it. */
export interface LotGiven extends SpendLot {
  readonly spendId: string;
  readonly txId: number;
  /** Null while it stands. */
  readonly reverseTxId: number | null;
}

/** All that a lot gave to deductions, also to those that were undone. */
export async function givenByLot(reader: Reader, lotId: number): Promise<LotGiven[]> {
  const rows = await reader.rows<
    Record<Exclude<keyof LotGiven, 'spendId'>, unknown> & { spendId: string }
  >(
    `SELECT l.spend_id AS spendId, l.lot_id AS lotId, l.principal_fen AS principalFen, l.bonus_fen AS bonusFen,
       l.list_price_fen AS listPriceFen, s.tx_id AS txId, s.reverse_tx_id AS reverseTxId
     FROM wallet_spend_lot l JOIN wallet_spend s ON s.id = l.spend_id
     WHERE l.lot_id = ? AND l.principal_fen + l.bonus_fen > 0`,
    [lotId],
  );
  return rows.map((row) => ({
    spendId: row.spendId,
    lotId: toSafeInteger(row.lotId),
    principalFen: toSafeInteger(row.principalFen),
    bonusFen: toSafeInteger(row.bonusFen),
    listPriceFen: toSafeInteger(row.listPriceFen),
    txId: toSafeInteger(row.txId),
    reverseTxId: row.reverseTxId === null ? null : toSafeInteger(row.reverseTxId),
  }));
}

/** A client's deductions, latest first. */
export function spendsOf(reader: Reader, customerId: string, limit: number): Promise<Spend[]> {
  const rest = 'WHERE s.customer_id = ? ORDER BY s.created_at DESC, s.id DESC LIMIT ?';
  return spends(reader, rest, [customerId, limit]);
}

export async function insertSpend(tx: Tx, spend: Spend, lots: readonly SpendLot[]): Promise<void> {
  const names = Object.keys(FIELDS) as (keyof Spend)[];
  await tx.run(
    insertSql(
      'wallet_spend',
      names.map((name) => (name === 'title' ? 'title_cipher' : FIELDS[name])),
      1,
    ),
    names.map((name) =>
      name === 'title' ? sealedFor(spend.customerId, spend.title) : spend[name],
    ),
  );
  const columns = ['spend_id', 'lot_id', 'principal_fen', 'bonus_fen', 'list_price_fen'];
  await tx.run(
    insertSql('wallet_spend_lot', columns, lots.length),
    lots.flatMap((lot) => [
      ...[spend.id, lot.lotId, lot.principalFen, lot.bonusFen, lot.listPriceFen],
    ]),
  );
}

export async function markSpendReversed(
  tx: Tx,
  { id, customerId }: Pick<Spend, 'id' | 'customerId'>,
  reverseTxId: number,
  reason: string,
): Promise<void> {
  await tx.run(
    `UPDATE wallet_spend SET state = 'reversed', reverse_tx_id = ?, reverse_reason_cipher = ? WHERE id = ?`,
    [reverseTxId, sealedFor(customerId, reason), id],
  );
}

/** The client says that it was not hers, or not like this. */
export async function markDisputed(
  tx: Tx,
  { id, customerId }: Pick<Spend, 'id' | 'customerId'>,
  note: string | null,
  at: Date,
): Promise<void> {
  await tx.run('UPDATE wallet_spend SET disputed_at = ?, dispute_note_cipher = ? WHERE id = ?', [
    ...[at, sealedFor(customerId, note), id],
  ]);
}

/** What was used of each lot and not given back: principal, bonus, and what it would have cost before discount. */
export async function usedOfLots(
  reader: Reader,
  lotIds: readonly number[],
): Promise<Map<number, SpendLot>> {
  if (lotIds.length === 0) return new Map();
  const rows = await reader.rows<Record<keyof SpendLot, unknown>>(
    `SELECT l.lot_id AS lotId, SUM(l.principal_fen) AS principalFen, SUM(l.bonus_fen) AS bonusFen,
       SUM(l.list_price_fen) AS listPriceFen
     FROM wallet_spend_lot l JOIN wallet_spend s ON s.id = l.spend_id AND s.state = 'done'
     WHERE l.lot_id IN (${placeholders(lotIds)}) GROUP BY l.lot_id`,
    lotIds,
  );
  return new Map(
    rows.map((row) => [
      toSafeInteger(row.lotId),
      {
        lotId: toSafeInteger(row.lotId),
        principalFen: toSafeInteger(row.principalFen),
        bonusFen: toSafeInteger(row.bonusFen),
        listPriceFen: toSafeInteger(row.listPriceFen),
      },
    ]),
  );
}
