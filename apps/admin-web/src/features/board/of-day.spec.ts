import type { Calendar } from '../../shared/api/contract';
import { ofDay } from './of-day';

it('shows a day only under its own store and date', () => {
  const day = { storeId: 's', date: '2026-11-21', appointments: [] } as unknown as Calendar;
  expect(ofDay(day, 's', '2026-11-21')).toBe(day);
  expect(() => ofDay(day, 's', '2026-11-22')).toThrow();
  expect(() => ofDay(day, 'other', '2026-11-21')).toThrow();
});
