import { birthdayLabel, birthdayText, readBirthday } from './birthday';

const solar = (birthday: string) => ({
  ...{ birthday, birthdayCalendar: 'solar', birthdayLeapMonth: false },
});

it.each([
  ['1990-5-12', solar('1990-05-12')],
  ['1990.05.12', solar('1990-05-12')],
  ['1990年5月12日', solar('1990-05-12')],
  ['5-12', solar('--05-12')],
  ['2月29日', solar('--02-29')],
  ['农历 8-30', { ...solar('--08-30'), birthdayCalendar: 'lunar' }],
  ['农历闰6月8日', { ...solar('--06-08'), birthdayCalendar: 'lunar', birthdayLeapMonth: true }],
  ['农历1990年2月30日', { ...solar('1990-02-30'), birthdayCalendar: 'lunar' }],
  ['  ', { birthday: null, birthdayCalendar: null, birthdayLeapMonth: false }],
])('reads %j as a birthday', (typed, birthday) => {
  expect(readBirthday(typed)).toEqual(birthday);
});

it.each(['1990-02-30', '13-1', '5-0', '昨天', '1990', '闰6-8', '农历5-31'])(
  'refuses %j',
  (typed) => {
    expect(readBirthday(typed)).toBeUndefined();
  },
);

it.each(['1990年5月12日', '5月12日', '农历闰6月8日', '农历1990年12月30日'])(
  'shows %s as it is typed, and reads it again',
  (text) => {
    const birthday = readBirthday(text);
    expect(birthday && birthdayLabel(birthday)).toBe(text);
    expect(birthday && birthdayText(birthday)).toBe(text);
  },
);

it('shows nothing for none', () => {
  const none = { birthday: null, birthdayCalendar: null, birthdayLeapMonth: false } as const;
  expect([birthdayLabel(none), birthdayText(none)]).toEqual([null, '']);
});
