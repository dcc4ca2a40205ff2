import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';

/** Hours of a weekday that a store keeps for members until shortly before. */
export interface PeakTime {
  /** 1 is Monday. */
  readonly weekday: number;
  /** Minutes since local midnight, 0 to 1440. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** How many hours before they begin they are everybody's. */
  readonly releaseHours: number;
}

/** A store's peak times, in the order of the week. */
export function peakTimesOf(reader: Reader, storeId: string): Promise<PeakTime[]> {
  return reader.rows<PeakTime>(
    `SELECT weekday, from_minute AS fromMinute, to_minute AS toMinute, release_hours AS releaseHours
     FROM peak_time WHERE store_id = ? ORDER BY weekday, from_minute`,
    [storeId],
  );
}

/** Decides a store's peak times, all of them. */
export async function savePeakTimes(
  tx: Tx,
  storeId: string,
  peaks: readonly PeakTime[],
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run('DELETE FROM peak_time WHERE store_id = ?', [storeId]);
  if (peaks.length === 0) return;
  const columns = ['store_id', 'weekday', 'from_minute', 'to_minute', 'release_hours'];
  const who = ['changed_at', 'changed_by'];
  const rows = peaks.flatMap(({ weekday, fromMinute, toMinute, releaseHours }) => [
    ...[storeId, weekday, fromMinute, toMinute, releaseHours, by.at, by.staffId],
  ]);
  await tx.run(insertSql('peak_time', [...columns, ...who], peaks.length), rows);
}
