import {
  addDays,
  clockLabel,
  durationLabel,
  inOffset,
  instantAt,
  minutesInto,
  momentLabel,
  mondayOf,
  nearDayLabel,
  nearTimeLabel,
  visitTimeLabel,
} from './time';

it('reads a clock in the offset that the store writes, whatever zone the browser is in', () => {
  expect(minutesInto('2026-11-21', '2026-11-21T10:30:00+08:00')).toBe(630);
});

it('names the near days and dates the others', () => {
  expect(nearTimeLabel('2026-11-21T14:05:00+08:00', '2026-11-21')).toBe('今天 14:05');
  expect(nearTimeLabel('2026-11-25T09:00:00+08:00', '2026-11-21')).toBe('11月25日 09:00');
});

it('counts on past midnight for a visit that ends the next day', () => {
  expect(minutesInto('2026-11-21', '2026-11-22T00:30:00+08:00')).toBe(1470);
});

it('writes an instant back with the same offset, also past midnight', () => {
  expect(instantAt('2026-11-21', 630, '+08:00')).toBe('2026-11-21T10:30:00+08:00');
  expect(instantAt('2026-12-31', 1470, '+08:00')).toBe('2027-01-01T00:30:00+08:00');
});

it('finds an instant that it wrote at the same minute again', () => {
  for (let minutes = 0; minutes < 2880; minutes += 5) {
    expect(minutesInto('2026-02-28', instantAt('2026-02-28', minutes, '+08:00'))).toBe(minutes);
  }
});

it('crosses months and leap days by the calendar', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

it('starts a week on Monday', () => {
  expect(mondayOf('2026-11-21')).toBe('2026-11-16');
  expect(mondayOf('2026-11-22')).toBe('2026-11-16');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
});

it('shows the moment of the store, not of the browser', () => {
  expect(inOffset(Date.UTC(2026, 10, 21, 17, 5), '+08:00')).toBe('2026-11-22T01:05:00+08:00');
});

it('names near days in words and leaves the others to the date', () => {
  expect(nearDayLabel('2026-11-22', '2026-11-21')).toBe('明天');
  expect(nearDayLabel('2026-11-29', '2026-11-21')).toBeNull();
});

it('names the year of a moment that is not of this one', () => {
  expect(momentLabel('2026-11-21T14:05:00+08:00', 2026)).toBe('11月21日 14:05');
  expect(momentLabel('2025-11-21T14:05:00+08:00', 2026)).toBe('2025年11月21日 14:05');
});

it('says times and lengths the way a desk would', () => {
  expect(clockLabel(1470)).toBe('00:30');
  expect(durationLabel(90)).toBe('1小时30分');
  expect(durationLabel(60)).toBe('1小时');
  expect(durationLabel(45)).toBe('45分钟');
  expect(visitTimeLabel('2026-11-21T14:00:00+08:00', '2026-11-21T15:30:00+08:00')).toBe(
    '11月21日 周六 14:00–15:30',
  );
});
