import type { AvailableDay } from '@/api/types';
import { dateOf, minuteOf } from './time';

export interface StartTime {
  start: string;
  free: boolean;
}

export interface DayPart {
  name: '上午' | '下午' | '晚上';
  times: StartTime[];
}

const NOON = 12 * 60;
const EVENING = 18 * 60;

/** Free and taken starts of a day together, in order, by part of the day; parts without any are left out. */
export function groupTimes(day: Pick<AvailableDay, 'date' | 'times' | 'unavailable'>): DayPart[] {
  const free = new Set(day.times.map((time) => time.start));
  const starts = [...new Set([...free, ...day.unavailable])].sort(
    (a, b) => Date.parse(a) - Date.parse(b),
  );
  const parts: DayPart[] = [
    { name: '上午', times: [] },
    { name: '下午', times: [] },
    { name: '晚上', times: [] },
  ];
  for (const start of starts) {
    // A store open past midnight offers the small hours as the evening's end.
    const minute = dateOf(start) > day.date ? 1440 : minuteOf(start);
    const part = parts[minute < NOON ? 0 : minute < EVENING ? 1 : 2];
    part?.times.push({ start, free: free.has(start) });
  }
  return parts.filter((part) => part.times.length > 0);
}
