import type { LocalDate } from '../../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../../platform/database/index.js';

export interface CheckIn {
  readonly onDate: LocalDate;
  /** The so-many-th day in a row. */
  readonly streak: number;
  readonly points: number;
}

/** Its primary key lets a day be checked in once. */
export const DAY_KEY = 'PRIMARY';

export function lastCheckIn(reader: Reader, customerId: string): Promise<CheckIn | undefined> {
  return reader.row<CheckIn>(
    `SELECT on_date AS onDate, streak, points FROM check_in WHERE customer_id = ?
     ORDER BY on_date DESC LIMIT 1`,
    [customerId],
  );
}

export async function insertCheckIn(
  tx: Tx,
  customerId: string,
  { onDate, streak, points }: CheckIn,
  at: Date,
): Promise<void> {
  await tx.run(
    'INSERT INTO check_in (customer_id, on_date, streak, points, at) VALUES (?, ?, ?, ?, ?)',
    [customerId, onDate, streak, points, at],
  );
}
