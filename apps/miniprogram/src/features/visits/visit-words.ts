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

/** Why the salon could not take a visit, in its words to her. */
export const DECLINE_WORDS: Readonly<
  Record<NonNullable<AppointmentView['declineReason']>, string>
> = {
  full: '抱歉，这个时间已约满',
  staff_away: '抱歉，美容师那时不在',
  not_suitable: '这个项目现在不太适合您',
  talk_first: '想先和您沟通一下再约',
  other: '抱歉，这次没能安排',
};

/** What cancelling means now, said before the client decides. */
export function cancelQuestion(
  visit: Pick<AppointmentView, 'freeCancelUntil' | 'heldFor'>,
  now: Date,
  today: string,
): { late: boolean; words: string } {
  if (visit.heldFor === 'choice')
    return { late: false, words: '取消后，为您留的时间会让给其他顾客，不算临时取消。' };
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

/** Whether she is in the salon for it. */
export const isHere = ({ state }: Pick<AppointmentView, 'state'>): boolean =>
  state === 'arrived' || state === 'in_service';

/** Whether it is agreed on and still to come: worth a line in a calendar. */
export const isAhead = ({ state }: Pick<AppointmentView, 'state'>): boolean =>
  state === 'requested' || state === 'confirmed';
