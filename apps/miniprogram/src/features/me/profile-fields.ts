import { dayWords, readDayText } from '@yance/shared-types';
import type { OwnProfile, OwnProfilePatch } from '@/api/types';

/** A day that matters, as it is typed. */
export interface TypedDay {
  /** Tells the rows apart while they are typed. */
  readonly key: number;
  readonly label: string;
  readonly day: string;
  readonly yearly: boolean;
}

/** What a client tells of herself, as it is typed. */
export interface ProfileFields {
  readonly name: string;
  readonly gender: OwnProfile['gender'];
  readonly birthday: string;
  readonly occasions: readonly TypedDay[];
  readonly pressure: OwnProfile['pressure'];
  readonly talk: OwnProfile['talk'];
  readonly scents: string;
  readonly brands: string;
}

export const fieldsOf = (profile: OwnProfile): ProfileFields => ({
  ...{ name: profile.name, gender: profile.gender, scents: profile.scents, brands: profile.brands },
  ...{ pressure: profile.pressure, talk: profile.talk },
  birthday:
    dayWords({
      ...{ date: profile.birthday ?? '', calendar: profile.birthdayCalendar ?? 'solar' },
      leapMonth: profile.birthdayLeapMonth,
    }) ?? '',
  occasions: profile.occasions.map((one, key) => ({
    ...{ key, label: one.label, day: dayWords(one) ?? '', yearly: one.yearly },
  })),
});

/** What keeps the form from being sent, in a sentence; undefined when nothing does. */
export function faultOf({ name, birthday, occasions }: ProfileFields): string | undefined {
  if (name.trim() === '') return '请填写称呼。';
  if (birthday.trim() !== '' && !readDayText(birthday))
    return '生日请写成 1990-5-12、5-12 或 农历5-12。';
  if (occasions.some(({ label }) => label.trim() === '')) return '请写下纪念日是什么日子。';
  const bad = occasions.find(({ day }) => !readDayText(day));
  return bad && `“${bad.label.trim()}”的日期请写成 5-20、2015-5-20 或 农历8-15。`;
}

/** The change as the API takes it. Of a form without faults. */
export function patchOf(fields: ProfileFields, version: number): OwnProfilePatch {
  const { name, gender, pressure, talk, scents, brands } = fields;
  const born = readDayText(fields.birthday);
  return {
    ...{ name: name.trim(), gender, pressure, talk, version },
    ...{ scents: scents.trim(), brands: brands.trim() },
    birthday: born?.date ?? null,
    ...(born && { birthdayCalendar: born.calendar, birthdayLeapMonth: born.leapMonth }),
    occasions: fields.occasions.flatMap(({ label, day, yearly }) => {
      const date = readDayText(day);
      return date ? [{ label: label.trim(), ...date, yearly }] : [];
    }),
  };
}
