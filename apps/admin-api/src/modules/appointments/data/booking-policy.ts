import type { Reader, Tx } from '../../../platform/database/index.js';
import type { HistoryLimits } from '../rules/booking-standing.js';

/** What a store decides about answers, in minutes, and about who does not come. */
export interface BookingPolicy extends HistoryLimits {
  /** How long a request may wait for the salon, counted while the store is open. */
  readonly answerMinutes: number;
  /** How long other times that were offered are kept. */
  readonly offerMinutes: number;
}

/** What holds where nobody decided. */
export const DEFAULT_POLICY: BookingPolicy = {
  ...{ answerMinutes: 120, offerMinutes: 120 },
  ...{ historyMonths: 6, mostNoShows: null, mostLateCancels: null },
};

/** A store's policy, with the version that the next change has to name. */
export interface VersionedPolicy extends BookingPolicy {
  readonly version: number;
}

/** What holds in a store now. */
export async function policyOf(reader: Reader, storeId: string): Promise<VersionedPolicy> {
  const sql = `SELECT answer_minutes AS answerMinutes, offer_minutes AS offerMinutes,
      history_months AS historyMonths, most_no_shows AS mostNoShows,
      most_late_cancels AS mostLateCancels, version
    FROM booking_policy WHERE store_id = ?`;
  return (await reader.row<VersionedPolicy>(sql, [storeId])) ?? { ...DEFAULT_POLICY, version: 0 };
}

/** Writes down what shall hold from now on. */
export async function savePolicy(
  tx: Tx,
  storeId: string,
  policy: BookingPolicy,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  const { answerMinutes, offerMinutes, historyMonths, mostNoShows, mostLateCancels } = policy;
  await tx.run(
    `INSERT INTO booking_policy (store_id, answer_minutes, offer_minutes, history_months, most_no_shows,
       most_late_cancels, version, changed_at, changed_by)
     VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
     ON DUPLICATE KEY UPDATE answer_minutes = VALUES(answer_minutes),
       offer_minutes = VALUES(offer_minutes), history_months = VALUES(history_months),
       most_no_shows = VALUES(most_no_shows), most_late_cancels = VALUES(most_late_cancels),
       version = version + 1, changed_at = VALUES(changed_at), changed_by = VALUES(changed_by)`,
    [
      ...[storeId, answerMinutes, offerMinutes, historyMonths, mostNoShows, mostLateCancels],
      ...[by.at, by.staffId],
    ],
  );
}
