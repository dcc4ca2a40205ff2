import type { ShiftDay } from '../../shared/api/contract';
import { weekRows } from './week';

const shift = (staffId: string, localDate: string, from: string, to: string): ShiftDay => ({
  staffId,
  staffName: staffId,
  localDate,
  start: `${localDate}T${from}:00+08:00`,
  end: `${localDate}T${to}:00+08:00`,
  breaks: [],
});

it('gives each person a row of seven days, empty on days off', () => {
  const rows = weekRows([shift('lin', '2026-11-17', '10:00', '19:00')], '2026-11-16');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.cells.map((cell) => cell.shifts.length)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  expect(rows[0]?.days).toBe(1);
});

it('puts a split day in order of time', () => {
  const split = [
    shift('lin', '2026-11-16', '15:00', '21:00'),
    shift('lin', '2026-11-16', '09:00', '12:00'),
  ];
  expect(weekRows(split, '2026-11-16')[0]?.cells[0]?.shifts.map(({ time }) => time)).toEqual([
    '09:00–12:00',
    '15:00–21:00',
  ]);
});
