import type { Calendar } from '../../shared/api/contract';
import { ApiProblem } from '../../shared/api/problem';

/** The day, only under the store and date that were asked. @throws ApiProblem  when it is about another */
export function ofDay(day: Calendar, storeId: string, date: string): Calendar {
  if (day.storeId === storeId && day.date === date) return day;
  throw new ApiProblem(200, 'UNREADABLE', '没有收到这一天的预约，请重试。');
}
