import {
  fromJsonColumn,
  insertSql,
  isDuplicateKey,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
  type Words,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { UNFINISHED, type Bill, type BillState } from '../rules/bill.js';

const FIELDS = {
  id: 'id',
  storeId: 'store_id',
  onDate: 'on_date',
  no: 'no',
  customerId: 'customer_id',
  appointmentId: 'appointment_id',
  state: 'state',
  version: 'version',
  note: 'note',
  listFen: 'list_fen',
  payFen: 'pay_fen',
  paidFen: 'paid_fen',
  paidOn: 'paid_on',
  paidAt: 'paid_at',
  paidName: 'paid_name',
  txId: 'tx_id',
  entryNo: 'entry_no',
  copyOf: 'copy_of',
  reversedOn: 'reversed_on',
  openedName: 'opened_name',
  createdAt: 'created_at',
} as const satisfies Record<keyof Bill, string>;

type Amounts = 'listFen' | 'payFen' | 'paidFen' | 'txId' | 'no';
type BillRow = Omit<Bill, Amounts> & Record<Amounts, unknown>;

const SELECT = `SELECT ${Object.entries(FIELDS)
  .map(([name, column]) => `${name === 'note' ? wordsOf('b.note') : `b.${column}`} AS ${name}`)
  .join(', ')} FROM bill b`;

const toBill = (row: BillRow): Bill => ({
  ...row,
  no: toSafeInteger(row.no),
  listFen: toSafeInteger(row.listFen),
  payFen: toSafeInteger(row.payFen),
  paidFen: toSafeInteger(row.paidFen),
  txId: row.txId === null ? null : toSafeInteger(row.txId),
});

async function bills(reader: Reader, rest: string, params: readonly unknown[]): Promise<Bill[]> {
  return (await reader.rows<BillRow>(`${SELECT} ${rest}`, params)).map(toBill);
}

export async function billById(reader: Reader, id: string): Promise<Bill | undefined> {
  return (await bills(reader, 'WHERE b.id = ?', [id]))[0];
}

/** Locks a bill, which orders everything that happens to it. */
export async function lockBill(tx: Tx, id: string): Promise<Bill | undefined> {
  return (await bills(tx, 'WHERE b.id = ? FOR UPDATE', [id]))[0];
}

export interface BillFilter {
  readonly storeId: string;
  /** Opened, paid or reversed on that day. */
  readonly date?: string;
  readonly state?: BillState;
}

const MOST = 500;

/** Bills of a store, latest first; unfinished ones of any day where only a state is asked for. */
export function billsOfStore(
  reader: Reader,
  { storeId, date, state }: BillFilter,
): Promise<Bill[]> {
  const params: unknown[] = [storeId];
  let where = 'WHERE b.store_id = ?';
  if (date !== undefined) {
    where += ' AND ? IN (b.on_date, b.paid_on, b.reversed_on)';
    params.push(date);
  }
  if (state !== undefined) {
    where += ' AND b.state = ?';
    params.push(state);
  }
  return bills(reader, `${where} ORDER BY b.created_at DESC, b.id DESC LIMIT ${MOST}`, params);
}

/**
 * A client's bills that were paid or wait for her, latest first.
 * @param after the bill before the first of them; one that is not hers has none after it
 */
export function billsOfCustomer(
  reader: Reader,
  customerId: string,
  limit: number,
  after?: string,
): Promise<Bill[]> {
  const older = `AND (b.created_at, b.id) < (SELECT c.created_at, c.id FROM bill c
                 WHERE c.id = ? AND c.customer_id = ?)`;
  const rest = `WHERE b.customer_id = ? AND b.state IN ('awaiting', 'paid', 'reversed')
                ${after === undefined ? '' : older} ORDER BY b.created_at DESC, b.id DESC LIMIT ?`;
  const place = after === undefined ? [] : [after, customerId];
  return bills(reader, rest, [customerId, ...place, limit]);
}

/** Bills of a store that are not finished, of that day and before. */
export function unfinishedBills(reader: Reader, storeId: string, date: string): Promise<Bill[]> {
  const rest = `WHERE b.store_id = ? AND b.state IN (${placeholders(UNFINISHED)}) AND b.on_date <= ?
                ORDER BY b.on_date, b.no LIMIT ${MOST}`;
  return bills(reader, rest, [storeId, ...UNFINISHED, date]);
}

/** The bill of a visit that counts. */
export async function liveBillOfVisit(
  reader: Reader,
  appointmentId: string,
): Promise<Bill | undefined> {
  return (await bills(reader, 'WHERE b.appointment_id = ? AND b.is_live = 1', [appointmentId]))[0];
}

export interface NewBill {
  readonly id: string;
  readonly storeId: string;
  readonly onDate: string;
  readonly no: number;
  readonly customerId: string | null;
  readonly appointmentId: string | null;
  readonly copyOf: string | null;
  readonly note: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** @throws Refusal VISIT_HAS_BILL, BILL_STATE where the reversed bill was done again already */
export async function insertBill(tx: Tx, bill: NewBill): Promise<void> {
  const columns = {
    ...{ id: bill.id, store_id: bill.storeId, on_date: bill.onDate, no: bill.no },
    ...{ customer_id: bill.customerId, appointment_id: bill.appointmentId, is_live: 1 },
    ...{ state: 'open', version: 1, list_fen: 0, pay_fen: 0, paid_fen: 0 },
    ...{ copy_of: bill.copyOf, opened_by: bill.by.id, opened_name: bill.by.name },
    note_cipher: sealedFor(bill.customerId, bill.note),
    created_at: bill.at,
  };
  const names = Object.keys(columns);
  await tx.run(insertSql('bill', names, 1), Object.values(columns)).catch((error: unknown) => {
    if (isDuplicateKey(error, 'uq_bill_visit')) return refuse('VISIT_HAS_BILL');
    if (isDuplicateKey(error, 'uq_bill_copy')) return refuse('BILL_STATE');
    throw error;
  });
}

const COLUMNS = {
  customerId: 'customer_id',
  note: 'note_cipher',
  state: 'state',
  isLive: 'is_live',
  listFen: 'list_fen',
  payFen: 'pay_fen',
  paidFen: 'paid_fen',
  paidOn: 'paid_on',
  paidAt: 'paid_at',
  paidBy: 'paid_by',
  paidName: 'paid_name',
  shiftId: 'shift_id',
  txId: 'tx_id',
  entryNo: 'entry_no',
  proposal: 'proposal_cipher',
  pricing: 'pricing',
  reversedOn: 'reversed_on',
  reverseTxId: 'reverse_tx_id',
} as const;

/** What a bill becomes; its version goes up by one. The caller holds its lock. */
export async function changeBill(
  tx: Tx,
  bill: Pick<Bill, 'id' | 'version'>,
  change: Partial<Record<keyof typeof COLUMNS, string | number | Date | Words | null>>,
): Promise<void> {
  const names = Object.keys(change) as (keyof typeof COLUMNS)[];
  const sets = names.map((name) => `${COLUMNS[name]} = ?`);
  // What a version before left in the clear gives way to what is written now.
  if ('note' in change) sets.push(`note = ''`);
  if ('proposal' in change) sets.push('proposal = NULL');
  await tx.run(`UPDATE bill SET ${[...sets, 'version = ?'].join(', ')} WHERE id = ?`, [
    ...names.map((name) => change[name]),
    ...[bill.version + 1, bill.id],
  ]);
}

/** Whether a client paid a bill for something that was done or handed to her; a card alone is none. */
export async function hasPaidBill(reader: Reader, customerId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM bill b WHERE b.customer_id = ? AND b.state = 'paid' AND EXISTS (
      SELECT 1 FROM bill_line l WHERE l.bill_id = b.id AND l.kind IN ('service', 'product')
    ) LIMIT 1`;
  return (await reader.row(sql, [customerId])) !== undefined;
}

/** What the desk proposed and the client has not answered yet. */
export async function proposalOf(reader: Reader, billId: string): Promise<unknown> {
  const row = await reader.row<{ proposal: unknown }>(
    `SELECT ${wordsOf('b.proposal')} AS proposal FROM bill b WHERE b.id = ?`,
    [billId],
  );
  return row && row.proposal !== null ? fromJsonColumn(row.proposal) : undefined;
}
