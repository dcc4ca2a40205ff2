/** The synthetic salon lives eight hours east of Greenwich, without summer time. */
export const ZONE = 'Asia/Shanghai';
const OFFSET_MS = 8 * 3_600_000;
export const DAY_MS = 86_400_000;
export const SLOT_MS = 300_000;

/** Local midnight of today in the salon, as an instant in milliseconds. */
export const TODAY = Math.floor((Date.now() + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;

/** An instant. @param {number} day from today  @param {number} minute since local midnight */
export const at = (day, minute) => new Date(TODAY + day * DAY_MS + minute * 60_000);

/** The salon's calendar day of an instant, YYYY-MM-DD. @param {Date} instant */
export const dateOf = (instant) =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);

/** RFC 3339 in the salon's offset. @param {Date} instant */
export const rfc3339 = (instant) =>
  `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;

/** @param {Date} instant */
export const slotOf = (instant) => Math.floor(instant.getTime() / SLOT_MS);

/** The salon's calendar day so many days from today, YYYY-MM-DD. @param {number} day */
export const date = (day) => dateOf(at(day, 0));
