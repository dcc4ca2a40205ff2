import {
  insertSql,
  isDuplicateKey,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { Counted } from '../rules/count.js';
import type { CountedTender } from '../rules/tenders.js';

/** The till in one person's hands. */
export interface TillShift {
  readonly id: string;
  readonly storeId: string;
  readonly onDate: string;
  /** Cash that was in it at the start, in fen. */
  readonly floatFen: number;
  /** What belongs to it is what the books wrote after the one entry and up to the other. */
  readonly afterTxId: number;
  readonly untilTxId: number | null;
  readonly openedBy: string;
  readonly openedName: string;
  readonly openedAt: Date;
  readonly closedName: string | null;
  readonly closedAt: Date | null;
}

const SELECT = `SELECT id, store_id AS storeId, on_date AS onDate, float_fen AS floatFen,
    after_tx_id AS afterTxId, until_tx_id AS untilTxId, opened_by AS openedBy, opened_name AS openedName,
    opened_at AS openedAt, closed_name AS closedName, closed_at AS closedAt FROM till_shift`;

type Amounts = 'floatFen' | 'afterTxId' | 'untilTxId';
type Row = Omit<TillShift, Amounts> & Record<Amounts, unknown>;

const toShift = (row: Row): TillShift => ({
  ...row,
  floatFen: toSafeInteger(row.floatFen),
  afterTxId: toSafeInteger(row.afterTxId),
  untilTxId: row.untilTxId === null ? null : toSafeInteger(row.untilTxId),
});

async function shifts(
  reader: Reader,
  rest: string,
  params: readonly unknown[],
): Promise<TillShift[]> {
  return (await reader.rows<Row>(`${SELECT} ${rest}`, params)).map(toShift);
}

/** The shift that is open in a store now. */
export async function openShiftOf(reader: Reader, storeId: string): Promise<TillShift | undefined> {
  return (await shifts(reader, 'WHERE store_id = ? AND is_open = 1', [storeId]))[0];
}

export async function shiftById(reader: Reader, id: string): Promise<TillShift | undefined> {
  return (await shifts(reader, 'WHERE id = ?', [id]))[0];
}

export async function lockShift(tx: Tx, id: string): Promise<TillShift | undefined> {
  return (await shifts(tx, 'WHERE id = ? FOR UPDATE', [id]))[0];
}

export function shiftsOfDay(reader: Reader, storeId: string, date: string): Promise<TillShift[]> {
  return shifts(reader, 'WHERE store_id = ? AND on_date = ? ORDER BY opened_at, id', [
    storeId,
    date,
  ]);
}

/** @throws Refusal SHIFT_OPEN */
export async function insertShift(
  tx: Tx,
  shift: Omit<TillShift, 'untilTxId' | 'closedName' | 'closedAt'>,
): Promise<void> {
  const columns = {
    ...{ id: shift.id, store_id: shift.storeId, on_date: shift.onDate, is_open: 1 },
    ...{ float_fen: shift.floatFen, after_tx_id: shift.afterTxId, opened_by: shift.openedBy },
    ...{ opened_name: shift.openedName, opened_at: shift.openedAt },
  };
  await tx
    .run(insertSql('till_shift', Object.keys(columns), 1), Object.values(columns))
    .catch((error: unknown) => {
      if (isDuplicateKey(error, 'uq_till_shift_open')) return refuse('SHIFT_OPEN');
      throw error;
    });
}

export async function endShift(
  tx: Tx,
  id: string,
  end: {
    readonly untilTxId: number;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(
    `UPDATE till_shift SET is_open = NULL, until_tx_id = ?, closed_by = ?, closed_name = ?, closed_at = ?
     WHERE id = ?`,
    [end.untilTxId, end.by.id, end.by.name, end.at, id],
  );
}

const COUNT_COLUMNS = ['tender', 'expected_fen', 'counted_fen', 'difference_fen', 'reason_cipher'];

export async function insertShiftCounts(
  tx: Tx,
  shiftId: string,
  counts: readonly Counted[],
): Promise<void> {
  await tx.run(
    insertSql('till_shift_count', ['shift_id', ...COUNT_COLUMNS], counts.length),
    counts.flatMap((count) => [shiftId, ...countValues(count)]),
  );
}

export const countValues = (count: Counted): unknown[] => [
  ...[count.tender, count.expectedFen, count.countedFen, count.differenceFen],
  sealedFor(null, count.reason),
];

export interface CountRow {
  readonly tender: CountedTender;
  readonly expectedFen: unknown;
  readonly countedFen: unknown;
  readonly differenceFen: unknown;
  readonly reason: string | null;
}

export const toCounted = (row: CountRow): Counted => ({
  ...{ tender: row.tender, expectedFen: toSafeInteger(row.expectedFen) },
  ...{ countedFen: toSafeInteger(row.countedFen), reason: row.reason },
  differenceFen: toSafeInteger(row.differenceFen),
});

export const COUNT_FIELDS = `tender, expected_fen AS expectedFen, counted_fen AS countedFen,
    difference_fen AS differenceFen, ${wordsOf('c.reason')} AS reason`;

export async function countsOfShift(reader: Reader, shiftId: string): Promise<Counted[]> {
  const sql = `SELECT ${COUNT_FIELDS} FROM till_shift_count c WHERE shift_id = ? ORDER BY tender`;
  return (await reader.rows<CountRow>(sql, [shiftId])).map(toCounted);
}
