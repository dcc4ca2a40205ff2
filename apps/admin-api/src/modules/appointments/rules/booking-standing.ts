/** What lately came of a client's visits. */
export interface VisitHistory {
  readonly noShows: number;
  readonly lateCancels: number;
}

/** From how many on she books by phone; null where a store does not mind. */
export interface HistoryLimits {
  readonly historyMonths: number;
  readonly mostNoShows: number | null;
  readonly mostLateCancels: number | null;
}

/** A client's history as a store looks at it. */
export interface BookingStanding extends VisitHistory {
  readonly historyMonths: number;
  /** She reached a limit of the store: it takes no booking of hers from a phone screen. */
  readonly byPhoneOnly: boolean;
}

const reaches = (count: number, most: number | null): boolean => most !== null && count >= most;

/** How a store looks at a history. */
export function standingOf(history: VisitHistory, limits: HistoryLimits): BookingStanding {
  const { noShows, lateCancels } = history;
  const { historyMonths, mostNoShows, mostLateCancels } = limits;
  const byPhoneOnly = reaches(noShows, mostNoShows) || reaches(lateCancels, mostLateCancels);
  return { noShows, lateCancels, historyMonths, byPhoneOnly };
}

/** Why she is asked to ring, as she reads it: what counted and nothing else. */
export function byPhoneWords(
  { noShows, lateCancels, historyMonths }: BookingStanding,
  limits: HistoryLimits,
): string {
  const facts = [
    ...(reaches(noShows, limits.mostNoShows) ? [`${noShows} 次约好没有来`] : []),
    ...(reaches(lateCancels, limits.mostLateCancels) ? [`${lateCancels} 次临时取消`] : []),
  ];
  return `近 ${historyMonths} 个月有 ${facts.join('、')}，这家门店想先和您通个电话再约，请致电门店。`;
}
