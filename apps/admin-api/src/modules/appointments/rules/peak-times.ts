import type { FieldError } from '@yance/shared-types';
import { slotAt, type SlotInterval } from '../../scheduling/index.js';
import { instantOf, weekdayOf } from '../../../platform/clock/index.js';
import type { PeakTime } from '../data/peak-times.js';

const HOUR_MS = 3_600_000;

/** Starts of a day that are kept for members, and from when on they are everybody's. */
export interface Reserved extends SlotInterval {
  readonly opensAt: Date;
}

/** What of a local day is still kept at a moment; it opens as a whole, so many hours before it begins. */
export function reservedOn(
  peaks: readonly PeakTime[],
  date: string,
  timeZone: string,
  now: Date,
): Reserved[] {
  const weekday = weekdayOf(date);
  return peaks.flatMap((peak) => {
    if (peak.weekday !== weekday) return [];
    const from = instantOf(date, peak.fromMinute, timeZone);
    const to = instantOf(date, peak.toMinute, timeZone);
    const opensAt = new Date(from.getTime() - peak.releaseHours * HOUR_MS);
    if (opensAt <= now) return [];
    return [{ fromSlot: slotAt(from.getTime()), toSlot: slotAt(to.getTime()), opensAt }];
  });
}

/** What is wrong with peak times; empty when they hold. */
export function peakErrors(peaks: readonly PeakTime[]): FieldError[] {
  return peaks.flatMap((peak, at) => {
    const errors: FieldError[] = [];
    if (peak.fromMinute >= peak.toMinute)
      errors.push({ field: `windows.${at}.toMinute`, message: '结束要晚于开始' });
    const isDouble = peaks
      .slice(0, at)
      .some(
        (other) =>
          other.weekday === peak.weekday &&
          other.fromMinute < peak.toMinute &&
          peak.fromMinute < other.toMinute,
      );
    if (isDouble) errors.push({ field: `windows.${at}.fromMinute`, message: '和上面的时段重叠了' });
    return errors;
  });
}

/** Why a start is not hers, in one sentence. @param when it opens, as people say it */
export function reservedWords(tierNames: readonly string[], when: string): string {
  return `高峰时段优先留给${tierNames.join('、')}会员，${when} 起开放。`;
}
