import type { AppointmentView } from '@/api/types';
import { clockOf, dateOf, whenWords } from '@/lib/time';

/** '舒缓补水护理、眼部护理' */
export const serviceWords = ({ items }: Pick<AppointmentView, 'items'>): string =>
  [...new Set(items.map((item) => item.serviceName))].join('、');

/** The people of a visit; a face that was asked for is told apart from one the store chose. */
export function staffWords({ items }: Pick<AppointmentView, 'items'>): string {
  const people = new Map<string, boolean>();
  for (const item of items) {
    people.set(item.staffName, (people.get(item.staffName) ?? false) || item.requested);
  }
  return [...people].map(([name, asked]) => (asked ? `${name}（指定）` : name)).join('、');
}

/** What cancelling means now, said before the client decides. */
export function cancelQuestion(
  visit: Pick<AppointmentView, 'freeCancelUntil'>,
  now: Date,
  today: string,
): { late: boolean; words: string } {
  const late = now.getTime() > Date.parse(visit.freeCancelUntil);
  return late
    ? {
        late,
        words: '已过免费取消时间，这次会记为临时取消。多次临时取消后，可能需要致电门店才能预约。',
      }
    : {
        late,
        words: `${whenWords(visit.freeCancelUntil, today)} 前取消免费，时间会让给其他顾客。`,
      };
}

/** '11-21 14:30', for the lines of a visit's history. */
export const historyTime = (at: string): string => `${dateOf(at).slice(5)} ${clockOf(at)}`;

/** Whether it is still to come or under way: worth watching. */
export const isOpen = ({ state }: Pick<AppointmentView, 'state'>): boolean =>
  ['held', 'requested', 'confirmed', 'arrived', 'in_service'].includes(state);
