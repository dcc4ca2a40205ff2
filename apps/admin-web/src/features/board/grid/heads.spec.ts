import type { Calendar } from '../../../shared/api/contract';
import { headsWhileLoading } from './heads';

const day = {
  date: '2026-11-21',
  storeId: 'jingan',
  staff: [
    { id: 'lin', name: '林', title: '', position: 'therapist', shifts: [], blocks: [] },
    {
      id: 'chen',
      name: '陈',
      title: '资深美容师',
      position: 'therapist',
      shifts: [{ start: '2026-11-21T10:00:00+08:00', end: '2026-11-21T19:00:00+08:00' }],
      blocks: [],
    },
  ],
  rooms: [{ id: 'r1', name: '一号房', kind: 'room' }],
  appointments: [],
} as unknown as Calendar;

it('keeps the heads of the day before while the next one is on its way', () => {
  expect(headsWhileLoading(day, 'jingan', 'staff').map(({ name }) => name)).toEqual(['陈']);
  expect(headsWhileLoading(day, 'jingan', 'rooms').map(({ name }) => name)).toEqual(['一号房']);
});

it('shows nobody of another store, and nobody before the first day', () => {
  expect(headsWhileLoading(day, 'xuhui', 'staff')).toEqual([]);
  expect(headsWhileLoading(null, 'jingan', 'staff')).toEqual([]);
});
