import { dayWords, readDayText } from '@yance/shared-types';
import type { ClientFile } from '../api/contract';

/** A birthday as the API keeps it. */
export type Birthday = Pick<ClientFile, 'birthday' | 'birthdayCalendar' | 'birthdayLeapMonth'>;

/** `1990年5月12日`, `农历闰6月8日`; null when there is none. */
export const birthdayLabel = (of: Birthday): string | null =>
  dayWords({
    ...{ date: of.birthday ?? '', calendar: of.birthdayCalendar ?? 'solar' },
    leapMonth: of.birthdayLeapMonth,
  });

/** The birthday as it is typed; blank for none. */
export const birthdayText = (birthday: Birthday): string => birthdayLabel(birthday) ?? '';

/**
 * What was typed: `1990-5-12`, `1990年5月12日`, `5-12`, `农历5-12`, `农历闰6-8`.
 * @returns undefined when it is no date
 */
export function readBirthday(text: string): Birthday | undefined {
  if (text.trim() === '')
    return { birthday: null, birthdayCalendar: null, birthdayLeapMonth: false };
  const day = readDayText(text);
  return (
    day && {
      ...{ birthday: day.date, birthdayCalendar: day.calendar },
      birthdayLeapMonth: day.leapMonth,
    }
  );
}

/** The members of a request that say a birthday as it was typed; one that is none is said to be none. */
export function birthdayMembers(typed: string) {
  const born = readBirthday(typed);
  return {
    birthday: born?.birthday ?? null,
    birthdayCalendar: born?.birthdayCalendar ?? undefined,
    birthdayLeapMonth: born?.birthdayLeapMonth,
  };
}
