/**
 * Times on screens. The API writes instants in the store's own offset (2026-11-21T14:30:00+08:00), so the
 * wall clock of the store is read from the text itself and no time zone table travels to the phone.
 */

/** '2026-11-21T14:30:00+08:00' → '2026-11-21' */
export const dateOf = (instant: string): string => instant.slice(0, 10);

/** '2026-11-21T14:30:00+08:00' → '14:30' */
export const clockOf = (instant: string): string => instant.slice(11, 16);

/** '2026-11-21T14:30:00+08:00' → 870, minutes since local midnight. */
export const minuteOf = (instant: string): number =>
  Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16));

const DAY_MS = 86_400_000;
const utcMidnight = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The local date `n` days later (or earlier). */
export function addDays(date: string, n: number): string {
  return new Date(utcMidnight(date) + n * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one local date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / DAY_MS);
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** '2026-11-21' → '周六' */
export function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(utcMidnight(date)).getUTCDay()] ?? '';
}

/** ISO weekday, Monday 1 to Sunday 7, as the API numbers opening hours. */
export function isoWeekdayOf(date: string): number {
  return new Date(utcMidnight(date)).getUTCDay() || 7;
}

/** '2026-11-21' → '11月21日'; the year is said only when it is not this one. */
export function monthDay(date: string, today: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const short = `${month}月${day}日`;
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${year}年${short}`;
}

/** 今天, 明天, 后天, otherwise the weekday. */
export function dayWord(date: string, today: string): string {
  const near = ['今天', '明天', '后天'][daysBetween(today, date)];
  return near ?? weekdayOf(date);
}

/** '明天 14:30', or '11月28日 周六 14:30' from the fourth day on. */
export function whenWords(instant: string, today: string): string {
  const date = dateOf(instant);
  const word = dayWord(date, today);
  const isNear = daysBetween(today, date) >= 0 && daysBetween(today, date) <= 2;
  return isNear
    ? `${word} ${clockOf(instant)}`
    : `${monthDay(date, today)} ${word} ${clockOf(instant)}`;
}

/** '14:30–16:00'; an end past midnight is named. */
export function spanWords(start: string, end: string): string {
  const next = dateOf(end) > dateOf(start) ? '次日' : '';
  return `${clockOf(start)}–${next}${clockOf(end)}`;
}

/** 600 → '10:00'; minutes past 1440 are the next day's. */
export function minuteWords(minute: number): string {
  const next = minute > 1440 ? '次日' : '';
  const inDay = minute > 1440 ? minute - 1440 : minute;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${next}${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** 90 → '90 分钟', 150 → '2 小时 30 分钟' */
export function durationWords(minutes: number): string {
  if (minutes < 120) return `${minutes} 分钟`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} 小时${rest === 0 ? '' : ` ${rest} 分钟`}`;
}

/** Today's date in a time zone. A phone without the zone table falls back to its own calendar. */
export function todayIn(timeZone: string, now: Date): string {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(now);
    const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  } catch {
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }
}

/** 上午好 until noon, 下午好 until six, then 晚上好; by the phone's clock. */
export function greetingAt(hour: number): string {
  if (hour < 5 || hour >= 18) return '晚上好';
  return hour < 12 ? '上午好' : '下午好';
}

const SALON_OFFSET_MS = 8 * 3_600_000;

/** An instant in UTC ('…Z') as the salon's clocks show it, '2026-11-21T14:30:00+08:00'; others stay as they are. */
export function atSalon(instant: string): string {
  if (!instant.endsWith('Z')) return instant;
  return `${new Date(Date.parse(instant) + SALON_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
