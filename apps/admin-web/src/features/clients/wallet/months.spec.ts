import { addMonths, monthLabel } from './months';

it('turns over the year both ways', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

it('reads as people say it', () => {
  expect(monthLabel('2026-03')).toBe('2026年3月');
});
