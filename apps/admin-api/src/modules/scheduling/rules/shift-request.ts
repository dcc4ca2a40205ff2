import type { FieldError } from '@yance/shared-types';
import { addDays, daysBetween, instantOf, type LocalDate } from '../../../platform/clock/index.js';
import { SLOT_MINUTES } from './availability-types.js';

/** 年假、调休、事假、病假、其他. */
export const LEAVE_KINDS = ['annual', 'rest', 'personal', 'sick', 'other'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** `asked` waits for an answer; `called_off`: an agreed leave that does not take place. */
export const REQUEST_STATES = ['asked', 'approved', 'refused', 'withdrawn', 'called_off'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export type RequestAct = 'approve' | 'refuse' | 'withdraw' | 'call_off';

const WAY: Readonly<Record<RequestAct, readonly [from: RequestState, to: RequestState]>> = {
  approve: ['asked', 'approved'],
  refuse: ['asked', 'refused'],
  withdraw: ['asked', 'withdrawn'],
  call_off: ['approved', 'called_off'],
};

/** What a request becomes by an act; undefined where the act is not open any more. */
export function nextRequestState(state: RequestState, act: RequestAct): RequestState | undefined {
  const [from, to] = WAY[act];
  return state === from ? to : undefined;
}

/** Whole days, or hours of one day when the minutes are given. */
export interface LeaveWish {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Minutes since local midnight; null for whole days. */
  readonly startMinute: number | null;
  readonly endMinute: number | null;
}

const DAY = 1_440;
const MOST_DAYS = 60;
/** Nobody plans further ahead. */
const DAYS_AHEAD = 366;

/** What does not hold of a leave that is asked for. */
export function leaveErrors(wish: LeaveWish, today: LocalDate): FieldError[] {
  const { from, to, startMinute, endMinute } = wish;
  if (from < today) return [{ field: 'from', message: '请从今天或以后的日子开始' }];
  if (daysBetween(today, from) > DAYS_AHEAD)
    return [{ field: 'from', message: '最多提前一年申请' }];
  if (to < from) return [{ field: 'to', message: '结束日期不能早于开始日期' }];
  if (daysBetween(from, to) >= MOST_DAYS)
    return [{ field: 'to', message: `一次最多申请 ${MOST_DAYS} 天` }];
  if (startMinute === null && endMinute === null) return [];
  if (startMinute === null || endMinute === null)
    return [{ field: 'startMinute', message: '请把开始和结束时间都填上' }];
  if (from !== to) return [{ field: 'to', message: '按小时请假只能是同一天' }];
  if (endMinute <= startMinute || endMinute > DAY)
    return [{ field: 'endMinute', message: '结束时间要晚于开始时间，且在当天' }];
  const isOnGrid = [startMinute, endMinute].every((minute) => minute % SLOT_MINUTES === 0);
  return isOnGrid ? [] : [{ field: 'startMinute', message: '时间请以 5 分钟为单位' }];
}

/** From when to when somebody is away; whole days end with the midnight after the last. */
export function leaveStretch(
  { from, to, startMinute, endMinute }: LeaveWish,
  zone: string,
): { readonly startsAt: Date; readonly endsAt: Date } {
  return {
    startsAt: instantOf(from, startMinute ?? 0, zone),
    endsAt: instantOf(to, endMinute ?? DAY, zone),
  };
}

/** All days from the first to the last. */
export function datesOf(from: LocalDate, to: LocalDate): LocalDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day));
}
