import { daysFrom, fullness, leadLines, personLines } from './figures';

const load = (staffId: string, date: string, shiftMinutes: number, bookedMinutes: number) => ({
  ...{ staffId, staffName: `美容师${staffId}`, date, shiftMinutes, bookedMinutes },
});

it('shows who worked, the fullest first, with her days and their sum', () => {
  const lines = personLines([
    load('A', '2026-11-23', 480, 120),
    load('B', '2026-11-23', 480, 240),
    load('B', '2026-11-24', 0, 60),
  ]);
  expect(lines.map(({ name, sum }) => [name, fullness(sum)])).toEqual([
    ['美容师B', '63%'],
    ['美容师A', '25%'],
  ]);
  expect(fullness(lines[0]!.days.get('2026-11-24')!)).toBe('加班');
  expect(fullness({ shiftMinutes: 0, bookedMinutes: 0 })).toBe('–');
});

it('says how early visits were booked, with shares that are whole', () => {
  const lines = leadLines([
    { fromDays: 0, visits: 3 },
    { fromDays: 15, visits: 1 },
  ]);
  expect(lines).toMatchObject([
    { label: '24 小时内', share: 0.75 },
    { label: '提前 15 天以上', share: 0.25 },
  ]);
  expect(leadLines([{ fromDays: 0, visits: 0 }])[0]?.share).toBe(0);
});

it('counts both ends of a stretch of days', () => {
  expect(daysFrom('2026-11-30', '2026-12-01')).toEqual(['2026-11-30', '2026-12-01']);
});
