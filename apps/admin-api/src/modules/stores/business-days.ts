import type { LocalDate } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { toSafeInteger } from '../../platform/database/index.js';

/** A store's day as the desk keeps it. */
export interface BusinessDay {
  readonly storeId: string;
  readonly date: LocalDate;
  readonly state: 'open' | 'closed';
  /** Number of the last bill. */
  readonly lastNo: number;
}

interface DayRow {
  readonly state: BusinessDay['state'];
  readonly lastNo: unknown;
}

const SELECT = `SELECT state, last_no AS lastNo FROM business_day WHERE store_id = ? AND on_date = ?`;

/** Locks a store's day, making sure that it exists: payments, reversals and the close come one after the other. */
export async function lockDay(tx: Tx, storeId: string, date: LocalDate): Promise<BusinessDay> {
  await tx.run(
    `INSERT INTO business_day (store_id, on_date, state, last_no) VALUES (?, ?, 'open', 0)
     ON DUPLICATE KEY UPDATE last_no = last_no`,
    [storeId, date],
  );
  const row = await tx.row<DayRow>(`${SELECT} FOR UPDATE`, [storeId, date]);
  if (!row) throw new Error('the day was just made sure of');
  return { storeId, date, state: row.state, lastNo: toSafeInteger(row.lastNo) };
}

/** Locks a day on which money may still move. @throws Refusal DAY_CLOSED */
export async function lockOpenDay(tx: Tx, storeId: string, date: LocalDate): Promise<BusinessDay> {
  const day = await lockDay(tx, storeId, date);
  return day.state === 'closed' ? refuse('DAY_CLOSED', { extras: { date } }) : day;
}

/** The next number of a bill of that day; the caller holds the day's lock, so that none is left out. */
export async function nextBillNo(tx: Tx, day: BusinessDay): Promise<number> {
  const no = day.lastNo + 1;
  await tx.run('UPDATE business_day SET last_no = ? WHERE store_id = ? AND on_date = ?', [
    ...[no, day.storeId, day.date],
  ]);
  return no;
}

export async function closeDay(tx: Tx, day: BusinessDay, at: Date): Promise<void> {
  await tx.run(
    `UPDATE business_day SET state = 'closed', closed_at = ? WHERE store_id = ? AND on_date = ?`,
    [at, day.storeId, day.date],
  );
}

/** Whether the day was closed. */
export async function isDayClosed(
  reader: Reader,
  storeId: string,
  date: LocalDate,
): Promise<boolean> {
  return (await reader.row<DayRow>(SELECT, [storeId, date]))?.state === 'closed';
}
