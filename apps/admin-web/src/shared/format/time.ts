/**
 * Time as the store's wall shows it. Instants arrive as RFC 3339 in the store's own offset, so their text already
 * holds the local date and clock; reading it there keeps a console in another time zone from shifting the day.
 */
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const DAY_MS = 86_400_000;

/** The clock of an instant, `HH:mm`. */
export function clockOf(instant: string): string {
  return instant.slice(11, 16);
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function dateOf(instant: string): string {
  return instant.slice(0, 10);
}

/** The offset of an instant as written: `+08:00`, or `Z`. */
export function offsetOf(instant: string): string {
  return /(Z|[+-]\d{2}:\d{2})$/.exec(instant)?.[1] ?? '+08:00';
}

const utcDay = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** Moves a calendar date by whole days. */
export function addDays(date: string, days: number): string {
  return new Date(utcDay(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcDay(to) - utcDay(from)) / DAY_MS);
}

/** The Monday of the week that holds `date`. */
export function mondayOf(date: string): string {
  const weekday = new Date(utcDay(date)).getUTCDay();
  return addDays(date, -((weekday + 6) % 7));
}

/** Minutes from local midnight of `date`; an instant after midnight of the next day counts on past 1440. */
export function minutesInto(date: string, instant: string): number {
  const [hours = 0, minutes = 0] = clockOf(instant).split(':').map(Number);
  return daysBetween(date, dateOf(instant)) * 1440 + hours * 60 + minutes;
}

/** The instant at `minutes` after local midnight of `date`, written in `offset`. */
export function instantAt(date: string, minutes: number, offset: string): string {
  const day = addDays(date, Math.floor(minutes / 1440));
  return `${day}T${clockLabel(minutes)}:00${offset}`;
}

/** `HH:mm` of minutes after midnight; 1470 reads 00:30. */
export function clockLabel(minutes: number): string {
  const inDay = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** The local date and offset-written instant of a moment, for a clock kept in the browser. */
export function inOffset(epochMs: number, offset: string): string {
  const match = /([+-])(\d{2}):(\d{2})/.exec(offset);
  const shift = match
    ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000
    : 0;
  return `${new Date(epochMs + shift).toISOString().slice(0, 19)}${offset}`;
}

/** `周六`. */
export function weekdayLabel(date: string): string {
  return WEEKDAYS[new Date(utcDay(date)).getUTCDay()] ?? '';
}

/** `11月21日`. */
export function monthDayLabel(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `2026年11月21日`, for tables and facts in which years differ. */
export function dayLabel(date: string): string {
  return `${date.slice(0, 4)}年${monthDayLabel(date)}`;
}

/** `今天`, `明天`, `昨天`, or null for any other day. */
export function nearDayLabel(date: string, today: string): string | null {
  const words: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };
  return words[daysBetween(today, date)] ?? null;
}

/** `11月21日 周六`, with the year when it is not this one. */
export function dateLabel(date: string, today?: string): string {
  const year = today && today.slice(0, 4) !== date.slice(0, 4) ? `${date.slice(0, 4)}年` : '';
  return `${year}${monthDayLabel(date)} ${weekdayLabel(date)}`;
}

/** `11月21日 周六 14:00–15:30`. */
export function visitTimeLabel(start: string, end: string, today?: string): string {
  return `${dateLabel(dateOf(start), today)} ${clockOf(start)}–${clockOf(end)}`;
}

/** `今天 14:05`, or `11月25日 14:05` for a day that has no name. */
export function nearTimeLabel(instant: string, today: string): string {
  const date = dateOf(instant);
  return `${nearDayLabel(date, today) ?? monthDayLabel(date)} ${clockOf(instant)}`;
}

/** `11月21日 14:05`, for logs and histories; with the year when it is not this one. */
export function momentLabel(instant: string, thisYear = new Date().getFullYear()): string {
  const year = Number(instant.slice(0, 4)) === thisYear ? '' : `${instant.slice(0, 4)}年`;
  return `${year}${monthDayLabel(dateOf(instant))} ${clockOf(instant)}`;
}

/** `90` → `1小时30分`. */
export function durationLabel(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}分钟`;
  return rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
}

/** The calendar date of a moment in a zone. */
export function localDateIn(zone: string, epochMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(epochMs);
}
