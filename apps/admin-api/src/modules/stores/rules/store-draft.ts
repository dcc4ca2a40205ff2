import type { FieldError } from '@yance/shared-types';
import type { Closure, WeekdayHours } from './opening-hours.js';

/** What a store is made of before it has an id. Minutes and hours are whole numbers; coordinates are GCJ-02 degrees. */
export interface StoreDraft {
  readonly name: string;
  readonly shortName: string;
  readonly address: string;
  readonly phone: string;
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name, for example Asia/Shanghai. */
  readonly timeZone: string;
  readonly settings: BookingSettings;
  readonly hours: readonly WeekdayHours[];
  readonly closures: readonly Closure[];
}

/** The store's own rules of booking. */
export interface BookingSettings {
  /** Distance between two offered starts. */
  readonly slotStepMinutes: number;
  /** How long before its start a visit can still be booked online. */
  readonly leadMinutes: number;
  /** How many days ahead clients can book. */
  readonly horizonDays: number;
  /** Longest wait between two services of one visit. */
  readonly maxWaitMinutes: number;
  /** How many visits that are not over a client may have booked online. */
  readonly maxOpenVisits: number;
  readonly phoneRequired: boolean;
  /** Cancelling is free until this many hours before the start. */
  readonly freeCancelHours: number;
}

const isStep = (minutes: number): boolean => Number.isInteger(minutes) && minutes % 5 === 0;

/** Offered starts count from midnight: a step that does not divide the day would give every day another grid. */
const isGridStep = (minutes: number): boolean =>
  isStep(minutes) && minutes >= 5 && minutes <= 120 && 1440 % minutes === 0;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function hoursErrors(hours: readonly WeekdayHours[]): FieldError[] {
  const errors: FieldError[] = [];
  hours.forEach((day, index) => {
    const field = `hours.${index}`;
    if (!Number.isInteger(day.weekday) || day.weekday < 1 || day.weekday > 7)
      errors.push({ field: `${field}.weekday`, message: '星期应为 1 到 7。' });
    if (hours.findIndex((other) => other.weekday === day.weekday) !== index)
      errors.push({ field: `${field}.weekday`, message: '同一天只能设置一段营业时间。' });
    if (!isStep(day.opensMinute) || day.opensMinute < 0 || day.opensMinute >= 1440)
      errors.push({
        field: `${field}.opensMinute`,
        message: '开门时间应在当天内，以 5 分钟为单位。',
      });
    const open = day.closesMinute - day.opensMinute;
    if (!isStep(day.closesMinute) || open <= 0 || open > 1440)
      errors.push({
        field: `${field}.closesMinute`,
        message: '打烊应晚于开门，且不超过 24 小时。',
      });
  });
  return errors;
}

/** Names every field of a store that does not hold; empty when the store can be kept. */
export function storeErrors(draft: StoreDraft): FieldError[] {
  const { settings } = draft;
  const errors: FieldError[] = [];
  const must = (holds: boolean, field: string, message: string): void => {
    if (!holds) errors.push({ field, message });
  };
  must(draft.name.trim() !== '', 'name', '请填写门店名称。');
  must(draft.address.trim() !== '', 'address', '请填写门店地址。');
  must(/^[0-9+\- ]{5,20}$/.test(draft.phone), 'phone', '请填写门店电话。');
  must(Math.abs(draft.latitude) <= 90, 'latitude', '纬度不正确。');
  must(Math.abs(draft.longitude) <= 180, 'longitude', '经度不正确。');
  must(isTimeZone(draft.timeZone), 'timeZone', '时区不正确。');
  must(
    isGridStep(settings.slotStepMinutes),
    'settings.slotStepMinutes',
    '时间间隔应为 5 到 120 分钟，以 5 分钟为单位，并能整除一天。',
  );
  must(settings.leadMinutes >= 0, 'settings.leadMinutes', '提前时间不能为负。');
  must(
    settings.horizonDays >= 1 && settings.horizonDays <= 366,
    'settings.horizonDays',
    '可预约天数应为 1 到 366 天。',
  );
  must(
    isStep(settings.maxWaitMinutes) &&
      settings.maxWaitMinutes >= 0 &&
      settings.maxWaitMinutes <= 120,
    'settings.maxWaitMinutes',
    '项目之间的等待应为 0 到 120 分钟，以 5 分钟为单位。',
  );
  must(settings.maxOpenVisits >= 1, 'settings.maxOpenVisits', '至少允许一条未完成的预约。');
  must(settings.freeCancelHours >= 0, 'settings.freeCancelHours', '免费取消时间不能为负。');
  return [...errors, ...hoursErrors(draft.hours)];
}
