import type { PlanShift, ShiftPlan, ShiftTemplate } from '../../../shared/api/contract';
import {
  cellOf,
  changedDays,
  copiedWeek,
  datesOf,
  hoursLabel,
  laid,
  marked,
  monthFrom,
  patternsOf,
  shiftOf,
  shiftsAt,
} from './plan';

const template = (name: string, startMinute: number): ShiftTemplate => ({
  ...{ id: name, name, colour: 'leaf', startMinute, endMinute: startMinute + 540 },
  ...{ breaks: [], state: 'active', version: 1 },
});
const [EARLY, LATE] = [template('早班', 600), template('晚班', 780)];
const early: PlanShift = shiftOf(EARLY);
const late: PlanShift = shiftOf(LATE);

const plan = (days: Record<string, PlanShift[]>): ShiftPlan => ({
  closures: [],
  people: [
    {
      ...{ staffId: 'lin', name: '小林', title: '', position: 'therapist' },
      days: Object.entries(days).map(([date, shifts]) => ({
        ...{ date, seen: `mark ${date}`, shifts, away: [], elsewhere: [], visits: 0 },
      })),
    },
  ],
});

it('knows the days of each month, and the months before and after', () => {
  expect(datesOf('2028-02')).toHaveLength(29);
  expect(datesOf('2026-11').at(-1)).toBe('2026-11-30');
  expect(datesOf('2026-12').at(-1)).toBe('2026-12-31');
  expect([monthFrom('2026-12', 1), monthFrom('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

it('marks what lies between two corners, whichever was first', () => {
  const parts = { rows: [1, 2], columns: [3, 4, 5] };
  expect(marked({ row: 2, column: 3 }, { row: 1, column: 5 })).toEqual(parts);
  expect(marked({ row: 1, column: 5 }, { row: 2, column: 3 })).toEqual(parts);
});

it('lays a pattern over the days from its first one on, and round again', () => {
  const turn = patternsOf([EARLY, LATE]).find(({ name }) => name.includes('轮换'));
  const dates = datesOf('2026-12').slice(0, 15);
  const days = turn ? laid(turn, 'lin', dates).map(([, shifts]) => shifts[0]?.templateId) : [];
  expect(days).toEqual([
    ...Array.from({ length: 5 }, () => '早班'),
    ...[undefined, undefined],
    ...Array.from({ length: 5 }, () => '晚班'),
    ...[undefined, undefined, '早班'],
  ]);
});

it('offers no weeks that alternate where there is one template', () => {
  expect(patternsOf([EARLY]).map(({ name }) => name)).toEqual(['早班 做五休二', '早班 做六休一']);
  expect(patternsOf([])).toEqual([]);
});

it('copies a week as it is drafted, but not over days that are over', () => {
  const draft = new Map([[cellOf('lin', '2026-11-17'), [late]]]);
  const at = shiftsAt(plan({ '2026-11-16': [early], '2026-11-17': [early] }), draft);
  const weeks = { from: '2026-11-16', to: '2026-11-23', earliest: '2026-11-24' };
  const copied = copiedWeek(at, ['lin'], weeks);
  expect(copied).toHaveLength(6);
  expect(copied.slice(0, 2)).toEqual([
    [cellOf('lin', '2026-11-24'), [late]],
    [cellOf('lin', '2026-11-25'), []],
  ]);
});

it('sends what is not so already, with the mark of what was shown', () => {
  const draft = new Map([
    [cellOf('lin', '2026-11-16'), [early]],
    [cellOf('lin', '2026-11-17'), []],
    [cellOf('lin', '2026-11-18'), [late]],
    [cellOf('lin', '2026-11-19'), []],
  ]);
  const there = plan({ '2026-11-16': [{ ...early }], '2026-11-17': [early] });
  expect(changedDays(there, draft)).toEqual([
    { staffId: 'lin', date: '2026-11-17', seen: 'mark 2026-11-17', shifts: [] },
    { staffId: 'lin', date: '2026-11-18', seen: '', shifts: [late] },
  ]);
});

it('says the hours of a night as those of the next day', () => {
  expect(hoursLabel(early)).toBe('10:00–19:00');
  expect(hoursLabel({ ...early, startMinute: 1200, endMinute: 1560 })).toBe('20:00–次日 02:00');
});
