import { birthdayLabel, birthdayText, readBirthday } from './birthday';

it.each([
  ['1990-5-12', '1990-05-12'],
  ['1990.05.12', '1990-05-12'],
  ['1990年5月12日', '1990-05-12'],
  ['5-12', '--05-12'],
  ['2月29日', '--02-29'],
  ['  ', null],
])('reads %j as a birthday', (typed, birthday) => {
  expect(readBirthday(typed)).toBe(birthday);
});

it.each(['1990-02-30', '13-1', '5-0', '昨天', '1990'])('refuses %j', (typed) => {
  expect(readBirthday(typed)).toBeUndefined();
});

it('shows a birthday with and without a year, and gives back what was typed', () => {
  expect(birthdayLabel('1990-05-12')).toBe('1990年5月12日');
  expect(birthdayLabel('--05-12')).toBe('5月12日');
  expect(birthdayLabel(null)).toBeNull();
  expect(readBirthday(birthdayText('--05-12'))).toBe('--05-12');
});
